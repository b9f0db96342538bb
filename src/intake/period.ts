import { dayFromNumber, dayNumber, findDay, type PlainDate } from '../kernel/day.ts'
import type { PeriodRule } from './profile.ts'

/** `2016`, `FY2017` or `2016-Q3`; the number is the one that `periodSql` gives. */
export function periodName(number: number, rule: PeriodRule): string {
  if (rule === 'quarter') return `${1900 + Math.floor(number / 4)}-Q${(number % 4) + 1}`
  return rule === 'calendar-year' ? String(1900 + number) : `FY${1900 + number}`
}

/** First and last day of a period, as days since 1970-01-01. */
export function periodDays(number: number, rule: PeriodRule): { readonly firstDay: number; readonly lastDay: number } {
  return { firstDay: firstDayOf(number, rule), lastDay: firstDayOf(number + 1, rule) - 1 }
}

function firstDayOf(number: number, rule: PeriodRule): number {
  const day = (year: number, month: number) => dayNumber(`${year}-${String(month).padStart(2, '0')}-01` as PlainDate)
  if (rule === 'quarter') return day(1900 + Math.floor(number / 4), (number % 4) * 3 + 1)
  if (rule === 'calendar-year') return day(1900 + number, 1)
  // A fiscal year is named after the calendar year in which it ends.
  return day(1899 + number, rule === 'fiscal-year-october' ? 10 : 4)
}

/** The last day of the latest period in a list of names; parts of periods and names that are none are left out. */
export function lastDayOfPeriods(names: readonly string[]): PlainDate | undefined {
  return names.flatMap((name) => lastDayOf(name) ?? []).toSorted().at(-1)
}

function lastDayOf(name: string): PlainDate | undefined {
  const match = /^(FY)?(\d{4})(?:-(\d{4}))?(?:-Q([1-4]))?$/.exec(name)
  if (!match) return findDay(name)
  const [, fiscal, year, until, quarter] = match
  if (fiscal !== undefined && until === undefined) return dayFromNumber(periodDays(Number(year) - 1900, 'fiscal-year-october').lastDay)
  // A fiscal year with two years in its name runs from April to March.
  const firstMonth = fiscal === undefined ? 0 : 3
  const months = firstMonth + (quarter === undefined ? 12 : Number(quarter) * 3)
  return dayFromNumber(Date.UTC(Number(year), months, 0) / 86_400_000)
}
