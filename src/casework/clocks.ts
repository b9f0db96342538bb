import { daysBetween, type PlainDate } from '../kernel/day.ts'
import type { Request } from './case-state.ts'
import { openOutcomes } from './request-standing.ts'

/** A stretch of days; without `to` the clock still runs, and `days` counts until the day that was asked about. */
export type Clock = { readonly from: PlainDate; readonly to?: PlainDate; readonly days: number; readonly ended: boolean }

/**
 * Two clocks that are never added up: how long the authority took to send what it had drafted, and how long the state took to decide
 * what it was sent. Silence, and answers that decide nothing, leave the state's clock running; withdrawal stops both without an answer.
 */
export type RequestClocks = { readonly own?: Clock; readonly state?: Clock }

export function clocksOf({ drafted, sentOn, outcomes, withdrawn }: Request, day: PlainDate): RequestClocks {
  const decided = outcomes.find(({ outcome }) => !(openOutcomes as readonly string[]).includes(outcome))?.on
  return {
    ...(drafted === undefined ? {} : { own: clock(drafted.on, sentOn ?? withdrawn?.on, day) }),
    ...(sentOn === undefined ? {} : { state: clock(sentOn, decided ?? withdrawn?.on, day) }),
  }
}

function clock(from: PlainDate, to: PlainDate | undefined, day: PlainDate): Clock {
  return to === undefined ? { from, days: daysBetween(from, day), ended: false } : { from, to, days: daysBetween(from, to), ended: true }
}
