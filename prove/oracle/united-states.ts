// Written from 8 USC and 8 CFR, section by section.
import type { FactCode } from '../../src/law/facts.ts'
import { onOrAfter, type Oracle } from './known.ts'

/** 8 USC 1228(b)(3): not until 14 calendar days have passed from the date of issue, unless waived. */
const administrativeOrder: Oracle = ({ today, on }) => {
  const issued = on('administrative-order-issued')
  return issued === undefined || onOrAfter(on('fourteen-days-waived'), issued) || today >= issued + 15
}

/** 8 CFR 1003.6(a) and 1003.38: the time to appeal, thirty days, and the disputed ten; the last day is a business day. */
const appealTime: Oracle = ({ today, on }) => {
  const ordered = on('judge-ordered-removal')
  if (ordered === undefined) return true
  if (onOrAfter(on('appeal-waived'), ordered) || onOrAfter(on('board-upheld-removal'), ordered)) return true
  return today > businessDay(ordered + 30) && today > businessDay(ordered + 10)
}

/**
 * 8 CFR 1003.6(a), which was only described: while an appeal is pending. 8 USC 1101(a)(47)(B): an order is final when the Board affirms
 * it, so an appeal that was decided otherwise is none against the order that a judge made since.
 */
const appealPending: Oracle = ({ on }) => {
  const filed = on('appeal-to-board-filed')
  if (filed === undefined || (['board-upheld-removal', 'appeal-rejected-as-late'] as const).some((fact) => onOrAfter(on(fact), filed))) return true
  const otherwise = on('board-decided-otherwise')
  return onOrAfter(otherwise, filed) && onOrAfter(on('judge-ordered-removal'), otherwise)
}

/** 8 USC 1231(b)(3)(A), 8 CFR 1208.22 and 1208.24: until terminated. */
function until(ended: FactCode, granted: FactCode): Oracle {
  return ({ on }) => on(granted) === undefined || onOrAfter(on(ended), on(granted))
}

// Legal holidays of 2026, from the list of the Office of Personnel Management as recalled; the day asked about lies in that year.
const holidays = new Set(['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'].map((day) => Date.parse(`2026-${day}T00:00:00Z`) / 86_400_000))

// 1970-01-01 was a Thursday.
function businessDay(day: number): number {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6 || holidays.has(day) ? businessDay(day + 1) : day
}

/** By the code of the gate. */
export const unitedStatesOracles: Readonly<Record<string, Oracle>> = {
  'us-administrative-order-wait': administrativeOrder,
  'us-appeal-time': appealTime,
  'us-appeal-pending': appealPending,
  'us-withholding': until('withholding-terminated', 'withholding-granted'),
  'us-cat-withholding': until('cat-withholding-terminated', 'cat-withholding-granted'),
  'us-asylum': until('asylum-terminated', 'asylum-granted'),
}
