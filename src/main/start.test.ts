import { expect, test } from 'vitest'
import { describeListenFault, readAddress } from './address.ts'
import { readSampleSize } from './sample-size.ts'
import { english, french, sentenceFor } from './say.ts'

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

test('two thousand made-up cases are loaded into a database of our own, and none on a server unless they are wished', () => {
  expect(readSampleSize(undefined, undefined)).toEqual({ ok: true, value: 2_000 })
  expect(readSampleSize('', 'postgresql://server/comity')).toEqual({ ok: true, value: 0 })
  expect(readSampleSize('50', 'postgresql://server/comity')).toEqual({ ok: true, value: 50 })
  expect(readSampleSize('0', undefined)).toEqual({ ok: true, value: 0 })
})

test.each(['-1', 'many', '1e3', '100001', '1.5'])('COMITY_FICTIONAL_CASES=%s is refused', (wished) => {
  expect(readSampleSize(wished, undefined)).toEqual({ ok: false, refusal: { code: 'sample-size-wrong', wished } })
})
