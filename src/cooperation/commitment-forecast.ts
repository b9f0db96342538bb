import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { Result } from '../kernel/result.ts'
import { yearlyForecast, type ForecastRefusal, type YearlyForecast } from '../statistics/yearly-forecast.ts'
import { actualsOf, type Commitment, type PeriodCount } from './commitment.ts'

/** Name and version of the method. */
export const forecastMethod = 'same-stretch-of-earlier-years/1'

export type CommitmentForecast =
  /** The rest of the commitment's days as they were in earlier years, beside what is counted already; all of it where nothing is. */
  | { readonly kind: 'made'; readonly counted: number; readonly rest: YearlyForecast; readonly from: PlainDate; readonly until: PlainDate; readonly yearsAhead: number }
  /** Counts of whole years that begin on another day than the commitment's: then the year that begins nearest is forecast, and said to be another. */
  | { readonly kind: 'made-of-other-year'; readonly rest: YearlyForecast; readonly from: PlainDate; readonly until: PlainDate; readonly yearsAhead: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'not-a-year' }
  | { readonly kind: 'too-few'; readonly years: number; readonly needed: number }

const aYear = 366

/**
 * What is to be expected of a commitment's days that are not counted yet: as much as in the same stretch of the last year that is
 * known, with limits from how far off that was from year to year. Only for commitments of one year at most.
 */
export function forecastOf(commitment: Pick<Commitment, 'from' | 'until'>, counts: readonly PeriodCount[]): CommitmentForecast {
  if (dayNumber(commitment.until) - dayNumber(commitment.from) >= aYear) return { kind: 'not-a-year' }
  const { count, through } = actualsOf(commitment, counts)
  if (through !== undefined && through >= commitment.until) return { kind: 'over' }
  const from = through === undefined ? commitment.from : dayFromNumber(dayNumber(through) + 1)
  const rest = stretches(counts, from, commitment.until)
  if (rest.years.length > 0 || count !== null) return said(yearlyForecast(rest.years, rest.yearsAhead, 0.95), (made) => ({ kind: 'made', counted: count ?? 0, rest: made, from, until: commitment.until, yearsAhead: rest.yearsAhead }))
  const other = wholeYears(counts, commitment.from)
  return said(yearlyForecast(other.years, other.yearsAhead, 0.95), (made) => ({ kind: 'made-of-other-year', rest: made, from: other.from, until: other.until, yearsAhead: other.yearsAhead }))
}

function said(result: Result<YearlyForecast, ForecastRefusal>, made: (forecast: YearlyForecast) => CommitmentForecast): CommitmentForecast {
  return result.ok ? made(result.value) : { kind: 'too-few', years: result.refusal.years, needed: result.refusal.needed }
}

/** The same days of each earlier year that are wholly counted, without a gap, the earliest first; and how many years on the asked one is. */
function stretches(counts: readonly PeriodCount[], from: PlainDate, until: PlainDate): { readonly years: readonly number[]; readonly yearsAhead: number } {
  const back = Array.from({ length: 60 }, (_, place) => place + 1).map((years) => ({ years, actuals: actualsOf({ from: yearsBefore(from, years), until: yearsBefore(until, years) }, counts) }))
  const whole = back.map(({ years, actuals }) => ({ years, count: actuals.daysCounted === actuals.days ? actuals.count : null }))
  const first = whole.findIndex(({ count }) => count !== null)
  if (first < 0) return { years: [], yearsAhead: 1 }
  const run = whole.slice(first)
  const end = run.findIndex(({ count }) => count === null)
  return { years: run.slice(0, end < 0 ? undefined : end).map(({ count }) => count ?? 0).toReversed(), yearsAhead: first + 1 }
}

/** Whole years as the source counts them, since the last gap, and the one of them that begins nearest to a day. */
function wholeYears(counts: readonly PeriodCount[], near: PlainDate) {
  const all = counts.filter(({ length }) => length === 'year').toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const gap = all.findLastIndex((one, place) => place > 0 && dayNumber(one.from) !== dayNumber(all[place - 1]?.until ?? one.from) + 1)
  const years = all.slice(Math.max(0, gap))
  const last = years.at(-1)
  if (!last) return { years: [], yearsAhead: 1, from: near, until: near }
  const yearsAhead = Math.max(1, Math.round((dayNumber(near) - dayNumber(last.from)) / 365.25))
  return { years: years.map(({ count }) => count), yearsAhead, from: yearsBefore(last.from, -yearsAhead), until: yearsBefore(last.until, -yearsAhead) }
}

/** The same day so many years before; the last of February stays the last. */
function yearsBefore(day: PlainDate, years: number): PlainDate {
  const [year, month, ofMonth] = [Number(day.slice(0, 4)) - years, Number(day.slice(5, 7)), Number(day.slice(8))]
  const lastOfMonth = (inYear: number) => new Date(Date.UTC(inYear, month, 0)).getUTCDate()
  const isLast = ofMonth === lastOfMonth(year + years)
  return `${String(year).padStart(4, '0')}-${day.slice(5, 7)}-${String(isLast ? lastOfMonth(year) : Math.min(ofMonth, lastOfMonth(year))).padStart(2, '0')}` as PlainDate
}
