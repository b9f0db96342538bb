import { invariant } from '../kernel/invariant.ts'
import { at, total } from './array-sums.ts'
import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay, everyEvent } from './margins.ts'

/**
 * Share of cases completed by each day, among those completed within `conditionalOnDays`.
 * Arrays are indexed by duration in days, from 0 to `conditionalOnDays`.
 */
export type CompletedCurve = {
  /**
   * The condition: P(T <= day | T <= conditionalOnDays). At most the window; less where too few cases could have
   * been seen that late to say what share of all completions they are. It must be shown with every figure.
   */
  readonly conditionalOnDays: number
  /** Below this day the curve is zero. */
  readonly knownFromDay: number
  /** Completions below `knownFromDay`: not zero when they left the risk set too early to be placed. */
  readonly unplaced: number
  /** Completions above `conditionalOnDays`, left out. */
  readonly leftOut: number
  /** Completions on this day exactly. */
  readonly completions: Float64Array
  /** Cases completed by this day that would also have been seen had they taken until this day. */
  readonly atRisk: Float64Array
  readonly share: Float64Array
  /** Greenwood's variance of `share`, in reversed time. */
  readonly variance: Float64Array
}

/** Indexed by event code − 1; the shares of all outcomes add to the share of the curve on every day. */
export type CompletedByOutcome = CompletedCurve & { readonly outcomes: readonly { readonly share: Float64Array; readonly variance: Float64Array }[] }

/**
 * Durations of which only the completed ones are on file, so that a case is seen only when it took no longer than
 * the time between its start and the end of the window (right truncation). Estimated with the clock reversed:
 * product-limit with delayed entry (Lagakos, Barraj and De Gruttola 1988; Kalbfleisch and Lawless 1989),
 * R's `survfit(Surv(windowDays - L, windowDays + 1 - d, event) ~ 1)` for duration d and limit L.
 *
 * `counts` are in reversed time: reversed day r is duration `windowDays + 1 - r`, so entry is `windowDays - L` and
 * exit is `windowDays + 1 - d`. Every event code is a completion.
 *
 * The first risk sets in reversed time (the longest durations) are the smallest, and everything below rests on
 * them. From the day with the largest risk set upwards, the curve ends before the first day that has fewer than
 * `minimumAtRisk` at risk, or on which all at risk completed: such a day would send the whole curve to zero.
 * Undefined when nothing was completed.
 */
export function completedWithin(counts: Counts, windowDays: number, minimumAtRisk = 1): CompletedCurve | undefined {
  invariant(counts.horizonDays <= windowDays + 1, 'reversed time runs past the window', { windowDays, horizonDays: counts.horizonDays })
  const completions = inDurationDays(eventsByDay(counts, everyEvent(counts)), windowDays)
  const atRisk = inDurationDays(atRiskByDay(counts), windowDays)
  if (total(completions) === 0) return undefined
  const bound = identifiedBound(atRisk, completions, Math.max(1, minimumAtRisk))
  return {
    conditionalOnDays: bound,
    leftOut: total(completions.subarray(bound + 1)),
    completions: completions.slice(0, bound + 1),
    atRisk: atRisk.slice(0, bound + 1),
    ...productDownwards(atRisk, completions, bound),
  }
}

/** The same split by outcome: P(T <= day and outcome | T <= conditionalOnDays), with Greenwood's (multinomial) variance. */
export function completedByOutcome(counts: Counts, windowDays: number, minimumAtRisk = 1): CompletedByOutcome | undefined {
  const curve = completedWithin(counts, windowDays, minimumAtRisk)
  if (!curve) return undefined
  const outcomes = everyEvent(counts).map((event) => outcomeOf(curve, inDurationDays(eventsByDay(counts, [event]), windowDays)))
  return { ...curve, outcomes }
}

function inDurationDays(byReversedDay: Float64Array, windowDays: number): Float64Array {
  return Float64Array.from({ length: windowDays + 1 }, (_, duration) => at(byReversedDay, windowDays + 1 - duration))
}

function identifiedBound(atRisk: Float64Array, completions: Float64Array, minimumAtRisk: number): number {
  const most = atRisk.reduce((peak, number) => Math.max(peak, number), 0)
  let bound = atRisk.indexOf(most)
  for (let day = bound + 1; day < atRisk.length; day++) {
    const emptied = at(completions, day) === at(atRisk, day)
    if (at(atRisk, day) < minimumAtRisk || emptied) break
    bound = day
  }
  return bound
}

function productDownwards(atRisk: Float64Array, completions: Float64Array, bound: number) {
  const share = new Float64Array(bound + 1)
  const variance = new Float64Array(bound + 1)
  let open = 1
  let relative = 0
  let day = bound
  for (; day >= 0 && open > 0; day--) {
    share[day] = open
    variance[day] = open * open * relative
    const [events, people] = [at(completions, day), at(atRisk, day)]
    if (events === 0) continue
    open = events === people ? 0 : open * (1 - events / people)
    relative += events / (people * (people - events))
  }
  const knownFromDay = day + 1
  return { share, variance, knownFromDay, unplaced: total(completions.subarray(0, knownFromDay)) }
}

/**
 * The share with this outcome is F(t) × A(t): completed by t, times how those completed by t split. F rests on the
 * days above t only and A on the days up to t only, so that their errors are independent.
 */
function outcomeOf(curve: CompletedCurve, completions: Float64Array) {
  const share = new Float64Array(curve.share.length)
  const variance = new Float64Array(curve.share.length)
  let split = 0
  let splitVariance = 0
  for (let day = curve.knownFromDay; day < curve.share.length; day++) {
    const people = at(curve.atRisk, day)
    if (at(curve.completions, day) > 0) {
      const own = at(completions, day) / people
      const other = at(curve.completions, day) / people - own
      const move = (1 - split) * own - split * other
      splitVariance = splitVariance * (1 - own - other) ** 2 + ((1 - split) ** 2 * own + split ** 2 * other - move ** 2) / people
      split += move
    }
    const completed = at(curve.share, day)
    share[day] = completed * split
    variance[day] = completed ** 2 * splitVariance + split ** 2 * at(curve.variance, day)
  }
  return { share, variance }
}
