import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import { compareEditions } from './read-changes.ts'

const count = (period: string, value: number | null) => figureOf({ country: 'XKX', stratum: '', clock: '', period }, 'count', { value, withheld: value === null ? 'not-published' : null })

test('each figure of two editions is the same, changed, or in one of them only', () => {
  const found = compareEditions([count('2028', 10), count('2029', 20), count('2030', null)], [count('2029', 25), count('2030', null), count('2031', 5), count('2032', 6)])
  expect([found.compared, found.changed.length, found.onlyEarlier, found.onlyLater]).toEqual([2, 1, 1, 2])
  expect(found.changed[0]?.earlier.value).toBe(20)
  expect(found.changed[0]?.later.value).toBe(25)
})

test('a figure that is withheld in one edition only has changed', () => {
  expect(compareEditions([count('2030', null)], [count('2030', 7)]).changed).toHaveLength(1)
})
