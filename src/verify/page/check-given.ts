import { accept, refuse, type Result } from '../../kernel/result.ts'
import { readOpening } from '../../transparency/commitment.ts'
import { readNote } from '../../transparency/note.ts'
import { proofFirstLine, readProofFile } from '../../transparency/proof-file.ts'
import { readText } from '../../transparency/strict-text.ts'
import { type CheckpointFacts, type CheckpointRefusal, verifyCheckpoint } from '../verify-checkpoint.ts'
import type { LogRefusal } from '../verify-log.ts'
import { type Claim, type ProofFileRefusal, verifyProof } from '../verify-proof.ts'
import { type Tools, webCrypto } from '../web-crypto.ts'

/** What somebody hands over to be checked: a proof or a checkpoint, what it is said to prove, and whose keys are believed. */
export type Given = { readonly file: Uint8Array; readonly content?: Uint8Array; readonly policy: Uint8Array }

/** What was checked and holds. */
export type Held = { readonly checkpoint: CheckpointFacts } & (
  | { readonly kind: 'checkpoint' }
  /** The content was shown, and its digest opens the entry. */
  | { readonly kind: 'content'; readonly index: number; readonly contentDigest: Uint8Array }
  /** Only the opening in the proof was there: digest, not content. */
  | { readonly kind: 'opening'; readonly index: number; readonly contentDigest: Uint8Array }
  /** The file that was shown is itself the entry, as in logs that are not of Comity. */
  | { readonly kind: 'entry'; readonly index: number }
  | { readonly kind: 'log'; readonly tiles: number }
)

export type GivenRefusal = CheckpointRefusal | ProofFileRefusal | LogRefusal | { readonly code: 'content-without-proof' }

/** Checks a proof file or, where the file does not begin as one, a checkpoint. Answers with what holds or a refusal with a code. */
export async function checkGiven({ file, content, policy }: Given, tools: Tools = webCrypto): Promise<Result<Held, GivenRefusal>> {
  if (isProofFile(file)) return checkProof(file, content, policy, tools)
  if (content !== undefined) return refuse({ code: 'content-without-proof' })
  const checkpoint = await verifyCheckpoint(file, policy, tools)
  return checkpoint.ok ? accept({ kind: 'checkpoint', checkpoint: checkpoint.value }) : checkpoint
}

/** Does it begin as a proof file does? */
export function isProofFile(file: Uint8Array): boolean {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.subarray(0, proofFirstLine.length + 1)) === `${proofFirstLine}\n`
}

async function checkProof(file: Uint8Array, content: Uint8Array | undefined, policy: Uint8Array, tools: Tools): Promise<Result<Held, GivenRefusal>> {
  const extra = readProofFile(file)?.extra
  const opening = extra === undefined ? undefined : readOpening(extra)
  // Whether the file is one, and its extra line an opening, verifyProof says.
  const claim: Claim | undefined = extra !== undefined && content !== undefined ? { content } : content !== undefined ? { data: content } : opening === undefined ? undefined : { opening }
  if (claim === undefined) return refuse({ code: readProofFile(file) === undefined ? 'not-a-proof-file' : extra === undefined ? 'opening-missing' : 'opening-does-not-fit' })
  const proof = await verifyProof(file, claim, policy, tools)
  if (!proof.ok) return proof
  const { index, checkpoint } = proof.value
  if (opening === undefined) return accept({ kind: 'entry', index, checkpoint })
  return accept({ kind: content === undefined ? 'opening' : 'content', index, contentDigest: opening.contentDigest, checkpoint })
}

// Nothing was found out about the file: it, the policy or the way of asking is not as a check needs it.
const couldNot: ReadonlySet<GivenRefusal['code']> = new Set<GivenRefusal['code']>([
  'not-a-note', 'not-a-checkpoint', 'not-a-proof-file', 'too-many-signatures', 'algorithm-unknown-here', 'origin-unknown', 'opening-missing', 'content-without-proof', 'quorum-missing',
  'policy-malformed', 'policy-too-long', 'name-unknown', 'name-taken', 'key-taken', 'key-of-other-use', 'key-malformed', 'key-type-unknown', 'key-id-does-not-fit',
])

/** Was nothing checked, as opposed to: checked, and it does not hold? */
export function isUnchecked({ code }: GivenRefusal): boolean {
  return couldNot.has(code)
}

/** Which of the three a file is, as far as its first lines tell: for files that are dropped together. What is none of the others is the content. */
export function whatIs(bytes: Uint8Array): keyof Given {
  if (isProofFile(bytes) || readNote(bytes).ok) return 'file'
  return /^(?:#.*\n|\n)*(?:log|witness|group|quorum)[ \t]/.test(readText(bytes) ?? '') ? 'policy' : 'content'
}
