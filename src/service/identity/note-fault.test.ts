import { expect, test } from 'vitest'
import { noteFault, type NotedFault } from './note-fault.ts'

function noted(cause: unknown): readonly NotedFault[] {
  const taken: NotedFault[] = []
  noteFault((fault) => taken.push(fault), 'provider-not-found', cause)
  return taken
}

test('whoever runs the installation reads what failed, and what was behind it', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' })
  expect(noted(new TypeError('fetch failed', { cause: refused }))).toEqual([{ where: 'provider-not-found', causes: [
    { name: 'TypeError', said: 'fetch failed' }, { name: 'Error', code: 'ECONNREFUSED', said: 'connect ECONNREFUSED 127.0.0.1:9' },
  ] }])
  expect(noted(Object.assign(new Error('server responded with an error'), { error: 'invalid_client' }))[0]?.causes[0]?.code).toBe('invalid_client')
})

test('no challenge, code or token reaches the log, nor more than a few lines of what somebody sent', () => {
  const secret = 'Qm9ndXMtY2hhbGxlbmdlLW9mLWEtc2FtcGxl'
  const [fault] = noted(Object.assign(new Error(`Unexpected challenge "${secret}" from https://desk.example ${'long '.repeat(200)}`), { code: `${secret} and more` }))
  expect(JSON.stringify(fault)).not.toContain(secret)
  expect(fault?.causes).toMatchObject([{ name: 'Error', said: expect.stringContaining('https://desk.example') as string }])
  expect(fault?.causes[0]?.said.length).toBe(300)
  expect(fault?.causes[0]).not.toHaveProperty('code')
})

test('a chain of causes that leads round in a circle ends', () => {
  const round = new Error('round')
  round.cause = round
  expect(noted(round)[0]?.causes).toHaveLength(4)
})
