import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { actualsOf, type PeriodCount } from './commitment.ts'
import { spanOf } from './period-span.ts'

const day = (text: string) => text as PlainDate
const counts = (...list: readonly (readonly [string, number])[]): readonly PeriodCount[] => list.flatMap(([period, count]) => {
  const span = spanOf(period)
  return span ? [{ period, count, ...span }] : []
})
const fiscal = { from: day('2025-04-01'), until: day('2026-03-31') }
const partly = (...list: readonly (readonly [string, number])[]) => actualsOf(fiscal, counts(...list)).straddling.map(({ period, bounds }) => [period, bounds?.lower, bounds?.upper])

test('of a calendar year that lies in a fiscal one in part nothing is known but the year', () => {
  expect(partly(['2025', 22_108])).toEqual([['2025', undefined, undefined]])
})

test('what is published of its other days is taken off, and what is published of its own is the least', () => {
  // January to March are published: what is left is April to December, all of it within.
  expect(partly(['2025', 22_108], ['2025-Q1', 5647])).toEqual([['2025', 16_461, 16_461]])
  expect(partly(['2025', 22_108], ['2025-01', 2000])).toEqual([['2025', 0, 20_108]])
  expect(partly(['2025', 22_108], ['2025-Q2', 5268])).toEqual([['2025', 5268, 22_108]])
  expect(partly(['2025', 22_108], ['2025-01', 2000], ['2025-Q2', 5268])).toEqual([['2025', 5268, 20_108]])
})

test('editions that do not agree give no bounds', () => {
  expect(partly(['2025', 5000], ['2025-Q1', 5647])).toEqual([['2025', undefined, undefined]])
})

test('a period whose part within is counted already is not named again', () => {
  expect(partly(['2025', 22_108], ['2025-Q1', 5647], ['2025-Q2', 5268], ['2025-Q3', 5000], ['2025-Q4', 6193])).toEqual([])
  expect(partly(['2025', 22_108], ['2026', 100], ['2025-Q2', 1], ['2025-Q3', 1], ['2025-Q4', 1]).map(([period]) => period)).toEqual(['2026'])
})

test('days that nobody calls a month, a quarter or a year are named too, where they tell most', () => {
  expect(partly(['2025-01-01/2025-07-28', 10_000])).toEqual([['2025-01-01/2025-07-28', undefined, undefined]])
  expect(partly(['2025-01-01/2025-07-28', 10_000], ['2025-Q1', 5647], ['2025-Q2', 4000])).toEqual([['2025-01-01/2025-07-28', 4353, 4353]])
})
