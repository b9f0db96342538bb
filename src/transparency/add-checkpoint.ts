import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { readHash, writeBase64 } from './base64.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { mostProofHashes } from './check-proof.ts'
import { type Note, readNote } from './note.ts'
import { readText, readWhole, writeText } from './strict-text.ts'

/** What a log asks of a witness (tlog-witness, "add-checkpoint"): to sign this checkpoint, which goes on from a tree of the old size. */
export type AddCheckpoint = { readonly oldSize: number; readonly proof: readonly Uint8Array[]; readonly note: Note; readonly checkpoint: Checkpoint }
export type AddCheckpointRefusal = { readonly code: 'not-a-request' }

/** Reads the body of a request: whose log it is about is known before anything is checked. */
export function readAddCheckpoint(bytes: Uint8Array): Result<AddCheckpoint, AddCheckpointRefusal> {
  const text = readText(bytes) ?? ''
  const gap = text.indexOf('\n\n')
  const [first = '', ...hashes] = text.slice(0, Math.max(gap, 0)).split('\n')
  const oldSize = first.startsWith('old ') ? readWhole(first.slice(4)) : undefined
  const proof = hashes.map(readHash)
  const note = readNote(writeText(text.slice(gap + 2)))
  const checkpoint = note.ok ? readCheckpoint(note.value.text) : undefined
  if (oldSize === undefined || proof.length > mostProofHashes || !proof.every((hash) => hash !== undefined)) return refuse({ code: 'not-a-request' })
  if (!note.ok || checkpoint === undefined) return refuse({ code: 'not-a-request' })
  return accept({ oldSize, proof, note: note.value, checkpoint })
}

/** The body of a request, from a signed checkpoint as text. */
export function writeAddCheckpoint({ oldSize, proof, signedCheckpoint }: { readonly oldSize: number; readonly proof: readonly Uint8Array[]; readonly signedCheckpoint: string }): string {
  invariant(Number.isSafeInteger(oldSize) && oldSize >= 0 && proof.length <= mostProofHashes, 'no witness reads such a request', { oldSize, hashes: proof.length })
  return `old ${oldSize}\n${proof.map((hash) => `${writeBase64(hash)}\n`).join('')}\n${signedCheckpoint}`
}

/** The size that a witness says it saw last (the body of its answer 409); undefined where it says something else. */
export function readSizeSeen(bytes: Uint8Array): number | undefined {
  const text = readText(bytes)
  return text?.endsWith('\n') ? readWhole(text.slice(0, -1)) : undefined
}
