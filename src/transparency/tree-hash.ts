import { join } from './bytes.ts'

/** SHA-256, handed in: this room runs where there is no Node. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>
/** The same without waiting, for trees of millions. */
export type Sha256Now = (bytes: Uint8Array) => Uint8Array
export type AnySha256 = Sha256 | Sha256Now

export const hashLength = 32

/** The hash of a leaf's data. RFC 6962, section 2.1: the first byte keeps a leaf from being mistaken for a node. */
export async function leafHash(data: Uint8Array, sha256: AnySha256): Promise<Uint8Array> {
  return sha256(join(Uint8Array.of(0), data))
}

/** The hash of the node over two others. */
export async function nodeHash(left: Uint8Array, right: Uint8Array, sha256: AnySha256): Promise<Uint8Array> {
  return sha256(join(Uint8Array.of(1), left, right))
}

/** The hashes of many leaves, all asked for at once. */
export async function leafHashes(entries: readonly Uint8Array[], sha256: AnySha256): Promise<readonly Uint8Array[]> {
  return hashAll(entries.map((data) => [data]), 0, sha256)
}

/**
 * The root over hashes of equal subtrees, of which the last may be smaller; of none, the hash of nothing (RFC 6962, section 2.1).
 * Level by level, an odd one going up as it is: the same tree as the recursion of the RFC.
 */
export async function rootOver(hashes: readonly Uint8Array[], sha256: AnySha256): Promise<Uint8Array> {
  let level = hashes
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.floor(level.length / 2) }, (_, pair) => level.slice(2 * pair, 2 * pair + 2))
    const nodes = await hashAll(pairs, 1, sha256)
    level = level.length % 2 === 0 ? nodes : [...nodes, ...level.slice(-1)]
  }
  return level[0] ?? sha256(new Uint8Array())
}

// One buffer for all inputs: a million small ones cost more than hashing them. No part of it is written twice, so a hash may read it later.
async function hashAll(inputs: readonly (readonly Uint8Array[])[], prefix: 0 | 1, sha256: AnySha256): Promise<readonly Uint8Array[]> {
  const length = inputs.reduce((sum, parts) => parts.reduce((within, part) => within + part.length, sum + 1), 0)
  const buffer = new Uint8Array(length)
  let at = 0
  const digests = inputs.map((parts) => {
    const start = at
    buffer[at++] = prefix
    for (const part of parts) {
      buffer.set(part, at)
      at += part.length
    }
    return sha256(buffer.subarray(start, at))
  })
  return digests.every((digest) => digest instanceof Uint8Array) ? digests : Promise.all(digests.map(async (digest) => digest))
}
