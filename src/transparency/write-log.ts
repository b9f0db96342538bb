// What a log writes. What reads it stands in the file of each, so that whoever only verifies carries nothing that writes.
import { invariant } from '../kernel/invariant.ts'
import { writeBase64 } from './base64.ts'
import { join } from './bytes.ts'
import { mostProofHashes } from './check-proof.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Opening } from './commitment.ts'
import type { Note, NoteSignature } from './note.ts'
import type { NoteKey } from './note-key.ts'
import { type ProofFile, proofFirstLine } from './proof-file.ts'
import { isLine } from './strict-text.ts'
import { hashLength } from './tree-hash.ts'

/** The text of our own checkpoint, to be signed. */
export function writeCheckpoint({ origin, size, root }: Pick<Checkpoint, 'origin' | 'size' | 'root'>): string {
  invariant(isLine(origin) && Number.isSafeInteger(size) && size >= 0 && root.length === hashLength, 'this is no checkpoint', { origin, size })
  return `${origin}\n${size}\n${writeBase64(root)}\n`
}

/** A note as text. */
export function writeNote({ text, signatures }: Note): string {
  invariant(text.endsWith('\n') && signatures.length > 0, 'this is no note', { signatures: signatures.length })
  return `${text}\n${signatures.map(writeSignature).join('')}`
}

/** A signature as a line. */
export function writeSignature({ name, keyId, bytes }: NoteSignature): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
  return `— ${name} ${writeBase64(join(id, bytes))}\n`
}

/** A verifier key as text: `name+530d903a+base64`. */
export function writeNoteKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${id}+${writeBase64(join(Uint8Array.of(type), publicKey))}`
}

/** Entries as tlog-tiles lays them side by side: before each its length in two bytes. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return join(...entries.flatMap((entry) => {
    invariant(entry.length <= 65_535, 'an entry is too long for a bundle', { length: entry.length })
    return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]
  }))
}

/** A proof as a file. */
export function writeProofFile({ extra, index, proof, signedCheckpoint }: ProofFile): string {
  invariant(Number.isSafeInteger(index) && index >= 0 && proof.length <= mostProofHashes, 'this proves nothing', { index, hashes: proof.length })
  const lines = [proofFirstLine, ...(extra === undefined ? [] : [`extra ${writeBase64(extra)}`]), `index ${index}`, ...proof.map(writeBase64)]
  return `${lines.join('\n')}\n\n${signedCheckpoint}`
}

/** An opening as the 64 bytes that stand in a proof file. */
export function writeOpening({ salt, contentDigest }: Opening): Uint8Array {
  return join(salt, contentDigest)
}
