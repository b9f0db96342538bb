import type { Instant } from './fact-record.ts'
import { leavesAt, type WithdrawalSchedule } from './outbound-withdrawal.ts'

/** All that somebody outside is ever told about a request by name: it is open, or there is nothing to say. */
export type OutwardStanding = 'open' | 'not-available'

/** What is known inside about a request that somebody outside asks for. */
export type AskedRequest = { readonly leftAt: Instant; readonly withdrawalRecordedAt?: Instant }

/**
 * What the other side is told when it asks about a request. Never sent, withdrawn, or never heard of are one answer; and a withdrawal
 * shows from the weekly moment at which it leaves, not from when it was recorded.
 */
export function outwardStanding(request: AskedRequest | undefined, at: Instant, schedule: WithdrawalSchedule): OutwardStanding {
  if (!request || at < request.leftAt) return 'not-available'
  const { withdrawalRecordedAt } = request
  return withdrawalRecordedAt === undefined || at < leavesAt(withdrawalRecordedAt, schedule) ? 'open' : 'not-available'
}

/** The one code that leaves when something was refused inside, whatever it was: which gate held, and that one did, is not told. */
export function outwardCode(): OutwardStanding {
  return 'not-available'
}
