import type { Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import type { ApprovalMeans, EndRefusal, KeptProposal } from '../../store/approvals.ts'
import type { Database } from '../../store/tables.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { LawChangeRefusal } from '../cases/law-change-refusal.ts'
import type { IdentityServices } from '../identity/identity-services.ts'
import type { SignedIn } from '../identity/read-session.ts'

/** What use-cases about agreement may ask for: who people are, and what is done once they agree. */
export type ApprovalServices = CaseServices & IdentityServices

/** How the second person was recognised, and what shows it later. */
export type Proof = { readonly means: ApprovalMeans; readonly evidence: Readonly<Record<string, string>> }

/** `forbidden`: this installation takes passkeys alone. `refused`: what was proposed can no longer be done, and was not. */
export type AgreeRefusal = EndRefusal | { readonly code: 'forbidden' | 'too-many' | 'account-missing' | 'effects-changed' } | { readonly code: 'refused'; readonly why: CommandRefusal | LawChangeRefusal }

/** Who agreed stands in the record of who did what with a case, before anything is shown. */
export async function writeAgreement(tx: Database, { accountId, handle, sessionId }: SignedIn, { subject, caseId, otherCaseId, proposalId }: KeptProposal): Promise<void> {
  const who = { accountId, handle, sessionId, about: { proposal: proposalId } }
  await writeAccess(tx, { ...who, action: subject === 'law-update' ? 'law.approve' : 'case.approve', ...(caseId === undefined ? {} : { caseId }) })
  if (otherCaseId !== undefined) await writeAccess(tx, { ...who, action: 'case.approve', caseId: otherCaseId })
}

/** All of it, or nothing: a refusal leaves nothing behind. */
export async function together<Value, Refusal>(database: Database, work: (tx: Database) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
  const tx = await database.startTransaction().execute()
  try {
    const answer = await work(tx)
    if (answer.ok) await tx.commit().execute()
    return answer
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}
