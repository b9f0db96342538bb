import { aalenJohansen } from './aalen-johansen.ts'
import type { Counts } from './counts.ts'
import { exactLimits } from './exact-limits.ts'
import { limits, type Limits } from './limits.ts'
import { everyEvent } from './margins.ts'
import { mergeOutcomes } from './merge-outcomes.ts'
import { midLimits } from './mid-limits.ts'
import { dailyCounts, oneMore, type Daily, type OneMore } from './one-more.ts'
import { valueOnDay } from './step.ts'
import { freedomOfShare, studentLimits } from './student-limits.ts'

/** One share on one day with the limits that hold there; without limits, and so not to be shown, where none do. */
export type ShareWithLimits = {
  readonly value: number
  readonly standardError: number
  readonly limits: ChosenLimits | null
}

type ChosenLimits = Limits & { readonly kind: 'log-log' | 'student-log-log' | 'mid-p' | 'exact' }

// How these were chosen, and what the limits then cover: docs/reference/coverage.md.
/** One person may stand for so much of all, on any day, before nothing is shown: one in ten, but for rounding. */
export const mostStoodFor = 0.1 + 1e-9
/** So much, or one more event moving the share by more than its standard error, and the log-log limits give way to the exact ones. */
export const mostStoodForLogLog = 0.02 + 1e-9
/** From so many on, seen by the day asked for, limits need not promise to hold in every sample to hold on the whole. */
const fewestNotExact = 100

/**
 * Share that has ended with any of `events` by each of `askedDays`, all other events competing (Aalen–Johansen), with
 * limits chosen by the rule of docs/reference/coverage.md: log-log where many speak for it; where few do, exact limits, or
 * narrower ones for a hundred people; none where too few do. For the share still open give all events and take one minus.
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
    const more = oneMore(day, daily)
    const { moves, standsFor } = more
    if (standsFor > mostStoodFor) return { value, standardError, limits: null }
    const smooth = limits(value, standardError, level, 'log-log', 'incidence')
    const holds = standsFor <= mostStoodForLogLog && moves <= standardError && smooth.lower <= smooth.upper
    const narrower = standsFor > mostStoodForLogLog && seenBy(day, counts) >= fewestNotExact
      ? forAHundred({ value, standardError }, day, daily, more, level) : null
    const found = holds ? ({ ...smooth, kind: 'log-log' } as const) : narrower ?? exactOnDay(merged, day, level)
    return { value, standardError, limits: { lower: Math.max(0, Math.min(found.lower, value)), upper: Math.min(1, Math.max(found.upper, value)), kind: found.kind } }
  })
}

/** Few were there at first: log-log with Student's t, unless nothing varies yet. Few are left: mid-p. */
function forAHundred({ value, standardError }: Omit<ShareWithLimits, 'limits'>, day: number, daily: Daily, more: OneMore, level: number): ChosenLimits | null {
  if (more.standsFor <= more.standsForAtEnd * (1 + 1e-9)) return { ...midLimits(day, daily, more, level), kind: 'mid-p' }
  const { lower, upper } = studentLimits(value, standardError ** 2, freedomOfShare(day, daily), level)
  return lower <= upper ? { lower, upper, kind: 'student-log-log' } : null
}

/** People who came under observation before the day. */
function seenBy(day: number, { entries }: Counts): number {
  return entries.subarray(0, day).reduce((sum, entered) => sum + entered, 0)
}

function exactOnDay(merged: Counts, day: number, level: number): ChosenLimits {
  const { lower, upper } = exactLimits(merged, [1], [day], level)
  return { lower: lower[0]!, upper: upper[0]!, kind: 'exact' }
}
