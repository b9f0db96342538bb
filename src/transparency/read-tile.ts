import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Tile } from './tile.ts'
import { hashLength } from './tree-hash.ts'

/** Reads a tile of this very width; undefined where there is none. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array | undefined>

export type TileRefusal =
  | { readonly code: 'tile-missing'; readonly tile: Tile }
  | { readonly code: 'tile-of-other-length'; readonly tile: Tile }

/** The hashes of a tile. */
export async function readHashes(tile: Tile, readTile: ReadTile): Promise<Result<readonly Uint8Array[], TileRefusal>> {
  const bytes = await readTile(tile)
  if (bytes === undefined) return refuse({ code: 'tile-missing', tile })
  if (bytes.length !== tile.width * hashLength) return refuse({ code: 'tile-of-other-length', tile })
  return accept(Array.from({ length: tile.width }, (_, place) => bytes.subarray(place * hashLength, (place + 1) * hashLength)))
}
