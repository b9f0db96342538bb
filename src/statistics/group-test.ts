import { at } from './array-sums.ts'
import { chiSquareTail } from './distributions.ts'
import { quadraticForm } from './quadratic-form.ts'

/** A test that K groups are alike. Arrays have one element per group, in the order in which the groups were given. */
export type GroupTest = {
  /** Events seen in each group. */
  readonly observed: Float64Array
  /** Events that each group would have had if all were alike; the sum equals that of `observed`. */
  readonly expected: Float64Array
  /** Covariance of `observed` − `expected`, K rows of K. */
  readonly variance: readonly Float64Array[]
  readonly chiSquare: number
  /** Groups that were at risk when an event happened, less one; fewer where strata keep them apart. */
  readonly degreesOfFreedom: number
  /** Probability of a chi-square at least this large when the groups are alike; 1 when nothing could be compared. */
  readonly pValue: number
}

export type Scores = Pick<GroupTest, 'observed' | 'expected' | 'variance'>

export function groupTest({ observed, expected, variance }: Scores): GroupTest {
  // One group is left out because the differences add to zero; those never at risk drop out for want of variance.
  const kept = [...expected.keys()].slice(1)
  const difference = kept.map((group) => at(observed, group) - at(expected, group))
  const { value, rank } = quadraticForm(difference, kept.map((row) => kept.map((column) => at(variance[row], column))))
  const pValue = rank > 0 ? chiSquareTail(value, rank) : 1
  return { observed, expected, variance, chiSquare: value, degreesOfFreedom: rank, pValue }
}
