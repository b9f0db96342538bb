import { findDay, type PlainDate } from '../kernel/day.ts'

/** Convention on the Rights of the Child, article 1. */
const majority = 18

/** Is or may this person be under eighteen on the day? What is not known of the birth counts as late as it could be. */
export function mayBeMinor(bornOn: string | undefined, day: PlainDate): boolean {
  if (bornOn === undefined) return true
  const [year = '', month = '12', date = lastDate(year, month)] = bornOn.split('-')
  const birthday = `${String(Number(year) + majority).padStart(4, '0')}-${month}-${date}`
  // Born on 29 February: eighteen on 1 March, in a year without one. Text order puts 02-29 before 03-01.
  return day < birthday
}

/** Is this a birth as far as it is known: a year, a month, or a day of the calendar? */
export function isPartOfDay(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && findDay(`${text}${'-01'.repeat((10 - text.length) / 3)}`) !== undefined
}

function lastDate(year: string, month: string): string {
  return ['31', '30', '29', '28'].find((date) => findDay(`${year}-${month}-${date}`)) ?? '31'
}
