// The pairs that every test run tries; `npm run prove:leaks` tries a million. The leaks show that the comparison can find something.
import { describe, expect, test } from 'vitest'
import { catchLeak, examinePairs, makeSetting } from './leaks/examine.ts'
import { leaks } from './leaks/list.ts'

const seed = Math.floor(Math.random() * 2 ** 31)
const setting = makeSetting()

test('20,000 pairs of cases that differ only in what a home state may not know look the same to it', { timeout: 600_000 }, () => {
  const { kinds, stopped, told } = examinePairs(seed, 0, 20_000, setting)
  expect({ told, stopped }, `npm run prove:leaks -- --seed ${seed}`).toEqual({ told: [], stopped: 0 })
  // Alike because both left, not because neither did; and closed gates are among them too.
  expect(kinds['both-sent']).toBeGreaterThan(14_000)
  expect(kinds['one-held']).toBeGreaterThan(500)
})

describe('an injected leak is caught', () => {
  test('there are at least fifty, each with a name of its own', () => {
    expect(new Set(leaks.map(({ name }) => name)).size).toBe(leaks.length)
    expect(leaks.length).toBeGreaterThanOrEqual(50)
  })

  test.each(leaks)('$where: $name', (leak) => {
    expect(catchLeak(leak, seed, 5000, setting), `npm run prove:leaks -- --injected --seed ${seed}`).toBeDefined()
  })
})

describe('the settings of the proof', () => {
  test('gates open after many different histories of protected facts, in both countries', () => {
    for (const jurisdiction of ['CA', 'US'] as const) {
      const { open, facts } = setting.histories[jurisdiction]
      expect(open.length).toBeGreaterThan(200)
      const told = new Set(open.flatMap((history) => history.filter(({ value }) => value === 'yes').map(({ fact }) => fact)))
      // All but those that only ever hold.
      expect(facts.filter((fact) => !told.has(fact)).length).toBeLessThan(facts.length / 4)
    }
  })

  test('a pair depends on the seed and its number alone', () => {
    const [again, once] = [examinePairs(seed, 100, 110, setting), examinePairs(seed, 100, 110, setting)]
    expect(again).toEqual(once)
  })
})
