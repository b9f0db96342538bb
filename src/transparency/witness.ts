import type { AddCheckpoint } from './add-checkpoint.ts'
import { same } from './bytes.ts'
import { checkConsistency } from './check-consistency.ts'
import type { CheckSignature } from './check-note.ts'
import type { NoteKey } from './note-key.ts'
import { checkSignedCheckpoint } from './signed-checkpoint.ts'
import { type AnySha256, rootOver } from './tree-hash.ts'

/** What we saw of a log: a tree that we cosigned. */
export type Seen = { readonly size: number; readonly root: Uint8Array }

export type WitnessRecord = {
  /** The tree that we cosigned last; undefined where we never did. */
  readonly latest: Seen | undefined
  /** The root that we once cosigned at the very size that is asked about. */
  readonly rootAtSize?: Uint8Array | undefined
}

/**
 * Why a checkpoint that the log signed is to be kept though we do not cosign it.
 * `two-roots` and `empty-tree-with-root` need no more: the log signed what cannot be. `unexplained` is no proof of guilt: whoever has a log's true
 * checkpoint can send it to us with a wrong proof; it is a fork if the log cannot explain it.
 */
export type Evidence = 'two-roots' | 'empty-tree-with-root' | 'unexplained'

export type WitnessAnswer =
  | { readonly status: 200; readonly keep: Seen }
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400; readonly code: 'old-size-greater' }
  | { readonly status: 403; readonly code: 'signature-missing' | 'signature-does-not-fit' }
  | { readonly status: 404; readonly code: 'origin-unknown' }
  | { readonly status: 422; readonly code: 'empty-tree-with-root' | 'proof-does-not-fit' }

export type WitnessDecision = WitnessAnswer & { readonly evidence?: Evidence }

/**
 * What a witness answers (tlog-witness, "add-checkpoint", in the order of that text), and what it keeps.
 * The record must be locked from before it is read until `keep` is stored, and stored before the answer goes out: else a log could be signed backwards.
 */
export async function decideAddCheckpoint(
  request: AddCheckpoint, record: WitnessRecord, logKeys: readonly NoteKey[], tools: { readonly sha256: AnySha256; readonly checkSignature: CheckSignature },
): Promise<WitnessDecision> {
  const checked = await checkSignedCheckpoint(request.note, logKeys, [], tools.checkSignature)
  if (!checked.ok) return refusedSignature(checked.refusal.code)
  const answer = await answerSigned(request, record.latest, tools.sha256)
  const evidence = evidenceIn(request.checkpoint, record, answer)
  return evidence === undefined ? answer : { ...answer, evidence }
}

function refusedSignature(code: string): WitnessDecision {
  if (code === 'origin-unknown') return { status: 404, code }
  return { status: 403, code: code === 'signature-does-not-fit' ? code : 'signature-missing' }
}

async function answerSigned({ oldSize, proof, checkpoint: { size, root } }: AddCheckpoint, latest: Seen | undefined, sha256: AnySha256): Promise<WitnessAnswer> {
  if (oldSize > size) return { status: 400, code: 'old-size-greater' }
  if (oldSize !== (latest?.size ?? 0)) return { status: 409, size: latest?.size ?? 0 }
  if (size === 0 && !same(root, await rootOver([], sha256))) return { status: 422, code: 'empty-tree-with-root' }
  // Every tree goes on from the empty one, and that takes no proof.
  const goesOn = latest === undefined || oldSize === 0
    ? proof.length === 0
    : (await checkConsistency({ oldSize, oldRoot: latest.root, size, root, proof }, sha256)).ok
  return goesOn ? { status: 200, keep: { size, root } } : { status: 422, code: 'proof-does-not-fit' }
}

function evidenceIn({ size, root }: Seen, { latest, rootAtSize }: WitnessRecord, answer: WitnessAnswer): Evidence | undefined {
  if (answer.status === 200) return undefined
  const known = size === latest?.size ? latest.root : rootAtSize
  if (known !== undefined && !same(known, root)) return 'two-roots'
  if (answer.status !== 422) return undefined
  if (answer.code === 'empty-tree-with-root') return answer.code
  // A tree that we cosigned already, or the first one, needs no explanation: only the request was wrong.
  return known === undefined && latest !== undefined && latest.size > 0 ? 'unexplained' : undefined
}
