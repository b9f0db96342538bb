import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { hasRealCases } from '../../store/accounts.ts'
import { agreeApproval, type KeptProposal } from '../../store/approvals.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { runCommand } from '../cases/run-command.ts'
import { mayTry } from '../identity/limit-attempts.ts'
import { verifyPasskey } from '../identity/passkeys.ts'
import { readCredential } from '../identity/read-credential.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { AgreementAtProvider } from '../identity/sign-in-at-provider.ts'
import { agreeToLaw } from './agree-to-law.ts'
import { together, writeAgreement, type AgreeRefusal, type ApprovalServices, type Proof } from './agreement.ts'
import { findToApprove } from './find-to-approve.ts'
import { runMerge } from './propose-merge.ts'
import { challengeOf, commandsIn, readProposal } from './write-proposal.ts'

/** How somebody says that they agree. `answer`: the JSON of a passkey. `chosen`: the handle of the demonstration account that was chosen anew. */
export type Agreeing = { readonly means: 'passkey'; readonly answer: string } | ({ readonly means: 'provider' } & AgreementAtProvider) | { readonly means: 'demonstration'; readonly chosen: string; readonly address: string }

/**
 * Agrees to a proposal as a second person, and does what was proposed: agreement, evidence and effect in one transaction, or none of
 * them. The person was recognised over the digest of the very bytes that were shown.
 */
export async function agree(services: ApprovalServices, signedIn: SignedIn, proposalId: string, agreeing: Agreeing): Promise<Result<KeptProposal, AgreeRefusal>> {
  const found = await findToApprove(services, signedIn, proposalId)
  if (!found.ok) return found
  const proposal = found.value
  const proof = await recognise(services, signedIn, proposal, agreeing)
  if (!proof.ok) return proof
  if (proposal.subject === 'law-update') return agreeToLaw(services, signedIn, proposal, proof.value)
  return together<KeptProposal, AgreeRefusal>(services.database, async (tx) => {
    const agreed = await agreeApproval(tx, { proposalId, accountId: signedIn.accountId, seen: proposal.digest, ...proof.value })
    if (!agreed.ok) return agreed
    await writeAgreement(tx, signedIn, proposal)
    const locked = { ...services, database: tx }
    const done = proposal.subject === 'command' ? await runProposed(locked, signedIn, proposal) : proposal.subject === 'merge' ? await runMerge(locked, proposal) : undefined
    if (done && !done.ok) return done.refusal.code === 'self-approval' ? refuse({ code: 'same-person' }) : refuse({ code: 'refused', why: done.refusal })
    return accept(proposal)
  })
}

/**
 * What is recorded is recorded by who proposed it, as in a case that one person keeps; a request is approved by who agrees. Of several
 * commands each is about the version that the one before left; the first refusal undoes them all, with the agreement.
 */
async function runProposed(services: CaseServices, { handle }: SignedIn, { caseId = '', caseVersion = 0, proposer, content }: KeptProposal): Promise<Result<null, CommandRefusal>> {
  let version = caseVersion
  for (const { command, commandId } of commandsIn(readProposal(content))) {
    const done = await runCommand(services, { caseId, command, commandId, version, officer: command.kind === 'approve-request' ? handle : proposer })
    if (!done.ok) return done
    version = done.value.version
  }
  return accept(null)
}

async function recognise(services: ApprovalServices, signedIn: SignedIn, proposal: KeptProposal, agreeing: Agreeing): Promise<Result<Proof, AgreeRefusal>> {
  if (services.signIn.approval === 'passkey' && agreeing.means !== 'passkey') return refuse({ code: 'forbidden' })
  if (agreeing.means === 'passkey') return recogniseByPasskey(services, signedIn, proposal, agreeing.answer)
  if (agreeing.means === 'demonstration') return recogniseInDemonstration(services, signedIn, agreeing)
  const { proposalId, digest, sessionId, evidence } = agreeing
  if (sessionId !== signedIn.sessionId) return refuse({ code: 'not-recognised' })
  if (proposalId !== proposal.proposalId || digest !== proposal.digest) return refuse({ code: 'seen-otherwise' })
  return accept({ means: 'provider', evidence })
}

// In a transaction of its own: attempts are counted, and the key's counter kept, also where the rest fails.
async function recogniseByPasskey(services: ApprovalServices, { accountId }: SignedIn, { digest }: KeptProposal, answer: string): Promise<Result<Proof, AgreeRefusal>> {
  const credential = readCredential<AuthenticationResponseJSON>(answer)
  if (!credential) return refuse({ code: 'not-recognised' })
  if (credential.challenge !== challengeOf(digest)) return refuse({ code: 'seen-otherwise' })
  const passkey = await services.database.transaction().execute((tx) => verifyPasskey(tx, services.signIn, credential, services.noteFault))
  if (passkey?.accountId !== accountId) return refuse({ code: 'not-recognised' })
  const { signature, authenticatorData, clientDataJSON } = credential.response.response
  const { origin } = services.signIn
  return accept({ means: 'passkey', evidence: { credentialId: passkey.credentialId, publicKey: Buffer.from(passkey.publicKey).toString('base64url'), signature, authenticatorData, clientDataJSON, origin } })
}

// Where nothing is real: the account is chosen once more, in place of a fresh sign-in.
async function recogniseInDemonstration(services: ApprovalServices, { handle, demonstration }: SignedIn, { chosen, address }: { readonly chosen: string; readonly address: string }): Promise<Result<Proof, AgreeRefusal>> {
  if (!demonstration || services.signIn.mode !== 'demonstration') return refuse({ code: 'not-recognised' })
  if (chosen === '') return refuse({ code: 'account-missing' })
  if (!(await mayTry(services, address))) return refuse({ code: 'too-many' })
  if (chosen !== handle || (await hasRealCases(services.database))) return refuse({ code: 'not-recognised' })
  return accept({ means: 'demonstration', evidence: { chosen } })
}
