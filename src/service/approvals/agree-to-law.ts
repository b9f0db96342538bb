import { accept, refuse, type Result } from '../../kernel/result.ts'
import { agreeApproval, type KeptProposal } from '../../store/approvals.ts'
import { approveLawUpdate } from '../../store/law-updates.ts'
import { lawUpdateEffects } from '../cases/law-update-effects.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { together, writeAgreement, type AgreeRefusal, type ApprovalServices, type Proof } from './agreement.ts'
import { readProposal } from './write-proposal.ts'

/** What is agreed to of a change of the law: the change itself, and the list of what it changes, each by its digest. */
export type LawAct = { readonly updateId: string; readonly updateDigest: string; readonly effects: string; readonly revision: number }

/** Agrees to a change of the law, whose effects are asked once more: when they are others by now, they must be read anew. */
export async function agreeToLaw(services: ApprovalServices, signedIn: SignedIn, proposal: KeptProposal, proof: Proof): Promise<Result<KeptProposal, AgreeRefusal>> {
  const { updateId, updateDigest, effects: seen } = readProposal(proposal.content).act as LawAct
  const found = await lawUpdateEffects(services, updateId)
  if (!found.ok) return refuse({ code: 'refused', why: found.refusal })
  const { update, revision, days, effects, digest } = found.value
  if (digest !== seen || update.digest !== updateDigest) return refuse({ code: 'effects-changed' })
  return together<KeptProposal, AgreeRefusal>(services.database, async (tx) => {
    const { proposalId } = proposal
    const agreed = await agreeApproval(tx, { proposalId, accountId: signedIn.accountId, seen: proposal.digest, ...proof })
    if (!agreed.ok) return agreed
    await writeAgreement(tx, signedIn, proposal)
    const approved = await approveLawUpdate(tx, { updateId, officer: signedIn.handle, seen: update.digest, effects: JSON.stringify({ format: 'comity-law-effects/1', digest, days, effects }) })
    if (!approved.ok) return refuse({ code: 'refused', why: approved.refusal })
    // Somebody approved another change meanwhile: what was read is no longer what would happen.
    return approved.value === revision + 1 ? accept(proposal) : refuse({ code: 'effects-changed' })
  })
}
