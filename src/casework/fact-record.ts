import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'

/** A moment of the machine's clock in UTC, as ISO 8601 with milliseconds and `Z`. */
export type Instant = string

export type FactValue = 'yes' | 'no' | 'unknown'

/**
 * What somebody recorded about one fact.
 *
 * `on` is the day from which it is true in the world: the day of a happening, the first day of a state, or, for `no`, the day as
 * of which it is known that it has not happened. Two times are kept: `on`, and `recordedAt` for when Comity learned of it.
 */
export type FactRecord = {
  readonly id: string
  readonly fact: FactCode
  readonly value: FactValue
  readonly on: PlainDate
  /** Country (ISO 3166-1 alpha-2) that the fact is about; absent: every destination. Only for facts about a destination. */
  readonly destination?: string
  /** Where it can be checked: a document, a decision, an instrument. Never empty. */
  readonly source: string
  readonly recordedAt: Instant
  /** The record that this one puts right; the corrected one no longer counts. */
  readonly corrects?: string
}

/** What is known about one fact on one day. */
export type Reading =
  | { readonly value: 'yes'; readonly on: PlainDate; readonly unverified?: true }
  | { readonly value: 'no' }
  | { readonly value: 'unknown'; readonly overdue?: true }
  | { readonly value: 'conflict' }
