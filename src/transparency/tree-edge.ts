import { join } from './bytes.ts'
import { edgeTiles, fullWidth, type Tile } from './tile.ts'
import { type AnySha256, rootOver } from './tree-hash.ts'

/** The right edge of a tree: for each level of tiles the hashes that do not fill one yet. Growing needs nothing else. */
export type Edge = { readonly size: number; readonly levels: readonly (readonly Uint8Array[])[] }
export type TileBytes = { readonly tile: Tile; readonly bytes: Uint8Array }

export const emptyEdge: Edge = { size: 0, levels: [] }

/** The edge after these leaf hashes, and the tiles that they filled. */
export async function growEdge(edge: Edge, leaves: readonly Uint8Array[], sha256: AnySha256): Promise<{ readonly edge: Edge; readonly full: readonly TileBytes[] }> {
  const levels = edge.levels.map((hashes) => [...hashes])
  const full: TileBytes[] = []
  let size = edge.size
  for (const leaf of leaves) {
    size++
    const row = put(levels, 0, leaf)
    if (row.length === fullWidth) await carry(levels, 0, size, full, sha256)
  }
  return { edge: { size, levels }, full }
}

/** The root of the whole tree: each level's hashes, and after them, as one smaller subtree, what the levels below come to. */
export async function rootOfEdge({ levels }: Edge, sha256: AnySha256): Promise<Uint8Array> {
  let below: readonly Uint8Array[] = []
  for (const hashes of levels) {
    const row = [...hashes, ...below]
    below = row.length === 0 ? [] : [await rootOver(row, sha256)]
  }
  return rootOver(below, sha256)
}

/** The partial tiles of an edge. */
export function tilesAtEdge({ size, levels }: Edge): readonly TileBytes[] {
  return edgeTiles(size).map((tile) => ({ tile, bytes: join(...(levels[tile.level] ?? [])) }))
}

// A tile of `level` is full, and with it the first `hashes` of that level: its root goes one level up.
async function carry(levels: Uint8Array[][], level: number, hashes: number, full: TileBytes[], sha256: AnySha256): Promise<void> {
  const row = levels[level] ?? []
  full.push({ tile: { level, index: hashes / fullWidth - 1, width: fullWidth }, bytes: join(...row) })
  levels[level] = []
  const above = put(levels, level + 1, await rootOver(row, sha256))
  if (above.length === fullWidth) await carry(levels, level + 1, hashes / fullWidth, full, sha256)
}

function put(levels: Uint8Array[][], level: number, hash: Uint8Array): Uint8Array[] {
  const row = (levels[level] ??= [])
  row.push(hash)
  return row
}
