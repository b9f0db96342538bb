import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findProposal, type EndRefusal, type KeptProposal } from '../../store/approvals.ts'
import type { Transaction } from '../../store/tables.ts'
import type { Actor } from '../access/actor.ts'
import { may, type Action } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Services } from '../services.ts'
import { reachCase } from '../work/reach-case.ts'

/** A proposal that waits, and to which this person may agree; else why not. What they do not reach is as if it were not there. */
export async function findToApprove({ database }: Services, actor: Actor, proposalId: string): Promise<Result<KeptProposal, EndRefusal>> {
  const found = await database.transaction().execute(async (tx) => {
    const proposal = isId(proposalId) ? await findProposal(tx, proposalId) : undefined
    return proposal && (await mayApprove(tx, actor, proposal)) ? proposal : undefined
  })
  if (!found) return refuse({ code: 'no-proposal' })
  if (found.state === 'moved-on' || found.state === 'too-old') return refuse({ code: found.state })
  if (found.state !== 'waiting') return refuse({ code: 'ended' })
  return isOwn(actor, found) ? refuse({ code: 'same-person' }) : accept(found)
}

/** Whether somebody has the right to approve what is proposed; that they are not who proposed it is asked besides. */
export async function mayApprove(tx: Transaction, actor: Actor, proposal: Pick<KeptProposal, 'subject' | 'caseId' | 'otherCaseId'>): Promise<boolean> {
  if (proposal.subject === 'law-update') return may(actor.roles, 'law.approve', false)
  return reachesCases(tx, actor, 'case.approve', proposal)
}

/** Whether somebody proposed this themself: by account, or by name where it was proposed at the command line. */
export function isOwn({ accountId, handle }: Pick<Actor, 'accountId' | 'handle'>, { proposedBy, proposer }: Pick<KeptProposal, 'proposedBy' | 'proposer'>): boolean {
  return proposedBy === accountId || proposer.trim().toLowerCase() === handle
}

/** Whether somebody reaches the case that a proposal is about by this action; of a merge both. */
export async function reachesCases(tx: Transaction, actor: Actor, action: Action, { caseId, otherCaseId }: Pick<KeptProposal, 'caseId' | 'otherCaseId'>): Promise<boolean> {
  const reached = caseId !== undefined && (await reachCase(tx, actor, action, caseId)) !== undefined
  return otherCaseId === undefined ? reached : (await reachCase(tx, actor, action, otherCaseId)) !== undefined && reached
}
