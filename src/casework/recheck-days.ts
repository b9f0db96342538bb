import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import { hasLeft, type CaseState } from './case-state.ts'
import type { Step } from '../law/rule.ts'

/** A day on which the file is to be read again before a step, whatever its gates said when the step was arranged. */
export type Recheck = { readonly on: PlainDate; readonly before: Step; readonly stepOn: PlainDate; readonly about: string }

/** How many days before an interview and before a departure the file is read again: an authority's choice, handed in. */
export type RecheckChoice = { readonly daysBeforeInterview: number; readonly daysBeforeDeparture: number }

/** Re-checks that are still to come, or are due, for steps that lie on the day or after it; the earliest first. */
export function rechecksOf(state: CaseState, day: PlainDate, { daysBeforeInterview, daysBeforeDeparture }: RecheckChoice): readonly Recheck[] {
  if (state.closed || hasLeft(state)) return []
  const interviews = state.requests.filter((request) => request.withdrawn === undefined).flatMap(({ requestId, interviewArrangedFor, interviews }) =>
    (interviewArrangedFor === undefined || interviews.includes(interviewArrangedFor) ? [] : [recheck('interview', interviewArrangedFor, daysBeforeInterview, requestId)]))
  const journeys = state.bookings.filter((booking) => booking.cancelledOn === undefined && !state.departures.some((one) => one.bookingId === booking.bookingId))
    .map(({ bookingId, departsOn }) => recheck('departure', departsOn, daysBeforeDeparture, bookingId))
  return [...interviews, ...journeys].filter(({ stepOn }) => stepOn >= day).toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

function recheck(before: Step, stepOn: PlainDate, days: number, about: string): Recheck {
  return { on: dayFromNumber(dayNumber(stepOn) - days), before, stepOn, about }
}
