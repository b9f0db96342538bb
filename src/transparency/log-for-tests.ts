// A log in memory, keys from a seed, and hash and signature check of node:crypto. Tests only.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { invariant } from '../kernel/invariant.ts'
import type { CheckSignature } from './check-note.ts'
import { cosign } from './cosign.ts'
import { growTree } from './grow-tree.ts'
import { makeNoteKey } from './make-note-key.ts'
import type { NoteSignature } from './note.ts'
import { type NoteKey, type NoteKeyType, noteKeyTypes } from './note-key.ts'
import type { ReadTile } from './read-tile.ts'
import { writeText } from './strict-text.ts'
import { tilePath } from './tile.ts'
import { leafHashes, rootOver } from './tree-hash.ts'
import { writeCheckpoint, writeNote } from './write-log.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(hash('sha256', bytes, 'buffer'))

export const checkSignature: CheckSignature = async (algorithm, publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'raw-public', asymmetricKeyType: keyTypeOf(algorithm) })
  return verify(null, message, key, signature) ? 'fits' : 'does-not-fit'
}

export const tools = { sha256, checkSignature }

export type Signer = { readonly key: NoteKey; readonly privateKey: KeyObject }

/** The key of this name and type: always the same one. */
export async function signerOf(name: string, type: NoteKeyType): Promise<Signer> {
  const { algorithm } = noteKeyTypes[type]
  const seed = Buffer.from(sha256(writeText(`${name} ${type}`)))
  const privateKey = createPrivateKey({ key: seed, format: algorithm === 'Ed25519' ? 'raw-private' : 'raw-seed', asymmetricKeyType: keyTypeOf(algorithm) })
  const publicKey = Uint8Array.from(createPublicKey(privateKey).export({ format: 'raw-public' }))
  return { privateKey, key: await makeNoteKey(name, type, publicKey, sha256) }
}

/** The signature of a text by a log's key, or a cosignature at this second. */
export async function signText(text: string, { key, privateKey }: Signer, atSeconds = 1_790_000_000): Promise<NoteSignature> {
  if (key.type !== 1) return cosign(text, key, atSeconds, (message) => Uint8Array.from(sign(null, message, privateKey)))
  return { name: key.name, keyId: key.id, bytes: Uint8Array.from(sign(null, writeText(text), privateKey)) }
}

export async function signedNote(text: string, signers: readonly Signer[]): Promise<string> {
  return writeNote({ text, signatures: await Promise.all(signers.map((signer) => signText(text, signer))) })
}

/** A log that grows in memory, its tiles by path. */
export type TestLog = { readonly size: number; readonly root: Uint8Array; readonly tiles: Map<string, Uint8Array>; readonly readTile: ReadTile }

export async function emptyLog(): Promise<TestLog> {
  const tiles = new Map<string, Uint8Array>()
  return { size: 0, root: await rootOver([], sha256), tiles, readTile: async (tile) => tiles.get(tilePath(tile)) }
}

export async function grown(log: TestLog, entries: readonly Uint8Array[]): Promise<TestLog> {
  const next = await growTree(log, await leafHashes(entries, sha256), log.readTile, sha256)
  invariant(next.ok, 'a log of the tests does not grow', next.ok ? {} : next.refusal)
  for (const { tile, bytes } of next.value.tiles) log.tiles.set(tilePath(tile), bytes)
  return { ...log, size: next.value.size, root: next.value.root }
}

export async function logOf(entries: readonly Uint8Array[]): Promise<TestLog> {
  return grown(await emptyLog(), entries)
}

/** Entries of 32 bytes that differ. */
export function entriesOf(count: number, from = 0): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => sha256(writeText(`entry ${from + index}`)))
}

export async function checkpointOf(origin: string, { size, root }: Pick<TestLog, 'size' | 'root'>, signers: readonly Signer[]): Promise<string> {
  return signedNote(writeCheckpoint({ origin, size, root }), signers)
}

function keyTypeOf(algorithm: string): 'ed25519' | 'ml-dsa-44' {
  return algorithm === 'Ed25519' ? 'ed25519' : 'ml-dsa-44'
}
