import { expect, test } from 'vitest'
import { start as english } from '../text/en/start.ts'
import { start as french } from '../text/fr/start.ts'
import { describeListenFault, readAddress } from './address.ts'
import { sentenceFor } from './say.ts'

test('without settings only this machine is served, on port 8080', () => {
  expect(readAddress({})).toEqual({ ok: true, value: { host: '127.0.0.1', port: 8080 } })
  expect(readAddress({ PORT: '9000', COMITY_HOST: '0.0.0.0' })).toEqual({ ok: true, value: { host: '0.0.0.0', port: 9000 } })
})

test.each(['0', '65536', '-1', '80x', '1e3', ' 80'])('PORT=%s is refused', (port) => {
  expect(readAddress({ PORT: port })).toEqual({ ok: false, refusal: { code: 'port-wrong', port } })
})

test('a busy port is a refusal, another fault is not', () => {
  const address = { host: '127.0.0.1', port: 8080 }
  expect(describeListenFault(Object.assign(new Error('busy'), { code: 'EADDRINUSE' }), address)).toEqual({ code: 'port-busy', port: 8080 })
  expect(describeListenFault(new Error('our bug'), address)).toBeUndefined()
})

test('a refusal is said in both languages, with its facts', () => {
  const refusal = { code: 'other-version', folder: '/srv/comity', found: 17, needed: 18 } as const
  for (const text of [english, french]) {
    expect(sentenceFor(text, refusal)).toContain('/srv/comity')
    expect(sentenceFor(text, refusal)).toContain('PostgreSQL 17')
  }
  expect(sentenceFor(english, refusal)).not.toBe(sentenceFor(french, refusal))
})
