import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { forecastOf } from './commitment-forecast.ts'
import type { PeriodCount } from './commitment.ts'
import { spanOf } from './period-span.ts'

const day = (text: string) => text as PlainDate
const counted = (period: string, count: number): readonly PeriodCount[] => {
  const span = spanOf(period)
  return span ? [{ period, count, ...span }] : []
}
const month = (year: number, number: number) => `${year}-${String(number).padStart(2, '0')}`
/** Ten a month in the first year, eleven in the second and so on, with twice as many in December. */
const monthly = (from: number, until: string) => Array.from({ length: 240 }, (_, place) => place).flatMap((place) => {
  const [year, number] = [from + Math.floor(place / 12), (place % 12) + 1]
  return month(year, number) > until ? [] : counted(month(year, number), (10 + year - from) * (number === 12 ? 2 : 1))
})
const ofYear = (year: number) => ({ from: day(`${year}-01-01`), until: day(`${year}-12-31`) })

test('the rest of a year is expected as the same months were a year before, season and all', () => {
  const forecast = forecastOf(ofYear(2026), monthly(2014, '2026-09'))
  if (forecast.kind !== 'made') throw new Error(forecast.kind)
  // Nine months of 22; October to December 2025: 21 + 21 + 42.
  expect([forecast.counted, Math.round(forecast.rest.value), forecast.from, forecast.yearsAhead]).toEqual([9 * 22, 84, '2026-10-01', 1])
  expect([forecast.rest.lower < 84, forecast.rest.upper > 84, forecast.rest.years]).toEqual([true, true, 12])
})

test('a year of which nothing is counted yet is expected as the last whole one, farther limits the farther on', () => {
  const [next, later] = [2027, 2029].map((year) => forecastOf(ofYear(year), monthly(2014, '2026-12')))
  if (next?.kind !== 'made' || later?.kind !== 'made') throw new Error('not made')
  expect([next.yearsAhead, later.yearsAhead, Math.round(next.rest.value)]).toEqual([1, 3, 22 * 13])
  expect(later.rest.upper - later.rest.lower).toBeGreaterThan(next.rest.upper - next.rest.lower)
})

test('where a source counts whole years that begin on another day, that year is forecast and said to be another', () => {
  const years = Array.from({ length: 12 }, (_, place) => counted(String(2013 + place), 1000 + 10 * place)).flat()
  expect(forecastOf({ from: day('2025-04-01'), until: day('2026-03-31') }, years)).toMatchObject({ kind: 'made-of-other-year', from: '2025-01-01', until: '2025-12-31', yearsAhead: 1 })
})

test('a year that is missing breaks the series: what lies before it is not followed by what lies after', () => {
  const years = Array.from({ length: 14 }, (_, place) => 2011 + place).filter((year) => year !== 2018).flatMap((year) => counted(String(year), 1000))
  expect(forecastOf({ from: day('2025-04-01'), until: day('2026-03-31') }, years)).toEqual({ kind: 'too-few', years: 6, needed: 9 })
  expect(forecastOf(ofYear(2025), years)).toEqual({ kind: 'too-few', years: 6, needed: 9 })
})

test('nothing is forecast of what is over, of several years, or of nothing', () => {
  expect(forecastOf(ofYear(2025), monthly(2014, '2026-09'))).toEqual({ kind: 'over' })
  expect(forecastOf({ from: day('2025-01-01'), until: day('2027-12-31') }, monthly(2014, '2026-09'))).toEqual({ kind: 'not-a-year' })
  expect(forecastOf(ofYear(2026), [])).toEqual({ kind: 'too-few', years: 0, needed: 9 })
})

test('a commitment that ends in February is held against Februaries of either length', () => {
  const forecast = forecastOf({ from: day('2027-03-01'), until: day('2028-02-29') }, monthly(2012, '2026-12'))
  expect(forecast.kind === 'made' && forecast.rest.years).toBe(14)
})
