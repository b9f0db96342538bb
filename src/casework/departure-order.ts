import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { Period } from '../law/rule.ts'

/** Days on which the person was detained, or removal was stayed; without `to` it goes on. Both ends are suspended. */
export type Suspension = { readonly from: PlainDate; readonly to?: PlainDate }

export type DepartureOrder = { readonly enforceableOn: PlainDate; readonly suspensions: readonly Suspension[]; readonly metOn?: PlainDate }

/** Where a departure order stands. `became-deportation-order`: on that day, by itself, because its requirements were not met in time. */
export type DepartureOrderStanding =
  | { readonly standing: 'met'; readonly on: PlainDate }
  | { readonly standing: 'running'; readonly lastDay: PlainDate }
  | { readonly standing: 'suspended' }
  | { readonly standing: 'became-deportation-order'; readonly on: PlainDate }

/**
 * What has become of a departure order on a day (IRPR 224(2)–(3)). Each day after it became enforceable counts, but those of detention
 * or stay. The day of release still belongs to the suspension: the text says "until", and a day more costs nobody a right.
 */
export function departureOrderOn({ enforceableOn, suspensions, metOn }: DepartureOrder, day: PlainDate, period: Pick<Period, 'length'>): DepartureOrderStanding {
  const lastDay = lastDayOf(enforceableOn, suspensions, period.length)
  if (metOn !== undefined && metOn <= day && (lastDay === undefined || metOn <= lastDay)) return { standing: 'met', on: metOn }
  if (lastDay !== undefined && day > lastDay) return { standing: 'became-deportation-order', on: dayFromNumber(dayNumber(lastDay) + 1) }
  return lastDay === undefined || isSuspended(day, suspensions) ? { standing: 'suspended' } : { standing: 'running', lastDay }
}

/** Undefined while a suspension goes on that began before the days were over. */
function lastDayOf(from: PlainDate, suspensions: readonly Suspension[], length: number): PlainDate | undefined {
  let day = from
  for (let left = length; left > 0;) {
    day = dayFromNumber(dayNumber(day) + 1)
    if (!isSuspended(day, suspensions)) left -= 1
    else if (isSuspendedForGood(day, suspensions)) return undefined
  }
  return day
}

function isSuspended(day: PlainDate, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, to }) => from <= day && (to === undefined || day <= to))
}

function isSuspendedForGood(day: PlainDate, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, to }) => from <= day && to === undefined)
}
