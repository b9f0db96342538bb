import { eightBytes, join } from './bytes.ts'
import { writeText } from './strict-text.ts'
import { type AnySha256, hashLength } from './tree-hash.ts'

/** What opens a leaf: with it the leaf can be made again. The content itself may stay closed. */
export type Opening = { readonly salt: Uint8Array; readonly contentDigest: Uint8Array }

/** The data of a leaf: without the salt a content of few possible values could be found by trying all. */
export async function commit({ salt, contentDigest }: Opening, sha256: AnySha256): Promise<Uint8Array> {
  return sha256(join(writeText('comity-act/v1\n'), salt, contentDigest))
}

/** The salt of a record's act of this number. Whoever destroys the key of the record closes all its leaves for good. */
export async function saltOf(recordKey: Uint8Array, number: number, sha256: AnySha256): Promise<Uint8Array> {
  return sha256(join(recordKey, eightBytes(number)))
}

/** Reads an opening; undefined where the bytes are not 64. */
export function readOpening(bytes: Uint8Array): Opening | undefined {
  return bytes.length === 2 * hashLength ? { salt: bytes.slice(0, hashLength), contentDigest: bytes.slice(hashLength) } : undefined
}
