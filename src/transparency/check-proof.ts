import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from './bytes.ts'
import { type AnySha256, hashLength, nodeHash } from './tree-hash.ts'

export type ProofRefusal =
  /** A size, an index or the length of a hash that no proof can be about. */
  | { readonly code: 'not-a-proof' }
  | { readonly code: 'proof-of-other-length' }
  | { readonly code: 'root-does-not-fit' }

/** So many hashes lead through any tree that can be written; tlog-witness sets the limit. */
export const mostProofHashes = 63

export type Inclusion = {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Is the leaf of this hash at this index of the tree with this root? RFC 9162, section 2.1.3.2. */
export async function checkInclusion({ leaf, index, size, root, proof }: Inclusion, sha256: AnySha256): Promise<Result<'included', ProofRefusal>> {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...proof])) return refuse({ code: 'not-a-proof' })
  let place = { first: index, last: size - 1 }
  let hash = leaf
  for (const beside of proof) {
    if (place.last === 0) return refuse({ code: 'proof-of-other-length' })
    const onTheLeft = isOdd(place.first) || place.first === place.last
    hash = onTheLeft ? await nodeHash(beside, hash, sha256) : await nodeHash(hash, beside, sha256)
    place = up(onTheLeft ? pastLone(place) : place)
  }
  if (place.last !== 0) return refuse({ code: 'proof-of-other-length' })
  return same(hash, root) ? accept('included') : refuse({ code: 'root-does-not-fit' })
}

/** Where a node stands on its level, and where the last one of that level does. */
export type Place = { readonly first: number; readonly last: number }

/** A node at the right edge without a neighbour goes up unchanged. */
export function pastLone(place: Place): Place {
  let next = place
  while (!isOdd(next.first) && next.first !== 0) next = up(next)
  return next
}

/** One level up. Divided, not shifted: a shift would cut numbers above 2^31. */
export function up({ first, last }: Place): Place {
  return { first: Math.floor(first / 2), last: Math.floor(last / 2) }
}

export function isOdd(value: number): boolean {
  return value % 2 === 1
}

/** A number that a size or an index can be. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

export function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength)
}
