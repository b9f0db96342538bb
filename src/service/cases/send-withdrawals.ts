import type { Instant } from '../../casework/fact-record.ts'
import { buildWithdrawal, weeklySchedule, withdrawalsLeaving, type WithdrawalSchedule } from '../../casework/outbound-withdrawal.ts'
import { invariant } from '../../kernel/invariant.ts'
import { logStopped, type LogStop } from '../../store/log-health.ts'
import { pendingWithdrawals, sendWithdrawal } from '../../store/outbound.ts'
import type { CaseServices } from './case-services.ts'

export type WithdrawalsSent = { readonly moment: Instant; readonly waiting: number; /** What left, in the order in which it left. */ readonly left: readonly string[]; /** Nothing leaves, whatever it is, while nobody witnesses the log. */ readonly stopped?: LogStop }

/**
 * Sends the withdrawals that leave at this minute; at any other than the weekly one nothing does, so that nobody outside can tell
 * from the moment what happened here. To be called every minute, or at the weekly moment.
 */
export async function sendWithdrawals({ roles, clock }: CaseServices, schedule: WithdrawalSchedule = weeklySchedule): Promise<WithdrawalsSent> {
  const moment = `${clock.now().slice(0, 16)}:00.000Z`
  const pending = await pendingWithdrawals(roles.outbound)
  const stopped = await logStopped(roles.outbound, 'outbound')
  if (stopped) return { moment, waiting: pending.length, left: [], stopped }
  const left: string[] = []
  for (const { requestId } of withdrawalsLeaving(pending, schedule, moment)) {
    const message = buildWithdrawal({ requestId })
    invariant(message.ok, 'a request left under an id that a withdrawal cannot name', { requestId })
    const caseId = pending.find((one) => one.requestId === requestId)?.caseId ?? ''
    // Somebody else's program may have been faster.
    if (await sendWithdrawal(roles.outbound, caseId, requestId)) left.push(message.value)
  }
  return { moment, waiting: pending.length - left.length, left }
}
