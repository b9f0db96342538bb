import { refuse, type Result } from '../../kernel/result.ts'
import { findProposal, rejectApproval, rejectionReasons, withdrawApproval, type EndRefusal, type RejectionReason } from '../../store/approvals.ts'
import type { Actor } from '../access/actor.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Services } from '../services.ts'
import { findToApprove, isOwn } from './find-to-approve.ts'

export const longestNote = 2000

export type RejectRefusal = EndRefusal | { readonly code: 'reason-missing' | 'note-long' }

/** Rejects a proposal, with a reason from a list and words for who proposed it. */
export async function rejectProposal(services: Services, actor: Actor, proposalId: string, { reason, note }: { readonly reason: string; readonly note: string }): Promise<Result<null, RejectRefusal>> {
  if (!isReason(reason)) return refuse({ code: 'reason-missing' })
  if (note.length > longestNote) return refuse({ code: 'note-long' })
  const found = await findToApprove(services, actor, proposalId)
  // NUL is the one character that a text of PostgreSQL cannot hold.
  return found.ok ? rejectApproval(services.database, { proposalId, accountId: actor.accountId, reason, note: note.replaceAll('\u0000', '').trim() }) : found
}

/** Takes one's own proposal back; of somebody else's there is none. */
export async function withdrawProposal({ database }: Services, actor: Actor, proposalId: string): Promise<Result<null, EndRefusal>> {
  const proposal = isId(proposalId) ? await findProposal(database, proposalId) : undefined
  return proposal && isOwn(actor, proposal) ? withdrawApproval(database, { proposalId, accountId: actor.accountId }) : refuse({ code: 'no-proposal' })
}

function isReason(text: string): text is RejectionReason {
  return (rejectionReasons as readonly string[]).includes(text)
}
