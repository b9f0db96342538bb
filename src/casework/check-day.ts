import { findDay, type PlainDate } from '../kernel/day.ts'
import type { CaseRefusal } from './refusal.ts'

/** Refuses a day that is not in the calendar, or that has not come yet. `field` says which one to the person who typed it. */
export function checkPastDay(field: string, value: PlainDate, today: PlainDate): CaseRefusal | undefined {
  const day = findDay(value)
  if (day === undefined) return { code: 'impossible-day', field, value }
  return day > today ? { code: 'day-in-future', field, day, today } : undefined
}

/** Refuses a day that is not in the calendar, or that is over. */
export function checkComingDay(field: string, value: PlainDate, today: PlainDate): CaseRefusal | undefined {
  const day = findDay(value)
  if (day === undefined) return { code: 'impossible-day', field, value }
  return day < today ? { code: 'day-in-past', field, day, today } : undefined
}

/** Refuses a day that is not in the calendar. */
export function checkDay(field: string, value: PlainDate): CaseRefusal | undefined {
  return findDay(value) === undefined ? { code: 'impossible-day', field, value } : undefined
}

/** Refuses a step that is taken on another day than the one on which its gates are asked. */
export function checkToday(day: PlainDate, today: PlainDate): CaseRefusal | undefined {
  return checkDay('on', day) ?? (day === today ? undefined : { code: 'not-today', day, today })
}

/** Refuses a day that lies before what it must follow. Equal days are in order. */
export function checkNotBefore(day: PlainDate, after: string, afterDay: PlainDate | undefined): CaseRefusal | undefined {
  return afterDay !== undefined && day < afterDay ? { code: 'out-of-order', day, after, afterDay } : undefined
}
