import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from './bytes.ts'
import { areHashes, isOdd, isSize, pastLone, type ProofRefusal, up } from './check-proof.ts'
import { type AnySha256, nodeHash } from './tree-hash.ts'

export type Consistency = {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
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

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value
}
