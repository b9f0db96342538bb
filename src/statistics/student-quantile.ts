import { invariant } from '../kernel/invariant.ts'
import { betaQuantile, normalQuantile } from './distributions.ts'

// From here on the difference from the normal quantile is below the fourth digit.
const asGoodAsNormal = 1e5

/** Quantile of Student's t: how many standard errors to go when the standard error has only so many degrees of freedom behind it. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  invariant(p > 0 && p < 1 && degreesOfFreedom > 0, 'no quantile of Student', { p, degreesOfFreedom })
  if (degreesOfFreedom > asGoodAsNormal) return normalQuantile(p)
  if (p === 0.5) return 0
  // t² / (df + t²) is a beta variable with shapes 1/2 and df/2; from the far side, where it keeps its digits.
  const rest = betaQuantile(2 * Math.min(p, 1 - p), degreesOfFreedom / 2, 0.5)
  return Math.sign(p - 0.5) * Math.sqrt((degreesOfFreedom * (1 - rest)) / rest)
}
