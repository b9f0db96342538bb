import { clopperPearson } from '../statistics/proportion.ts'
import { normalQuantile } from '../statistics/distributions.ts'
import { studentQuantile } from '../statistics/student-quantile.ts'
import type { ReleasedShare } from './round-shares.ts'

/** The only design effects that a release uses: a finer number would be one more fact about few people. */
export const designEffects = [1, 2, 5, 10, 20, 50, 100] as const

const level = 0.95

/** A share's own estimate: what is behind it, before anything is rounded. */
export type Estimate = { readonly share: number; readonly variance: number; readonly degreesOfFreedom: number }

/**
 * How many times the variance of a simple random sample of `total` the largest of these variances is, taken up to the next
 * of `designEffects`; each widened by what Student's quantile adds for its degrees of freedom. Undefined past the last.
 * Shares of nought and one have no variance and take no part.
 */
export function coarseDesignEffect(estimates: readonly Estimate[], total: number): number | undefined {
  const tail = (1 + level) / 2
  const effects = estimates.filter(({ share, degreesOfFreedom }) => share > 0 && share < 1 && degreesOfFreedom > 0).map(({ share, variance, degreesOfFreedom }) => {
    const widening = studentQuantile(tail, degreesOfFreedom) / normalQuantile(tail)
    return (widening ** 2 * variance * total) / (share * (1 - share))
  })
  const largest = Math.max(1, ...effects)
  return designEffects.find((step) => step >= largest)
}

export type ReleasedLimits = { readonly lower: number; readonly upper: number; readonly standardError: number | null }

/**
 * 95 % limits of a released share, from released numbers alone: limits of the true count would give the true count away.
 *
 * Clopper and Pearson's limits at the effective size `releasedTotal / designEffect` (Korn and Graubard 1998), the lower one
 * at the lowest share that rounding leaves possible and the upper one at the highest: they hold what chance, batches and
 * rounding can do together. Shares from 0 to 1.
 */
export function releasedLimits(released: ReleasedShare, releasedTotal: number, designEffect: number): ReleasedLimits {
  const size = releasedTotal / designEffect
  const { share } = released
  return {
    lower: clopperPearson(released.lower * size, size, level).lower,
    upper: clopperPearson(released.upper * size, size, level).upper,
    standardError: share > 0 && share < 1 ? Math.sqrt((share * (1 - share)) / size) : null,
  }
}
