import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from './bytes.ts'
import { readHashes, type ReadTile, type TileRefusal } from './read-tile.ts'
import { edgeTiles } from './tile.ts'
import { type Edge, growEdge, rootOfEdge, type TileBytes, tilesAtEdge } from './tree-edge.ts'
import type { AnySha256 } from './tree-hash.ts'

export type GrowRefusal =
  | TileRefusal
  /** What is stored is not the tree that was signed. */
  | { readonly code: 'edge-of-other-tree'; readonly size: number }

export type Grown = {
  readonly size: number
  readonly root: Uint8Array
  /** Tiles to keep: those that became full, then those at the new right edge. */
  readonly tiles: readonly TileBytes[]
}

/** The tree after this batch of leaf hashes. Reads one tile a level at most, and refuses them unless they come to the root expected. */
export async function growTree(
  tree: { readonly size: number; readonly root: Uint8Array }, leaves: readonly Uint8Array[], readTile: ReadTile, sha256: AnySha256,
): Promise<Result<Grown, GrowRefusal>> {
  const old = await readEdge(tree.size, readTile)
  if (!old.ok) return old
  if (!same(await rootOfEdge(old.value, sha256), tree.root)) return refuse({ code: 'edge-of-other-tree', size: tree.size })
  const { edge, full } = await growEdge(old.value, leaves, sha256)
  return accept({ size: edge.size, root: await rootOfEdge(edge, sha256), tiles: [...full, ...tilesAtEdge(edge)] })
}

async function readEdge(size: number, readTile: ReadTile): Promise<Result<Edge, TileRefusal>> {
  const levels: (readonly Uint8Array[])[] = []
  for (const tile of edgeTiles(size)) {
    const hashes = await readHashes(tile, readTile)
    if (!hashes.ok) return hashes
    while (levels.length < tile.level) levels.push([])
    levels.push(hashes.value)
  }
  return accept({ size, levels })
}
