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

export type Consistency = {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
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

/**
 * Is the old tree the beginning of the new one? RFC 9162, section 2.1.4.2.
 * An old tree without leaves is refused: it is the beginning of every tree, and of that nothing can be proved.
 */
export async function checkConsistency(claim: Consistency, sha256: AnySha256): Promise<Result<'consistent', ProofRefusal>> {
  const { oldSize, oldRoot, size, root, proof } = claim
  if (!isSize(oldSize) || !isSize(size) || oldSize === 0 || oldSize > size || !areHashes([oldRoot, root, ...proof])) return refuse({ code: 'not-a-proof' })
  if (oldSize < size) return checkGrowth(claim, sha256)
  if (proof.length > 0) return refuse({ code: 'proof-of-other-length' })
  return same(oldRoot, root) ? accept('consistent') : refuse({ code: 'root-does-not-fit' })
}

async function checkGrowth({ oldSize, oldRoot, size, root, proof }: Consistency, sha256: AnySha256): Promise<Result<'consistent', ProofRefusal>> {
  // A whole old tree is a node of the new one, and its root is left out of the proof.
  const [start, ...path] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (start === undefined || proof.length === 0) return refuse({ code: 'proof-of-other-length' })
  let place = { first: oldSize - 1, last: size - 1 }
  while (isOdd(place.first)) place = up(place)
  let [oldHash, hash] = [start, start]
  for (const beside of path) {
    if (place.last === 0) return refuse({ code: 'proof-of-other-length' })
    const onTheLeft = isOdd(place.first) || place.first === place.last
    if (onTheLeft) oldHash = await nodeHash(beside, oldHash, sha256)
    hash = onTheLeft ? await nodeHash(beside, hash, sha256) : await nodeHash(hash, beside, sha256)
    place = up(onTheLeft ? pastLone(place) : place)
  }
  if (place.last !== 0) return refuse({ code: 'proof-of-other-length' })
  return same(oldHash, oldRoot) && same(hash, root) ? accept('consistent') : refuse({ code: 'root-does-not-fit' })
}

/** Where a node stands on its level, and where the last one of that level does. */
type Place = { readonly first: number; readonly last: number }

// A node at the right edge without a neighbour goes up unchanged.
function pastLone(place: Place): Place {
  let next = place
  while (!isOdd(next.first) && next.first !== 0) next = up(next)
  return next
}

// Divided, not shifted: a shift would cut numbers above 2^31.
function up({ first, last }: Place): Place {
  return { first: Math.floor(first / 2), last: Math.floor(last / 2) }
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength)
}
