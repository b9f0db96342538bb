import { expect, test } from 'vitest'
import { killAndCheck } from './kill-runs.ts'

// Four of the two hundred runs of `npm run prove:crash`.
test('after kill -9 of the server and of the writer every acknowledged event is there and every case is whole', { timeout: 180_000 }, async () => {
  const { serverKills, writerKills, acknowledged, lost, broken } = await killAndCheck({ runs: 4, seed: 20_261_122 })
  expect([serverKills, writerKills]).toEqual([2, 2])
  expect(acknowledged).toBeGreaterThan(0)
  expect(lost).toEqual([])
  expect(broken).toEqual([])
})
