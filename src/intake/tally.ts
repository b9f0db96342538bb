import type { Input, Reconciliation } from '../cooperation/measurement.ts'
import type { TableCell } from '../cooperation/table-cell.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Counts } from '../statistics/counts.ts'

/** What reading files of one source profile gave: counts only, no row survives. */
export type Tally = DurationTally | TableTally

type Common = {
  readonly profile: string
  readonly inputs: readonly Input[]
  readonly reconciliation: Reconciliation
  /** The day to which the data speak: given by the user, or the profile's rule, or the last day seen. */
  readonly asOf: PlainDate
  readonly quarantine: Quarantine
  /** How the files spell each country, as far as it is one. */
  readonly spellings: readonly { readonly spelling: string; readonly country: string }[]
}

/** Files with one row per interval, or per completed case. */
export type DurationTally = Common & {
  readonly kind: 'durations'
  /** `cohort`: open requests are in the file. `right`: only completed cases are; counts are in reversed time. */
  readonly truncation: 'cohort' | 'right'
  /** Event code k of `Counts` is outcomes[k - 1]. */
  readonly outcomes: readonly string[]
  /** For `right`: length of the window in days; reversed day r is duration `windowDays + 1 - r`. */
  readonly windowDays: number | null
  readonly groups: readonly DurationGroup[]
  readonly byPeriod: readonly { readonly country: string; readonly period: string; readonly rows: number }[]
}

export type DurationGroup = {
  readonly country: string
  /** Empty for all; else for example `disposition=REINST`. */
  readonly stratum: string
  readonly clock: string
  /** How many requests (or people) are behind the intervals: rows that are the first interval of their request. */
  readonly requests: number
  readonly counts: Counts
}

/** Files that are already tables of counts, some by band of length. */
export type TableTally = Common & {
  readonly kind: 'table'
  /** What the numbers count: `returns`, `orders`, `leavers`, `stock`, `removals`. */
  readonly subject: string
  /** The multiple to which the publisher rounded its numbers; 1 when it did not. */
  readonly roundedTo: number
  readonly cells: readonly TableCell[]
}

export type { TableCell }

/** Rows that were read and not used. Values are kept so that the sender can find and mend them; never exported as formulas. */
export type Quarantine = {
  readonly rows: readonly QuarantinedRow[]
  /** More rows were quarantined than are listed here. */
  readonly unlisted: number
}

export type QuarantinedRow = {
  readonly file: string
  readonly line: number | null
  readonly column: string
  readonly reason: string
  readonly value: string
}
