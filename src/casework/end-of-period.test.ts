import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { endOfPeriod } from './end-of-period.ts'

test.each([
  ['2026-03-01', 15, 'days', '2026-03-16'],
  ['2026-12-20', 30, 'days', '2027-01-19'],
  ['2024-02-28', 1, 'days', '2024-02-29'],
  ['2026-03-01', 0, 'days', '2026-03-01'],
  ['2026-03-15', 12, 'months', '2027-03-15'],
  ['2026-01-31', 1, 'months', '2026-02-28'],
  ['2024-01-31', 1, 'months', '2024-02-29'],
  ['2026-08-31', 6, 'months', '2027-02-28'],
  ['2026-11-30', 3, 'months', '2027-02-28'],
] as const)('from %s, %i %s end on %s', (from, length, unit, last) => {
  expect(endOfPeriod(from as PlainDate, { length, unit })).toBe(last)
})
