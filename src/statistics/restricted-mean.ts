import type { SurvivalCurve } from './kaplan-meier.ts'

export type RestrictedMean = {
  readonly days: number
  readonly standardError: number
  /**
   * How many events of equal weight the standard error rests on (Satterthwaite 1946: the square of the summed variance over the
   * sum of each day's squared part per event). Few early events that speak for many who entered late leave few of them.
   */
  readonly effectiveEvents: number
}

/**
 * Mean days waited, counting at most `untilDay`: the area under the survival curve from day 0, and its standard error
 * from Greenwood's terms, √Σ A(t)² d/(Y(Y − d)) where A(t) is the area from day t to `untilDay` (survfit's `rmean`).
 * A day on which all at risk have the event adds nothing, for no area is left after it.
 *
 * Past the last row the curve is carried on level, as survfit does: ask for no `untilDay` beyond what was observed
 * unless the curve has reached zero. For the mean event-free time among competing outcomes give the Kaplan–Meier
 * curve of all outcomes together.
 */
export function restrictedMean(curve: SurvivalCurve, untilDay: number): RestrictedMean {
  const { days, atRisk, events, survival } = curve
  let [area, variance, scatter, until] = [0, 0, 0, untilDay]
  for (let row = days.length - 1; row >= 0; row--) {
    const day = days[row]!
    if (day > untilDay) continue
    area += survival[row]! * (until - day)
    until = day
    const staying = atRisk[row]! - events[row]!
    if (staying <= 0 || events[row] === 0) continue
    const part = (area * area * events[row]!) / (atRisk[row]! * staying)
    variance += part
    scatter += (part * part) / events[row]!
  }
  return { days: area + until, standardError: Math.sqrt(variance), effectiveEvents: scatter > 0 ? (variance * variance) / scatter : 0 }
}
