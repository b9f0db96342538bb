import type { PlainDate } from '../kernel/day.ts'
import type { Stratum } from './profile.ts'

/** What a caller may ask of a count. */
export type CountOptions = {
  readonly strata: readonly Stratum[]
  /** The day to which the data speak; the profile's rule or the last day in the files where it is not given. */
  readonly asOf: PlainDate | undefined
  /** Keep the joint counts, with the batches in which cases ended. */
  readonly clusters: boolean
  /** Keep the joint counts. */
  readonly joint: boolean
  /** List rows that are counted but not timed among the faults, too. */
  readonly everyFault: boolean
  readonly onProgress: ((progress: Progress) => void) | undefined
}

export type Progress = { readonly rowsRead: number; readonly rowsPerSecond: number; readonly fractionOfBytes: number }
