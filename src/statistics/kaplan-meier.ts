import type { Counts } from './counts.ts'
import { eventsOn, riskSet } from './risk-set.ts'

/** Share still waiting after each day. All arrays have one element per row of `days`. */
export type SurvivalCurve = {
  /** Distinct days with an event or an exit, increasing. */
  readonly days: Int32Array
  readonly atRisk: Float64Array
  readonly events: Float64Array
  /** S(t): probability that no event has come by the end of the day. */
  readonly survival: Float64Array
  /** Greenwood variance of S(t) itself, not of its logarithm. */
  readonly variance: Float64Array
}

/**
 * Kaplan and Meier's estimator with delayed entry, as R's survfit: S(t) = Π (1 − d/Y) over days up to t.
 * Exits with an event code that is not in `events` are censorings, so for an outcome that competes with
 * others use `aalenJohansen`: one minus this curve would overstate it.
 *
 * Variance: Greenwood (1926), S² Σ d/(Y(Y − d)), carried forward so that a curve which reaches zero has
 * variance zero (survfit reports none there). After zero the curve stays at zero even when others enter late.
 */
export function kaplanMeier(counts: Counts, events: readonly number[]): SurvivalCurve {
  const { days, atRisk } = riskSet(counts)
  const ended = eventsOn(counts, events, days)
  const survival = new Float64Array(days.length)
  const variance = new Float64Array(days.length)
  let [waiting, spread] = [1, 0]
  for (let row = 0; row < days.length; row++) {
    const present = atRisk[row]!
    const hazard = ended[row]! / present
    const stay = (present - ended[row]!) / present
    spread = stay * stay * spread + (waiting * waiting * hazard * stay) / present
    waiting *= stay
    survival[row] = waiting
    variance[row] = spread
  }
  return { days, atRisk, events: ended, survival, variance }
}
