import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveApi, type ServedApi } from '../../test/served-api.ts'
import { rateLimit } from './rate-limit.ts'

let served: ServedApi
beforeAll(async () => { served = await serveApi({ settings: { requestsPerMinute: 1 } }) })
afterAll(() => served.close())

test('so many a minute are let through, each name for itself, and more as time goes by', () => {
  let moment = 0
  const limit = rateLimit(60, () => moment)
  for (let asked = 0; asked < 60; asked++) expect(limit.take('one')).toBeUndefined()
  expect([limit.take('one'), limit.take('two')]).toEqual([1, undefined])
  moment = 999
  expect(limit.take('one')).toBe(1)
  moment = 3_000
  expect([limit.take('one'), limit.take('one'), limit.take('one'), limit.take('one')]).toEqual([undefined, undefined, undefined, 1])
})

test('however many names there are, one that was just asked for is still held', () => {
  const limit = rateLimit(1, () => 0)
  for (let name = 0; name < 25_000; name++) limit.take(String(name))
  expect([limit.take('24999'), limit.take('24998')]).toEqual([60, 60])
})

test('a token that asks too often is told how long to wait, and no other one', async () => {
  expect([(await served.ask('officer', { path: '/me' })).status, (await served.ask('officer', { path: '/me' })).status]).toEqual([200, 429])
  const held = await served.ask('officer', { path: '/me', headers: { 'accept-language': 'fr' } })
  expect([held.body.code, Number(held.headers['retry-after']) > 0, held.body.facts.seconds]).toEqual(['too-many-requests', true, Number(held.headers['retry-after'])])
  expect((await served.ask('analyst', { path: '/me' })).status).toBe(200)
})
