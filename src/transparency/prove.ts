import { invariant } from '../kernel/invariant.ts'
import { accept, type Result } from '../kernel/result.ts'
import { readHashes, type ReadTile, type TileRefusal } from './read-tile.ts'
import { fullWidth, type Tile } from './tile.ts'
import { type AnySha256, nodeHash, rootOver } from './tree-hash.ts'

type Proof = Promise<Result<readonly Uint8Array[], TileRefusal>>

/** The hashes that lead from a leaf to the root of the tree of this size: RFC 9162, section 2.1.3.1. */
export async function proveInclusion(index: number, size: number, readTile: ReadTile, sha256: AnySha256): Proof {
  invariant(index >= 0 && index < size, 'a leaf that is not in the tree has no proof', { index, size })
  return hashesOf(besideLeaf(index, { start: 0, end: size }), size, readTile, sha256)
}

/** The hashes that show the tree of the old size at the beginning of the new one: RFC 9162, section 2.1.4.1. None where the sizes are the same. */
export async function proveConsistency(oldSize: number, size: number, readTile: ReadTile, sha256: AnySha256): Proof {
  invariant(oldSize > 0 && oldSize <= size, 'nothing can be proved of an empty tree, or of a longer one', { oldSize, size })
  return hashesOf(besideTree(oldSize, { start: 0, end: size }, true), size, readTile, sha256)
}

/** Tiles of this proof by level and index: none is asked for twice. */
type TilesRead = Map<string, Result<readonly Uint8Array[], TileRefusal>>

/** Leaves from `start` up to, and without, `end`. */
type Range = { readonly start: number; readonly end: number }

function besideLeaf(index: number, { start, end }: Range): readonly Range[] {
  if (end - start === 1) return []
  const middle = start + largestPowerBelow(end - start)
  return index < middle
    ? [...besideLeaf(index, { start, end: middle }), { start: middle, end }]
    : [...besideLeaf(index, { start: middle, end }), { start, end: middle }]
}

// `isOldTree`: these leaves are the whole old tree, whose root the reader has already.
function besideTree(oldEnd: number, { start, end }: Range, isOldTree: boolean): readonly Range[] {
  if (oldEnd === end) return isOldTree ? [] : [{ start, end }]
  const middle = start + largestPowerBelow(end - start)
  return oldEnd <= middle
    ? [...besideTree(oldEnd, { start, end: middle }, isOldTree), { start: middle, end }]
    : [...besideTree(oldEnd, { start: middle, end }, false), { start, end: middle }]
}

async function hashesOf(ranges: readonly Range[], size: number, readTile: ReadTile, sha256: AnySha256): Proof {
  const hashes: Uint8Array[] = []
  const tiles: TilesRead = new Map()
  for (const range of ranges) {
    const hash = await hashOfRange(range, size, tiles, readTile, sha256)
    if (!hash.ok) return hash
    hashes.push(hash.value)
  }
  return accept(hashes)
}

// The whole subtrees of a range from left to right, each smaller than the one before; then from the last one up.
async function hashOfRange(
  { start, end }: Range, size: number, tiles: TilesRead, readTile: ReadTile, sha256: AnySha256,
): Promise<Result<Uint8Array, TileRefusal>> {
  const parts: Uint8Array[] = []
  for (let at = start; at < end;) {
    const leaves = largestPowerUpTo(end - at)
    const { tile, first, count } = placeOf(at, leaves, size)
    const key = `${tile.level}/${tile.index}`
    const hashes = tiles.get(key) ?? await readHashes(tile, readTile)
    tiles.set(key, hashes)
    if (!hashes.ok) return hashes
    parts.push(await rootOver(hashes.value.slice(first, first + count), sha256))
    at += leaves
  }
  let hash = parts.pop()
  for (const left of parts.toReversed()) hash = hash && await nodeHash(left, hash, sha256)
  invariant(hash !== undefined, 'a range without leaves has no hash', { start, end })
  return accept(hash)
}

// A whole subtree is so many hashes, side by side, of the tile level below its top.
function placeOf(start: number, leaves: number, size: number): { readonly tile: Tile; readonly first: number; readonly count: number } {
  const level = Math.floor(Math.log2(leaves) / 8)
  const leavesOfHash = fullWidth ** level
  const place = start / leavesOfHash
  const index = Math.floor(place / fullWidth)
  const width = Math.min(fullWidth, Math.floor(size / leavesOfHash) - index * fullWidth)
  return { tile: { level, index, width }, first: place % fullWidth, count: leaves / leavesOfHash }
}

function largestPowerUpTo(count: number): number {
  let power = 1
  while (power * 2 <= count) power *= 2
  return power
}

function largestPowerBelow(count: number): number {
  return largestPowerUpTo(count - 1)
}
