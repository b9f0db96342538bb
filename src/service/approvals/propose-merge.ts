import { randomUUID } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { findProposalOfCommand, proposeMergeApproval, type KeptProposal, type ProposeRefusal } from '../../store/approvals.ts'
import { isStorable } from '../../store/storable.ts'
import type { Database } from '../../store/tables.ts'
import type { Actor } from '../access/actor.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { mergeCases, undoMerge } from '../cases/merge-cases.ts'
import type { MergeAct, MergeAhead } from './look-at-merge.ts'
import type { ActRefusal } from './propose.ts'
import { sayMerge } from './say-merge.ts'
import { readProposal, writeProposal } from './write-proposal.ts'

/** Proposes to bring two records together, or apart again, with what that lets go of: nothing has happened yet. Returns the id of the proposal. */
export async function proposeMerge(tx: Database, { accountId, handle }: Actor, ahead: MergeAhead, mergeId: string): Promise<Result<string, ActRefusal>> {
  const { act, before } = ahead
  const stays = { caseId: act.stays, version: before.stays.version }
  const duplicate = { caseId: act.duplicate, version: before.duplicate.version }
  const content = writeProposal({ subject: 'merge', caseId: stays.caseId, version: stays.version, other: duplicate, commandId: mergeId, proposer: handle, act, shown: sayMerge(ahead, handle) })
  if (!isStorable(content)) return refuse({ code: 'text-not-storable' })
  return proposeMergeApproval(tx, { proposalId: randomUUID(), stays, duplicate, commandId: mergeId, kind: act.kind, proposedBy: accountId, proposer: handle, content })
}

/** The proposal that this very merge is already, for whoever sends it again; undefined when it is none. */
export async function findEarlierMerge(tx: Database, { handle }: Pick<Actor, 'handle'>, act: MergeAct, mergeId: string): Promise<Result<string, ProposeRefusal> | undefined> {
  const earlier = await findProposalOfCommand(tx, mergeId)
  if (!earlier) return undefined
  const same = earlier.proposer === handle && earlier.subject === 'merge' && canonicalJson(readProposal(earlier.content).act) === canonicalJson(act)
  return same ? accept(earlier.proposalId) : refuse({ code: 'command-repeated-differently', commandId: mergeId })
}

/** Does a merge that was agreed to, in the transaction of the agreement, on the very versions that were shown and in the name of who proposed it. */
export async function runMerge(services: CaseServices, { content, proposer, commandId, caseVersion = 0, otherCaseVersion = 0 }: KeptProposal): Promise<Result<null, CommandRefusal>> {
  const { kind, ...act } = readProposal(content).act as MergeAct
  const work = kind === 'merge' ? mergeCases : undoMerge
  const done = await work(services, { ...act, officer: proposer, mergeId: commandId, versions: { stays: caseVersion, duplicate: otherCaseVersion } })
  return done.ok ? accept(null) : done
}
