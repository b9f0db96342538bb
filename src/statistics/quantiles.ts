import type { SurvivalCurve } from './kaplan-meier.ts'
import { curveLimits, type LimitKind } from './limits.ts'

/** Days by which a share has had the event; null where the curve, or its limit, never gets there. */
export type DaysToShare = { readonly days: number | null; readonly lower: number | null; readonly upper: number | null }

/**
 * Days by which `probability` of those waiting have had the event, as R's quantile.survfit:
 * the first day on which the curve passes the share; when the curve is level at just that share (within 1.5e-8,
 * so that rounding makes no difference), the middle of the level stretch. `lower` and `upper` are where the curve's own
 * limits pass it (Brookmeyer and Crowley 1982).
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number, level: number, kind: LimitKind): DaysToShare {
  const { lower, upper } = curveLimits(curve.survival, curve.variance, level, kind, 'survival')
  const passing = (survival: Float64Array) => dayOfPassing(curve.days, survival.map((value) => 1 - value), probability)
  return { days: passing(curve.survival), lower: passing(lower), upper: passing(upper) }
}

/** The same for one outcome's cumulative incidence. */
export function incidenceQuantile(
  days: Int32Array, incidence: Float64Array, variance: Float64Array, probability: number, level: number, kind: LimitKind,
): DaysToShare {
  const { lower, upper } = curveLimits(incidence, variance, level, kind, 'incidence')
  const passing = (share: Float64Array) => dayOfPassing(days, share, probability)
  return { days: passing(incidence), lower: passing(upper), upper: passing(lower) }
}

// √ of the double's precision, survfit's default.
const tolerance = 2 ** -26

/**
 * quantile.survfit looks for the least value that reaches the share, once from just below it and once from just above,
 * and takes the middle of the two days. Limits need not increase, hence least value and not first row; NaN never counts.
 * Of equal values the first row stands for all; a share reached only just at the end is level until the last row.
 */
function dayOfPassing(days: Int32Array, reached: Float64Array, probability: number): number | null {
  if (probability === 0) return 0
  const below = dayOfLeast(days, reached, probability - tolerance)
  if (below === null) return null
  if (Math.abs(probability - (reached.at(-1) ?? 0)) < tolerance) return (below + (days.at(-1) ?? 0)) / 2
  const above = dayOfLeast(days, reached, probability + tolerance)
  return above === null ? null : (below + above) / 2
}

function dayOfLeast(days: Int32Array, reached: Float64Array, share: number): number | null {
  let [least, found]: [number, number | null] = [Infinity, null]
  for (let row = 0; row < days.length; row++) {
    const value = reached[row]!
    if (value >= share && value < least) [least, found] = [value, days[row]!]
  }
  return found
}
