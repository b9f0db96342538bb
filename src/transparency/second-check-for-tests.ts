// A second way to everything, straight from the definitions: trees by recursion (RFC 6962, section 2.1), and proofs by walking the recursion that makes them.
// It also checks proofs of subtrees, which Comity does not use (draft-ietf-plants-merkle-tree-certs, section 4).
import { join, same } from './bytes.ts'
import { sha256 } from './log-for-tests.ts'

type Range = { readonly start: number; readonly end: number }

export function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return sha256(new Uint8Array())
  if (entries.length === 1) return sha256(join(Uint8Array.of(0), entries[0]!))
  const middle = splitOf(entries.length)
  return node(naiveRoot(entries.slice(0, middle)), naiveRoot(entries.slice(middle)))
}

export function isIncluded(index: number, { start, end }: Range, leaf: Uint8Array, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  if (!isSubtree({ start, end }) || index < start || index >= end) return false
  const rest = [...proof]
  const hash = (range: Range): Uint8Array | undefined => {
    if (range.end - range.start === 1) return leaf
    const middle = range.start + splitOf(range.end - range.start)
    const isLeft = index < middle
    const own = hash(isLeft ? { start: range.start, end: middle } : { start: middle, end: range.end })
    const other = rest.shift()
    return own && other && (isLeft ? node(own, other) : node(other, own))
  }
  const found = hash({ start, end })
  return found !== undefined && rest.length === 0 && same(found, root)
}

export function isConsistent(part: Range, size: number, partRoot: Uint8Array, root: Uint8Array, proof: readonly Uint8Array[]): boolean {
  if (part.start > part.end || part.end > size) return false
  if (part.start === part.end) return proof.length === 0 && same(partRoot, sha256(new Uint8Array()))
  if (!isSubtree(part)) return false
  const rest = [...proof]
  // The hash of what lies in both, and of the whole range.
  const hashes = (range: Range, wanted: Range, isKnown: boolean): readonly [Uint8Array, Uint8Array] | undefined => {
    if (range.start === wanted.start && range.end === wanted.end) {
      const hash = isKnown ? partRoot : rest.shift()
      return hash && [hash, hash]
    }
    const middle = range.start + splitOf(range.end - range.start)
    const [left, right] = [{ start: range.start, end: middle }, { start: middle, end: range.end }]
    const straddles = wanted.start < middle && wanted.end > middle
    const within = wanted.end <= middle ? hashes(left, wanted, isKnown) : hashes(right, straddles ? { start: middle, end: wanted.end } : wanted, isKnown && !straddles)
    const other = rest.shift()
    if (within === undefined || other === undefined) return undefined
    if (wanted.end <= middle) return [within[0], node(within[1], other)]
    return [straddles ? node(other, within[0]) : within[0], node(other, within[1])]
  }
  const found = hashes({ start: 0, end: size }, part, true)
  return found !== undefined && rest.length === 0 && same(found[0], partRoot) && same(found[1], root)
}

// A subtree begins at a multiple of the power of two that holds it.
function isSubtree({ start, end }: Range): boolean {
  if (start < 0 || start >= end) return false
  let power = 1
  while (power < end - start) power *= 2
  return start % power === 0
}

function splitOf(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function node(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(join(Uint8Array.of(1), left, right))
}
