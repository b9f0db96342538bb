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
  /** The part of the destination that it is about; absent: the whole of it. Only for facts that are about a place. */
  readonly place?: string
  /** Where it can be checked: a document, a decision, an instrument. Never empty. */
  readonly source: string
  readonly recordedAt: Instant
  /** The record that this one puts right; the corrected one no longer counts. */
  readonly corrects?: string
}

/** What is known about one fact on one day. */
export type Reading =
  /** `again`: recorded more than once. What ended on the same day may have ended an earlier time, and not this one. */
  | { readonly value: 'yes'; readonly on: PlainDate; readonly unverified?: true; readonly again?: true }
  | { readonly value: 'no' }
  /** `overdue`: what was known is too old to be relied on. */
  | { readonly value: 'unknown'; readonly overdue?: true }
  | { readonly value: 'conflict' }
