import { writeAccess } from '../../store/access-log.ts'
import { findProposal, proposalsBy, waitingProposals, type ApprovalSubject, type KeptProposal } from '../../store/approvals.ts'
import { listPasskeys } from '../../store/passkeys.ts'
import type { Transaction } from '../../store/tables.ts'
import { may } from '../access/permissions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'
import { purposeInForce, type Purpose } from '../work/purposes.ts'
import { reachCase } from '../work/reach-case.ts'
import { isOwn, mayApprove, reachesCases } from './find-to-approve.ts'
import { readProposal, type ShownText } from './write-proposal.ts'

export type ListedApprovals = {
  /** What others proposed and this person may agree to; absent for those who approve nothing. */
  readonly waiting?: readonly KeptProposal[]
  readonly own: readonly KeptProposal[]
  /** Whether they may agree to changes of the law. */
  readonly law: boolean
}

export const mostListed = 100

/** What waits for somebody, and what they proposed. That they were looked at is written down first, in the same transaction. */
export function listApprovals({ database }: Services, signedIn: SignedIn): Promise<ListedApprovals> {
  const { accountId, handle, sessionId, roles } = signedIn
  const law = may(roles, 'law.approve', false)
  const subjects = subjectsOf(roles)
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const waiting = subjects.length === 0 ? undefined : await waitingProposals(tx, { handle, subjects, limit: mostListed })
    const own = await withoutUnreached(tx, signedIn, await proposalsBy(tx, { accountId, limit: mostListed }))
    await writeAccess(tx, { accountId, handle, sessionId, action: 'work.read', about: { proposals: own.length + (waiting?.length ?? 0) } })
    return { own, law, ...(waiting ? { waiting } : {}) }
  })
}

/** How many proposals wait that this person may agree to, of the first hundred: a number, and nothing of any case. */
export async function countWaiting({ database }: Services, { handle, roles }: Pick<SignedIn, 'handle' | 'roles'>): Promise<number> {
  const subjects = subjectsOf(roles)
  return subjects.length === 0 ? 0 : (await waitingProposals(database, { handle, subjects, limit: mostListed })).length
}

function subjectsOf(roles: SignedIn['roles']): readonly ApprovalSubject[] {
  return [...(may(roles, 'case.approve', false) ? ['command', 'travel-document', 'merge'] as const : []), ...(may(roles, 'law.approve', false) ? ['law-update'] as const : [])]
}

/** What somebody proposed stays theirs; whom it was about is not said any more once they do not reach the case. */
async function withoutUnreached(tx: Transaction, signedIn: SignedIn, proposals: readonly KeptProposal[]): Promise<readonly KeptProposal[]> {
  const unreached = new Set<string>()
  for (const caseId of new Set(proposals.flatMap(({ caseId: one, otherCaseId }) => [one ?? [], otherCaseId ?? []].flat()))) if (!(await reachCase(tx, signedIn, 'case.read', caseId))) unreached.add(caseId)
  return proposals.map(({ person, ...proposal }) => (person && !unreached.has(person.caseId) && !unreached.has(proposal.otherCaseId ?? '') ? { ...proposal, person } : proposal))
}

/** One proposal for one reader: what they may read of it, and do about it. */
export type ApprovalToRead = {
  readonly proposal: KeptProposal
  /** Absent where it tells what is protected, and this reader gave no purpose. */
  readonly shown?: ShownText
  readonly mayAgree: boolean
  readonly isOwn: boolean
  readonly hasPasskey: boolean
}

export type ReadServices = Services & { readonly roles: Pick<Roles, 'auditor'> }

/** One proposal, or undefined: there is none, or they do not reach it, which are the same. The look is written down first. */
export async function readApproval(services: ReadServices, signedIn: SignedIn, proposalId: string): Promise<ApprovalToRead | undefined> {
  return services.database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const proposal = isId(proposalId) ? await findProposal(tx, proposalId) : undefined
    if (!proposal || !(await reaches(tx, signedIn, proposal))) return undefined
    const [own, approver] = [isOwn(signedIn, proposal), await mayApprove(tx, signedIn, proposal)]
    const purpose = await purposeOf(services, signedIn, proposal, { own, approver })
    const readable = !proposal.isProtected || purpose !== undefined
    await writeLook(tx, signedIn, proposal, proposal.isProtected ? purpose : undefined)
    const { shown } = readProposal(proposal.content)
    const hasPasskey = (await listPasskeys(tx, signedIn.accountId)).length > 0
    return { proposal, isOwn: own, mayAgree: approver && !own && proposal.state === 'waiting', hasPasskey, ...(readable ? { shown } : {}) }
  })
}

async function reaches(tx: Transaction, signedIn: SignedIn, proposal: KeptProposal): Promise<boolean> {
  // Its text names cases.
  if (proposal.subject === 'law-update') return may(signedIn.roles, 'law.approve', false) || may(signedIn.roles, 'audit.read', false)
  return reachesCases(tx, signedIn, 'case.read', proposal)
}

/** Who proposed or shall agree reads it for that; everybody else for the purpose that they gave for this case, and of two for both. */
async function purposeOf({ roles: { auditor } }: ReadServices, signedIn: SignedIn, { caseId, otherCaseId }: KeptProposal, { own, approver }: { readonly own: boolean; readonly approver: boolean }): Promise<Purpose | undefined> {
  if (own) return 'prepare-step'
  if (approver) return 'legal-review'
  if (otherCaseId !== undefined && (await purposeInForce(auditor, signedIn, otherCaseId)) === undefined) return undefined
  return caseId === undefined ? undefined : purposeInForce(auditor, signedIn, caseId)
}

async function writeLook(tx: Transaction, { accountId, handle, sessionId }: SignedIn, { subject, caseId, otherCaseId, proposalId }: KeptProposal, purpose: Purpose | undefined) {
  for (const one of otherCaseId === undefined ? [caseId] : [caseId, otherCaseId]) {
    const look = { accountId, handle, sessionId, ...(one === undefined ? {} : { caseId: one }), about: { proposal: proposalId } }
    await writeAccess(tx, { ...look, action: subject === 'law-update' ? 'law.read' : 'case.read' })
    if (purpose) await writeAccess(tx, { ...look, action: 'case.read-protected', purpose })
  }
}
