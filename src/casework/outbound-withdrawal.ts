import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Instant } from './fact-record.ts'
import { writeMessage } from './outbound-message.ts'
import type { OutboundRefusal } from './outbound-refusal.ts'
import { isOpaqueId } from './outbound-text.ts'

/** When withdrawals leave: once a week, all together. `weekday` 0 is Sunday; `time` in UTC as `HH:MM`. Data, handed in. */
export type WithdrawalSchedule = { readonly weekday: number; readonly time: string }

/** The schedule that Comity ships with. One for every state: a schedule of its own would say something about a state's requests. */
export const weeklySchedule: WithdrawalSchedule = { weekday: 3, time: '12:00' }

/** A withdrawal that has not left yet: the request, and when it was recorded here. Its reason and its day stay with the case. */
export type PendingWithdrawal = { readonly requestId: string; readonly recordedAt: Instant }

/** The one message by which a request ends. Whether status was granted, a court stayed the order or the person was lost: the same bytes but for the id. */
export function buildWithdrawal({ requestId }: Pick<PendingWithdrawal, 'requestId'>): Result<string, OutboundRefusal> {
  if (!isOpaqueId(requestId)) return refuse({ code: 'id-not-opaque' })
  return accept(writeMessage({ format: 'comity-withdrawal/1', request: requestId }))
}

/** The moment at which a withdrawal leaves: the first of the weekly moments after the one at which it was recorded. */
export function leavesAt(recordedAt: Instant, { weekday, time }: WithdrawalSchedule): Instant {
  const recorded = Date.parse(recordedAt)
  const sameDay = Date.parse(`${recordedAt.slice(0, 10)}T${time}:00.000Z`)
  const days = (weekday - new Date(recorded).getUTCDay() + 7) % 7
  const moment = sameDay + days * millisecondsPerDay
  return new Date(moment > recorded ? moment : moment + 7 * millisecondsPerDay).toISOString()
}

/**
 * What leaves at a weekly moment, in the order of the random ids: the order in which withdrawals were recorded is not told.
 * One that was missed (the machine stood still) leaves at the next weekly moment, and not in between.
 */
export function withdrawalsLeaving(pending: readonly PendingWithdrawal[], schedule: WithdrawalSchedule, moment: Instant): readonly PendingWithdrawal[] {
  if (!isWeeklyMoment(moment, schedule)) return []
  return pending.filter(({ recordedAt }) => leavesAt(recordedAt, schedule) <= moment).sort((one, other) => (one.requestId < other.requestId ? -1 : 1))
}

function isWeeklyMoment(moment: Instant, { weekday, time }: WithdrawalSchedule): boolean {
  return moment.slice(11) === `${time}:00.000Z` && new Date(moment).getUTCDay() === weekday
}

const millisecondsPerDay = 86_400_000
