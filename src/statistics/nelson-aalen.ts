import type { Counts } from './counts.ts'
import { eventsOn, riskSet } from './risk-set.ts'

/** Cumulative hazard after each day; one element per row of `days`. */
export type HazardCurve = {
  /** Distinct days with an event or an exit, increasing. */
  readonly days: Int32Array
  readonly atRisk: Float64Array
  readonly events: Float64Array
  readonly cumulativeHazard: Float64Array
  readonly variance: Float64Array
}

/**
 * Nelson and Aalen's estimator with delayed entry: H(t) = Σ d/Y over days up to t, variance Σ d/Y²
 * (Aalen 1978; what survfit reports as `cumhaz` and `std.chaz²`). Ties are not broken up (survfit's `ctype = 1`).
 */
export function nelsonAalen(counts: Counts, events: readonly number[]): HazardCurve {
  const { days, atRisk } = riskSet(counts)
  const ended = eventsOn(counts, events, days)
  const cumulativeHazard = new Float64Array(days.length)
  const variance = new Float64Array(days.length)
  let [hazard, spread] = [0, 0]
  for (let row = 0; row < days.length; row++) {
    const present = atRisk[row]!
    hazard += ended[row]! / present
    spread += ended[row]! / (present * present)
    cumulativeHazard[row] = hazard
    variance[row] = spread
  }
  return { days, atRisk, events: ended, cumulativeHazard, variance }
}
