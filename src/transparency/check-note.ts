import { accept, refuse, type Result } from '../kernel/result.ts'
import { signedPart } from './cosignature.ts'
import type { Note, NoteSignature } from './note.ts'
import { type NoteKey, noteKeyTypes, type SignatureAlgorithm } from './note-key.ts'

/** Does the signature fit message and key? Handed in, as hashing is. A runtime without the algorithm says so, and guesses nothing. */
export type CheckSignature = (
  algorithm: SignatureAlgorithm, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array,
) => Promise<'fits' | 'does-not-fit' | 'unknown-algorithm'>

export type CheckedNote = {
  /** Keys of ours that signed this text. */
  readonly signed: readonly { readonly key: NoteKey; readonly signedAtSeconds?: number }[]
  /** Keys of ours whose signature is there and cannot be checked in this runtime: they count for nothing. */
  readonly uncheckable: readonly NoteKey[]
  /** How many signatures are of keys that we do not know. They are ignored, as they must be. */
  readonly unknownSignatures: number
}

export type SignatureRefusal =
  | { readonly code: 'signature-does-not-fit'; readonly name: string; readonly keyId: string }
  | { readonly code: 'no-known-signature' }
  | { readonly code: 'algorithm-unknown-here'; readonly names: readonly string[] }

/** Which of these keys signed the note? One bad signature of a known key refuses the whole, and so does the want of a good one (signed-note, "Signatures"). */
export async function checkNote(note: Note, keys: readonly NoteKey[], checkSignature: CheckSignature): Promise<Result<CheckedNote, SignatureRefusal>> {
  const signed: { key: NoteKey; signedAtSeconds?: number }[] = []
  const uncheckable: NoteKey[] = []
  let unknownSignatures = 0
  for (const signature of note.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.keyId)
    if (key === undefined) unknownSignatures++
    else {
      const { answer, ...time } = await checkOne(key, note.text, signature, checkSignature)
      if (answer === 'does-not-fit') return refuse({ code: 'signature-does-not-fit', name: key.name, keyId: key.id })
      if (answer === 'fits') signed.push({ key, ...time })
      else uncheckable.push(key)
    }
  }
  if (signed.length > 0) return accept({ signed, uncheckable, unknownSignatures })
  return refuse(uncheckable.length > 0 ? { code: 'algorithm-unknown-here', names: uncheckable.map(({ name }) => name) } : { code: 'no-known-signature' })
}

async function checkOne(key: NoteKey, text: string, { bytes }: NoteSignature, checkSignature: CheckSignature) {
  const part = signedPart(key, text, bytes)
  if (part === undefined) return { answer: 'does-not-fit' } as const
  const { message, signature, ...time } = part
  return { answer: await checkSignature(noteKeyTypes[key.type].algorithm, key.publicKey, message, signature), ...time }
}
