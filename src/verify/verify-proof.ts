import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from '../transparency/bytes.ts'
import { checkInclusion, type ProofRefusal } from '../transparency/check-proof.ts'
import { commit, type Opening, readOpening } from '../transparency/commitment.ts'
import { readProofFile } from '../transparency/proof-file.ts'
import { writeText } from '../transparency/strict-text.ts'
import { leafHash } from '../transparency/tree-hash.ts'
import { type CheckpointFacts, type CheckpointRefusal, verifyCheckpoint } from './verify-checkpoint.ts'
import { type Tools, webCrypto } from './web-crypto.ts'

/** Of what it is proved that it was logged. */
export type Claim =
  /** The data of the leaf. */
  | { readonly data: Uint8Array }
  /** Salt and digest of the content, which open a leaf of Comity. */
  | { readonly opening: Opening }
  /** The content itself; the proof file holds the opening in its `extra` line. */
  | { readonly content: Uint8Array }

export type ProofFacts = { readonly index: number; readonly data: Uint8Array; readonly checkpoint: CheckpointFacts }

export type ProofFileRefusal =
  | CheckpointRefusal
  | ProofRefusal
  | { readonly code: 'not-a-proof-file' }
  /** The file holds no opening, and only the content was shown. */
  | { readonly code: 'opening-missing' }
  /** The `extra` line is not the opening of this leaf: nobody signed it, so it says nothing. */
  | { readonly code: 'opening-does-not-fit' }
  /** The content is not the one that was committed to. */
  | { readonly code: 'content-does-not-fit' }

/**
 * Was this in the log when enough witnesses saw it?
 *
 * Shapes: the bytes of a `.tlog-proof` file (tlog-proof), what it is claimed to prove, the bytes of a policy file (tlog-policy). Answers with facts or a
 * refusal with a code; throws only where Web Crypto itself fails. It does not prove that what was logged is true, or that nothing else was.
 */
export async function verifyProof(file: Uint8Array, claim: Claim, policy: Uint8Array, tools: Tools = webCrypto): Promise<Result<ProofFacts, ProofFileRefusal>> {
  const proof = readProofFile(file)
  if (proof === undefined) return refuse({ code: 'not-a-proof-file' })
  const data = await leafData(claim, proof.extra, tools)
  if (!data.ok) return data
  const checkpoint = await verifyCheckpoint(writeText(proof.signedCheckpoint), policy, tools)
  if (!checkpoint.ok) return checkpoint
  const { size, root } = checkpoint.value
  const leaf = await leafHash(data.value, tools.sha256)
  const included = await checkInclusion({ leaf, index: proof.index, size, root, proof: proof.proof }, tools.sha256)
  return included.ok ? accept({ index: proof.index, data: data.value, checkpoint: checkpoint.value }) : included
}

async function leafData(claim: Claim, extra: Uint8Array | undefined, { sha256 }: Tools): Promise<Result<Uint8Array, ProofFileRefusal>> {
  const inFile = extra === undefined ? undefined : readOpening(extra)
  if (extra !== undefined && inFile === undefined) return refuse({ code: 'opening-does-not-fit' })
  if ('content' in claim) {
    if (inFile === undefined) return refuse({ code: 'opening-missing' })
    return same(await sha256(claim.content), inFile.contentDigest) ? accept(await commit(inFile, sha256)) : refuse({ code: 'content-does-not-fit' })
  }
  const data = 'data' in claim ? claim.data : await commit(claim.opening, sha256)
  return inFile === undefined || same(await commit(inFile, sha256), data) ? accept(data) : refuse({ code: 'opening-does-not-fit' })
}
