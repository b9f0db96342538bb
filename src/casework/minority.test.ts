import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { isPartOfDay, mayBeMinor } from './minority.ts'

test.each([
  ['2008-11-22', '2026-11-21', true], ['2008-11-22', '2026-11-22', false],
  ['2008-02-29', '2026-02-28', true], ['2008-02-29', '2026-03-01', false],
  ['2008-02', '2026-02-28', true], ['2008-02', '2026-03-01', false],
  ['2007-02', '2025-02-27', true], ['2007-02', '2025-02-28', false],
  ['2008', '2026-12-30', true], ['2008', '2026-12-31', false],
])('born %s, on %s: may be a minor is %s', (bornOn, day, minor) => {
  expect(mayBeMinor(bornOn, day as PlainDate)).toBe(minor)
})

test('whose birth nobody knows may be a minor', () => {
  expect(mayBeMinor(undefined, '2026-11-22' as PlainDate)).toBe(true)
})

test('a birth is a year, a month or a day of the calendar', () => {
  for (const text of ['1990', '1990-05', '1990-05-17', '2008-02-29']) expect(isPartOfDay(text)).toBe(true)
  for (const text of ['', '90', '1990-13', '1990-02-30', '2007-02-29', '1990-5', '1990-05-17 ', '1990-05-17-01']) expect(isPartOfDay(text)).toBe(false)
})
