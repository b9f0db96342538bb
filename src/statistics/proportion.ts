import { invariant } from '../kernel/invariant.ts'
import { betaQuantile } from './distributions.ts'
import type { Limits } from './limits.ts'

/**
 * Exact limits of a share (Clopper and Pearson 1934): they cover at least their level whatever the true share.
 * `count` and `size` may be real, as for the effective size behind a censored estimate.
 */
export function clopperPearson(count: number, size: number, level: number): Limits {
  checkShare(count, size)
  const tail = (1 - level) / 2
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count, size - count + 1),
    upper: count === size ? 1 : betaQuantile(1 - tail, count + 1, size - count),
  }
}

/**
 * Bounds of numerator / denominator where both are whole numbers of which only the nearest multiple of `roundedTo` is known.
 *
 * Certain bounds, not limits with a level: published 5 in fives was 3 to 7. A base of 1 leaves nothing open.
 * `upper` is null where the denominator may have been zero.
 */
export function ratioOfRoundedLimits(numerator: number, denominator: number, roundedTo: number): { lower: number; upper: number | null } {
  invariant(numerator >= 0 && denominator >= 0 && roundedTo >= 1, 'counts and the base of their rounding are not negative', { numerator, denominator, roundedTo })
  const half = Math.floor(roundedTo / 2)
  const [most, least] = [denominator + half, denominator - half]
  return {
    lower: most === 0 ? 0 : Math.max(0, numerator - half) / most,
    upper: least > 0 ? (numerator + half) / least : null,
  }
}

function checkShare(count: number, size: number): void {
  invariant(size > 0 && count >= 0 && count <= size, 'a share counts some out of more', { count, size })
}
