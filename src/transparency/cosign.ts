import { invariant } from '../kernel/invariant.ts'
import { eightBytes, join } from './bytes.ts'
import { readCheckpoint } from './checkpoint.ts'
import { cosignedMessage } from './cosignature.ts'
import type { NoteSignature } from './note.ts'
import type { NoteKey } from './note-key.ts'

/** A witness's cosignature of the text of a checkpoint, made with what signs for this key. */
export async function cosign(
  text: string, key: NoteKey, signedAtSeconds: number, sign: (message: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<NoteSignature> {
  const checkpoint = readCheckpoint(text)
  // tlog-witness: a witness's answer always has a time.
  invariant(key.type !== 1 && checkpoint !== undefined && Number.isSafeInteger(signedAtSeconds) && signedAtSeconds > 0, 'this cannot be cosigned', { type: key.type, signedAtSeconds })
  const message = cosignedMessage(key, text, checkpoint, signedAtSeconds)
  invariant(message !== undefined, 'a name is too long for an ML-DSA-44 cosignature', { name: key.name, origin: checkpoint.origin })
  return { name: key.name, keyId: key.id, bytes: join(eightBytes(signedAtSeconds), await sign(message)) }
}
