import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'

/** When nobody works. Beyond `knownUntil` no holiday is known, so neither is any working day. */
export type WorkingCalendar = { readonly weekend: readonly number[]; readonly holidays: readonly PlainDate[]; readonly knownUntil?: PlainDate | undefined }

/** The day on which the given number of working days after `from` is complete; undefined when the calendar does not reach so far. */
export function addWorkingDays(from: PlainDate, number: number, { weekend, holidays, knownUntil }: WorkingCalendar): PlainDate | undefined {
  if (knownUntil === undefined || new Set(weekend).size >= 7) return undefined
  let day = from
  for (let left = number; left > 0;) {
    day = dayFromNumber(dayNumber(day) + 1)
    if (day > knownUntil) return undefined
    if (!weekend.includes(weekday(day)) && !holidays.includes(day)) left -= 1
  }
  return day
}

/** 0 is Sunday. */
export function weekday(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
