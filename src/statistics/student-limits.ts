import { normalQuantile } from './distributions.ts'
import { limits, type Limits } from './limits.ts'
import type { Daily } from './one-more.ts'
import { studentQuantile } from './student-quantile.ts'

/** Log-log limits of a share, with Student's quantile for the degrees of freedom that its variance has; NaN without any, at 0 and at 1. */
export function studentLimits(share: number, variance: number, degreesOfFreedom: number, level: number): Limits {
  if (!(degreesOfFreedom > 0)) return { lower: Number.NaN, upper: Number.NaN }
  const tail = 0.5 + level / 2
  const widening = studentQuantile(tail, degreesOfFreedom) / normalQuantile(tail)
  return limits(share, widening * Math.sqrt(variance), level, 'log-log', 'incidence')
}

/**
 * Degrees of freedom of the variance of the share that has ended with an asked event by `day`: few, where a few early events
 * speak for many who entered late. The variance is a sum over events of squared moves of the share, an asked event
 * moving it up by what its person stood for times one minus the chance of an asked event in any case, any other down by that
 * times the chance. With the number of events on a day a Poisson variable, the variance of the sum is the sum of the
 * squares again, and Satterthwaite's (1946) degrees of freedom are twice its square over that.
 */
export function freedomOfShare(day: number, { atRisk, asked, ended }: Daily): number {
  const standsFor = new Float64Array(day + 1)
  let open = 1
  for (let past = 1; past <= day; past++) {
    if (!(ended[past]! > 0)) continue
    standsFor[past] = open / atRisk[past]!
    open *= 1 - ended[past]! / atRisk[past]!
  }
  let [variance, scatter, ahead] = [0, 0, 0]
  for (let past = day; past > 0; past--) {
    if (!(ended[past]! > 0)) continue
    const up = (standsFor[past]! * (1 - ahead)) ** 2
    const down = (standsFor[past]! * ahead) ** 2
    variance += asked[past]! * up + (ended[past]! - asked[past]!) * down
    scatter += asked[past]! * up ** 2 + (ended[past]! - asked[past]!) * down ** 2
    ahead = asked[past]! / atRisk[past]! + (1 - ended[past]! / atRisk[past]!) * ahead
  }
  return scatter > 0 ? (2 * variance * variance) / scatter : 0
}
