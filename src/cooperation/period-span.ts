import { dayFromNumber, dayNumber, findDay, type PlainDate } from '../kernel/day.ts'

export type Span = { readonly from: PlainDate; readonly until: PlainDate; readonly length: 'month' | 'quarter' | 'year' | 'other' }

/**
 * First and last day of a period as figures name it: `2016`, `FY2017` (October to September), `FY2016-2017` (April to March),
 * `2016-Q3`, `FY2016-2017-Q2`, `2016-03`, `2015-10-01/2017-09-30`. Undefined for parts of periods and for what is none of these.
 */
export function spanOf(period: string): Span | undefined {
  const [, fiscal, year = '', second, quarter, month] = /^(FY)?(\d{4})(?:-(\d{4}))?(?:-Q([1-4])|-(\d\d))?$/.exec(period) ?? []
  if (year === '') return spanOfDays(period)
  if (month !== undefined) return fiscal === undefined && second === undefined && Number(month) >= 1 && Number(month) <= 12 ? spanFrom(Number(year), Number(month) - 1, 1, 'month') : undefined
  if (fiscal === undefined && second !== undefined) return undefined
  const [firstYear, firstMonth] = fiscal === undefined ? [Number(year), 0] : second === undefined ? [Number(year) - 1, 9] : [Number(year), 3]
  return quarter === undefined ? spanFrom(firstYear, firstMonth, 12, 'year') : spanFrom(firstYear, firstMonth + 3 * (Number(quarter) - 1), 3, 'quarter')
}

function spanFrom(year: number, month: number, months: number, length: Span['length']): Span {
  const first = (count: number) => Date.UTC(year, month + count, 1) / 86_400_000
  return { from: dayFromNumber(first(0)), until: dayFromNumber(first(months) - 1), length }
}

function spanOfDays(period: string): Span | undefined {
  const [from, until] = period.split('/').map((day) => findDay(day))
  return from && until && dayNumber(from) <= dayNumber(until) ? { from, until, length: 'other' } : undefined
}
