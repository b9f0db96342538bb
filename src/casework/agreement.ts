import type { PlainDate } from '../kernel/day.ts'
import { isInForce } from '../law/book.ts'
import type { InForce, TextStatus } from '../law/rule.ts'
import { endOfPeriod } from './end-of-period.ts'
import { addWorkingDays } from './working-days.ts'

/** A length that an agreement sets, with the standing of its text. Working days skip its weekend and holidays. */
export type AgreedPeriod = { readonly length: number; readonly unit: 'calendar-days' | 'working-days' | 'months'; readonly text: TextStatus }

/** What an agreement may ask for beyond the identity that every request states: a closed list, each with the article that says so. */
export const agreedData = ['other-names', 'height', 'fingerprints', 'visa'] as const
export type AgreedDatum = { readonly datum: (typeof agreedData)[number]; readonly article: string; readonly text: TextStatus }

/**
 * One version of an agreement on taking people back: data handed in, never a constant.
 * What is missing is not known, and what is not verified moves nothing forward.
 */
export type Agreement = {
  readonly code: string
  /** The other party, ISO 3166-1 alpha-2. */
  readonly country: string
  readonly inForce: InForce
  readonly text: TextStatus
  readonly source: string
  /** What the reply period is counted from. */
  readonly replyFrom: 'sent' | 'acknowledged'
  readonly reply?: AgreedPeriod
  /** Does silence beyond the reply period count as consent? */
  readonly silence?: { readonly means: 'consent' | 'nothing'; readonly text: TextStatus }
  readonly documentValidity?: AgreedPeriod
  readonly transferWindow?: AgreedPeriod
  /** What the other party requires in a request; what is not listed, or not verified, is not sent. */
  readonly requires?: readonly AgreedDatum[]
  /** Days of the week on which nobody answers there; 0 is Sunday. */
  readonly weekend: readonly number[]
  readonly holidays: readonly PlainDate[]
  /** The list of holidays is complete until this day; beyond it no working day is known. */
  readonly holidaysKnownUntil?: PlainDate
}

/** The last day of a period that the agreement sets, counted from the day after `from`; undefined when its holidays are not known so far. */
export function lastDayOf({ weekend, holidays, holidaysKnownUntil }: Agreement, { length, unit }: AgreedPeriod, from: PlainDate): PlainDate | undefined {
  if (unit === 'working-days') return addWorkingDays(from, length, { weekend, holidays, knownUntil: holidaysKnownUntil })
  return endOfPeriod(from, { length, unit: unit === 'months' ? 'months' : 'days' })
}

/** Versions of agreements with this country that are in force on a day. */
export function agreementsInForce(agreements: readonly Agreement[], country: string, day: PlainDate): readonly Agreement[] {
  return agreements.filter((one) => one.country === country && isInForce(one.inForce, day))
}
