import { sha256 } from '../../kernel/digest.ts'
import { findProposal, keptPublicKey, type KeptProposal } from '../../store/approvals.ts'
import { isId } from '../cases/load-case-state.ts'
import { webAuthentication } from '../identity/web-authentication.ts'
import { readOnly } from '../read-only.ts'
import type { Services } from '../services.ts'
import { challengeOf } from './write-proposal.ts'

/** What is looked at anew, in this order. Of an agreement that nobody signed only the first two. */
export type EvidenceCheck = 'digest' | 'people' | 'challenge' | 'key' | 'signature' | 'verified'

export type Verified = { readonly proposal: KeptProposal; readonly checks: readonly { readonly check: EvidenceCheck; readonly holds: boolean }[] }

/** Looks at a kept agreement anew, from the kept bytes alone: digest, two people, and the passkey's signature over the digest. */
export async function verifyEvidence(services: Services, proposalId: string): Promise<Verified | undefined> {
  if (!isId(proposalId)) return undefined
  const found = await readOnly(services, async (tx) => {
    const proposal = await findProposal(tx, proposalId)
    const credentialId = proposal?.ending?.evidence?.['credentialId']
    return proposal && { proposal, key: credentialId === undefined ? undefined : await keptPublicKey(tx, credentialId) }
  })
  return found && { proposal: found.proposal, checks: [...plainChecks(found.proposal), ...await keyChecks(found.proposal, found.key)] }
}

function plainChecks({ content, digest, proposer, ending }: KeptProposal): Verified['checks'] {
  const same = sha256(content) === digest
  const two = ending === undefined || (ending.outcome === 'withdrawn') === (ending.handle.trim().toLowerCase() === proposer.trim().toLowerCase())
  return [{ check: 'digest', holds: same }, { check: 'people', holds: two }]
}

async function keyChecks({ content, ending }: KeptProposal, key: Awaited<ReturnType<typeof keptPublicKey>>): Promise<Verified['checks']> {
  if (ending?.means !== 'passkey') return []
  const { credentialId = '', publicKey = '', authenticatorData = '', clientDataJSON = '', signature = '', origin = '' } = ending.evidence ?? {}
  // Over the bytes as they are kept now, and not over a digest that stands beside them.
  const expectedChallenge = challengeOf(sha256(content))
  const response = { id: credentialId, rawId: credentialId, type: 'public-key' as const, clientExtensionResults: {}, response: { authenticatorData, clientDataJSON, signature } }
  const { verifyAuthenticationResponse } = await webAuthentication()
  const verified = await verifyAuthenticationResponse({
    response, expectedChallenge, expectedOrigin: origin, expectedRPID: URL.canParse(origin) ? new URL(origin).hostname : '', requireUserVerification: true,
    credential: { id: credentialId, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter: 0 },
  }).catch(() => undefined) // it throws for every fault of what it is given
  return [
    { check: 'challenge', holds: challengeIn(clientDataJSON) === expectedChallenge },
    { check: 'key', holds: key !== undefined && key.accountId === ending.accountId && key.publicKey === publicKey },
    { check: 'signature', holds: verified?.verified === true },
    { check: 'verified', holds: verified?.verified === true && verified.authenticationInfo.userVerified },
  ]
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    return (JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { readonly challenge?: string }).challenge
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
