import { expect, test } from 'vitest'
import { dayFromNumber, dayNumber, daysBetween, findDay, type PlainDate } from './day.ts'

test.each(['2017-02-30', '2017-13-01', '2017-00-10', '17-01-01', '2017-1-1', 'yesterday'])('%s is no day of the calendar', (text) => {
  expect(findDay(text)).toBeUndefined()
})

test.each(['2016-02-29', '1970-01-01', '0999-12-31'])('%s is a day of the calendar', (text) => {
  expect(findDay(text)).toBe(text)
})

test('leap days count', () => {
  expect(daysBetween('2016-02-28' as PlainDate, '2016-03-01' as PlainDate)).toBe(2)
  expect(daysBetween('2017-02-28' as PlainDate, '2017-03-01' as PlainDate)).toBe(1)
})

test('a day and its number say the same', () => {
  for (const number of [-400_000, -1, 0, 1, 17_439]) expect(dayNumber(dayFromNumber(number))).toBe(number)
})
