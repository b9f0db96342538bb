import { accept, refuse, type Result } from '../kernel/result.ts'
import { readBase64 } from './base64.ts'
import { hexadecimal, join } from './bytes.ts'
import { isLine, writeText } from './strict-text.ts'
import type { AnySha256 } from './tree-hash.ts'

export type SignatureAlgorithm = 'Ed25519' | 'ML-DSA-44'

/** What the byte of a key's type says (signed-note, "Signature types"): of the types assigned, those that Comity checks. */
export const noteKeyTypes = {
  1: { algorithm: 'Ed25519', publicKeyBytes: 32 },
  4: { algorithm: 'Ed25519', publicKeyBytes: 32 },
  6: { algorithm: 'ML-DSA-44', publicKeyBytes: 1312 },
} as const satisfies Readonly<Record<number, { readonly algorithm: SignatureAlgorithm; readonly publicKeyBytes: number }>>

/** 1 signs the text of a note, 4 and 6 are a witness's cosignatures. */
export type NoteKeyType = keyof typeof noteKeyTypes

/** A key that was pinned. What it is stands here and never in what it signed. */
export type NoteKey = {
  readonly name: string
  /** Four bytes as eight hexadecimal digits. */
  readonly id: string
  readonly type: NoteKeyType
  readonly publicKey: Uint8Array
}

export type NoteKeyRefusal =
  | { readonly code: 'key-malformed' }
  | { readonly code: 'key-type-unknown'; readonly type: number }
  /** The id is not the hash of name, type and key: one of them was mistyped. */
  | { readonly code: 'key-id-does-not-fit'; readonly name: string }

/** Reads a verifier key, and refuses it where its id is not the one that follows from the rest. */
export async function readNoteKey(text: string, sha256: AnySha256): Promise<Result<NoteKey, NoteKeyRefusal>> {
  const [, name, id, rest] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = rest === undefined ? undefined : readBase64(rest)
  const type = bytes?.[0]
  if (name === undefined || id === undefined || bytes === undefined || type === undefined || !isKeyName(name)) return refuse({ code: 'key-malformed' })
  if (!isNoteKeyType(type)) return refuse({ code: 'key-type-unknown', type })
  const publicKey = bytes.slice(1)
  if (publicKey.length !== noteKeyTypes[type].publicKeyBytes) return refuse({ code: 'key-malformed' })
  if (await keyIdOf(name, type, publicKey, sha256) !== id) return refuse({ code: 'key-id-does-not-fit', name })
  return accept({ name, id, type, publicKey })
}

/** May a key have this name? No space of any script, no plus. */
export function isKeyName(name: string): boolean {
  return isLine(name) && !/[\p{White_Space}+]/u.test(name)
}

function isNoteKeyType(type: number): type is NoteKeyType {
  return type in noteKeyTypes
}

/** The id that follows from the other parts of a key. */
export async function keyIdOf(name: string, type: NoteKeyType, publicKey: Uint8Array, sha256: AnySha256): Promise<string> {
  const hash = await sha256(join(writeText(`${name}\n`), Uint8Array.of(type), publicKey))
  return hexadecimal(hash.subarray(0, 4))
}
