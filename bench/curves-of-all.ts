import { aalenJohansen } from '../src/statistics/aalen-johansen.ts'
import type { Counts } from '../src/statistics/counts.ts'
import { kaplanMeier } from '../src/statistics/kaplan-meier.ts'
import { curveLimits } from '../src/statistics/limits.ts'
import { restrictedMean } from '../src/statistics/restricted-mean.ts'

/** Kaplan–Meier with limits, Aalen–Johansen with variances and limits, and the restricted mean: the full curves of every group. */
export function curvesOfAll(groups: readonly Counts[]): number {
  let checksum = 0
  for (const counts of groups) {
    const survival = kaplanMeier(counts, counts.exits.map((_, event) => event).slice(1))
    const bounds = curveLimits(survival.survival, survival.variance, 0.95, 'log-log', 'survival')
    const incidence = aalenJohansen(counts, 'multinomial')
    const outcomes = incidence.incidence.map((share, event) => curveLimits(share, incidence.variance[event]!, 0.95, 'log-log', 'incidence'))
    const { days, standardError } = restrictedMean(survival, 365)
    checksum += days + standardError + (bounds.lower.at(-1) || 0) + (outcomes[0]?.upper.at(-1) || 0)
  }
  return checksum
}
