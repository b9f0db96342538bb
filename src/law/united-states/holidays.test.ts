import { expect, test } from 'vitest'
import { federalHolidays } from './holidays.ts'

test('the federal holidays of 2026 are these, the Fourth of July kept on the Friday before', () => {
  expect(federalHolidays.filter((day) => day.startsWith('2026'))).toEqual([
    '2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25',
  ])
})

test('a holiday on a Sunday is kept on the Monday, and New Year on a Saturday in the old year', () => {
  expect(federalHolidays).toEqual(expect.arrayContaining(['2022-12-26', '2021-12-31', '2027-07-05', '2027-05-31']))
  expect(federalHolidays).not.toContain('2020-06-19')
})
