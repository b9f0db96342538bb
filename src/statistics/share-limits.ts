import { aalenJohansen } from './aalen-johansen.ts'
import type { Counts } from './counts.ts'
import { exactLimits } from './exact-limits.ts'
import { limits, type Limits } from './limits.ts'
import { everyEvent } from './margins.ts'
import { mergeOutcomes } from './merge-outcomes.ts'
import { dailyCounts, oneMore } from './one-more.ts'
import { valueOnDay } from './step.ts'

/** One share on one day with the limits that hold there; without limits, and so not to be shown, where none do. */
export type ShareWithLimits = {
  readonly value: number
  readonly standardError: number
  readonly limits: (Limits & { readonly kind: 'log-log' | 'exact' }) | null
}

// How these were chosen, and what the limits then cover: docs/reference/coverage.md.
/** One person may stand for so much of all, on any day, before nothing is shown: one in ten, but for rounding. */
export const mostStoodFor = 0.1 + 1e-9
/** So much, or one more event moving the share by more than its standard error, and the log-log limits give way to the exact ones. */
export const mostStoodForLogLog = 0.02 + 1e-9

/**
 * Share that has ended with any of `events` by each of `askedDays`, all other events competing (Aalen–Johansen), with
 * limits chosen by the rule of docs/reference/coverage.md: log-log where many speak for it, exact where few do,
 * none where too few do. For the share still open give all events and take one minus.
 */
export function sharesWithLimits(counts: Counts, events: readonly number[], askedDays: readonly number[], level: number): readonly ShareWithLimits[] {
  const lastDay = Math.max(0, ...askedDays)
  const untilThen = { horizonDays: Math.min(counts.horizonDays, lastDay), entries: counts.entries, exits: counts.exits }
  const merged = mergeOutcomes(untilThen, [events, everyEvent(counts).filter((event) => !events.includes(event))])
  const { days, incidence, variance } = aalenJohansen(merged, 'multinomial')
  const daily = dailyCounts(merged, [1], lastDay)
  return askedDays.map((day) => {
    // Sums of many small steps pass one, and a variance that comes to nought passes below it, by the last digit.
    const value = Math.min(1, valueOnDay(days, incidence[0]!, day, 0))
    const standardError = Math.sqrt(Math.max(0, valueOnDay(days, variance[0]!, day, 0)))
    const { moves, standsFor } = oneMore(day, daily)
    if (standsFor > mostStoodFor) return { value, standardError, limits: null }
    const smooth = limits(value, standardError, level, 'log-log', 'incidence')
    const holds = standsFor <= mostStoodForLogLog && moves <= standardError && smooth.lower <= smooth.upper
    const found = holds ? ({ ...smooth, kind: 'log-log' } as const) : exactOnDay(merged, day, level)
    return { value, standardError, limits: { lower: Math.max(0, Math.min(found.lower, value)), upper: Math.min(1, Math.max(found.upper, value)), kind: found.kind } }
  })
}

function exactOnDay(merged: Counts, day: number, level: number): NonNullable<ShareWithLimits['limits']> {
  const { lower, upper } = exactLimits(merged, [1], [day], level)
  return { lower: lower[0]!, upper: upper[0]!, kind: 'exact' }
}
