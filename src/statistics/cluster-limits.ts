import type { Limits } from './limits.ts'
import { studentLimits } from './student-limits.ts'

/** Under so many batches the limits fall short of their level, and no share should be shown: docs/reference/conditional-coverage.md. */
export const fewestClusters = 20

/**
 * Confidence limits of a share whose variance comes from clusters (`cluster-variance.ts`), on the log-log scale of one
 * minus the share, with Student's quantile for the degrees of freedom that the variance has. From some twenty clusters on
 * they hold their level, in reversed time too, where the normal quantile falls short by several per cent; what they
 * cover is in docs/reference/conditional-coverage.md. NaN where nothing varies: at 0, at 1 and without degrees of freedom.
 */
export function clusterLimits(share: number, variance: number, degreesOfFreedom: number, level: number): Limits {
  return studentLimits(share, variance, degreesOfFreedom, level)
}
