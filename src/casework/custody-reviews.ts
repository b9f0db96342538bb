import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import type { Period } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'
import { endOfPeriod } from './end-of-period.ts'

/** The next review of somebody's detention: the last day for it, counted from what, and whether the length was read in the law. */
export type ReviewDue = { readonly lastDay: PlainDate; readonly countedFrom: PlainDate; readonly period: string; readonly verified: boolean }

/** When the next review of custody is due at the latest; undefined for somebody who is not detained. A late review is not a lost one. */
export function nextCustodyReview(state: Pick<CaseState, 'jurisdiction' | 'orders' | 'detentions' | 'custodyReviews'>, periods: readonly Period[]): ReviewDue | undefined {
  const last = state.detentions.at(-1)
  if (!last?.detained) return undefined
  const reviews = state.custodyReviews.filter((on) => on >= last.on)
  return state.jurisdiction === 'CA' ? canadianReview(last.on, reviews, periods) : unitedStatesReview(state, last.on, reviews, periods)
}

// IRPA 57: the first soon after detention begins, the second after the first, then one in each period that follows a review.
function canadianReview(since: PlainDate, reviews: readonly PlainDate[], periods: readonly Period[]): ReviewDue {
  const code = ['ca-irpa-57-1', 'ca-irpa-57-2-second'][reviews.length] ?? 'ca-irpa-57-2-each'
  return due(code, reviews.at(-1) ?? since, periods)
}

/**
 * 8 CFR 241.4, as far as it was read: before the removal period is over, about three months after custody begins again, then yearly.
 * The timetable of (k) was not read and is not here. The removal period begins no earlier than the order, so this day is never too late.
 */
function unitedStatesReview({ orders, detentions }: Pick<CaseState, 'orders' | 'detentions'>, since: PlainDate, reviews: readonly PlainDate[], periods: readonly Period[]): ReviewDue | undefined {
  const lastReview = reviews.at(-1)
  if (lastReview !== undefined) return due('us-custody-review-yearly', lastReview, periods)
  const orderedOn = orders.filter((order) => order.ended === undefined).map((order) => order.madeOn).toSorted().at(-1)
  if (orderedOn === undefined) return undefined
  const inPeriod = due('us-removal-period-90-days', orderedOn, periods)
  const again = detentions.some((one) => !one.detained) || inPeriod.lastDay < since
  return again ? due('us-custody-review-after-revocation-3-months', since, periods) : inPeriod
}

function due(code: string, countedFrom: PlainDate, periods: readonly Period[]): ReviewDue {
  const period = periods.find((one) => one.code === code)
  invariant(period, 'the law book lacks a period for the review of custody', { code })
  return { lastDay: endOfPeriod(countedFrom, period), countedFrom, period: code, verified: period.text === 'verified' }
}
