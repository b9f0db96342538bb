import { invariant } from '../kernel/invariant.ts'
import { isKeyName, keyIdOf, type NoteKey, type NoteKeyType, noteKeyTypes } from './note-key.ts'
import type { AnySha256 } from './tree-hash.ts'

/** A key from its parts; its id follows from them. */
export async function makeNoteKey(name: string, type: NoteKeyType, publicKey: Uint8Array, sha256: AnySha256): Promise<NoteKey> {
  invariant(isKeyName(name) && publicKey.length === noteKeyTypes[type].publicKeyBytes, 'no such key can be written', { name, type, bytes: publicKey.length })
  return { name, type, publicKey, id: await keyIdOf(name, type, publicKey, sha256) }
}
