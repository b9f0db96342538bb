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

test('a period whose last day is closed ends on the next open day, and one that is not stays', () => {
  const appeal = { length: 30, unit: 'days', movesOffClosedDays: { weekdays: [0, 6], holidays: ['2026-05-25' as PlainDate] } } as const
  expect(endOfPeriod('2026-04-22' as PlainDate, appeal)).toBe('2026-05-22') // a Friday
  expect(endOfPeriod('2026-04-23' as PlainDate, appeal)).toBe('2026-05-26') // Saturday, Sunday, holiday, Tuesday
  expect(endOfPeriod('2026-04-23' as PlainDate, { length: 30, unit: 'days' })).toBe('2026-05-23')
})

test('a last day on which nothing is open moves to the next that is, over weekend and holidays alike', () => {
  const movesOffClosedDays = { weekdays: [0, 6], holidays: ['2026-06-22' as PlainDate] }
  const end = (from: string) => endOfPeriod(from as PlainDate, { length: 10, unit: 'days', movesOffClosedDays })
  // From the 9th the tenth day is Friday the 19th; from the 10th it is Saturday, and Monday the 22nd is a holiday.
  expect([end('2026-06-09'), end('2026-06-10'), end('2026-06-12')]).toEqual(['2026-06-19', '2026-06-23', '2026-06-23'])
})
