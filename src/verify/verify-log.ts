import { accept, refuse, type Result } from '../kernel/result.ts'
import { same } from '../transparency/bytes.ts'
import { readBundle } from '../transparency/entry-bundle.ts'
import { fullWidth, type Tile, tilePath, tilesOf } from '../transparency/tile.ts'
import { emptyEdge, growEdge, rootOfEdge, type TileBytes, tilesAtEdge } from '../transparency/tree-edge.ts'
import { hashLength, leafHashes } from '../transparency/tree-hash.ts'
import { type CheckpointFacts, type CheckpointRefusal, verifyCheckpoint } from './verify-checkpoint.ts'
import { type Tools, webCrypto } from './web-crypto.ts'

/** Reads a file of the log by its path below the log's prefix; undefined where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>

export type LogFacts = {
  readonly checkpoint: CheckpointFacts
  /** Tiles of hashes that were made again from the entries, each the same as in the log, byte for byte. */
  readonly tiles: number
}

export type LogRefusal =
  | CheckpointRefusal
  | { readonly code: 'file-missing' | 'file-does-not-fit'; readonly path: string }
  | { readonly code: 'root-does-not-fit' }

/**
 * Is this folder of files the whole log of its checkpoint: every entry, every hash, and the root that was signed?
 *
 * Shapes: a reader of the files of tlog-tiles (`checkpoint`, `tile/…`, `tile/entries/…`) and the bytes of a policy file (tlog-policy). Answers with facts or a
 * refusal with a code; throws where the reader does. For a log of millions hand in a hash that does not wait, such as Node's.
 */
export async function verifyLog(read: ReadFile, policy: Uint8Array, tools: Tools = webCrypto): Promise<Result<LogFacts, LogRefusal>> {
  const signed = await read('checkpoint')
  if (signed === undefined) return refuse({ code: 'file-missing', path: 'checkpoint' })
  const checkpoint = await verifyCheckpoint(signed, policy, tools)
  if (!checkpoint.ok) return checkpoint
  const { size, root } = checkpoint.value
  let edge = emptyEdge
  let tiles = 0
  for (const tile of tilesOf(size)) {
    if (tile.level > 0) break
    const entries = await readEntries(tile, read)
    if (!entries.ok) return entries
    const grown = await growEdge(edge, await leafHashes(entries.value, tools.sha256), tools.sha256)
    edge = grown.edge
    const fault = await findOther(grown.full, read)
    if (fault !== undefined) return refuse(fault)
  }
  const fault = await findOther(tilesAtEdge(edge), read)
  if (fault !== undefined) return refuse(fault)
  if (!same(await rootOfEdge(edge, tools.sha256), root)) return refuse({ code: 'root-does-not-fit' })
  for (const _tile of tilesOf(size)) tiles++
  return accept({ checkpoint: checkpoint.value, tiles })
}

async function readEntries(tile: Tile, read: ReadFile): Promise<Result<readonly Uint8Array[], LogRefusal>> {
  const place = { ...tile, level: 'entries' } as const
  const path = tilePath(place)
  const bytes = await read(path)
  if (bytes !== undefined) {
    const entries = readBundle(bytes, tile.width)
    return entries === undefined ? refuse({ code: 'file-does-not-fit', path }) : accept(entries)
  }
  // A log that has grown may have taken away what was partial (tlog-tiles, "Partial Tiles").
  const full = tile.width === fullWidth ? undefined : await read(tilePath({ ...place, width: fullWidth }))
  const entries = full && readBundle(full, fullWidth)
  return entries === undefined ? refuse({ code: 'file-missing', path }) : accept(entries.slice(0, tile.width))
}

async function findOther(tiles: readonly TileBytes[], read: ReadFile): Promise<{ readonly code: 'file-missing' | 'file-does-not-fit'; readonly path: string } | undefined> {
  for (const { tile, bytes } of tiles) {
    const path = tilePath(tile)
    const stored = await read(path) ?? (await read(tilePath({ ...tile, width: fullWidth })))?.subarray(0, tile.width * hashLength)
    if (stored === undefined) return { code: 'file-missing', path }
    if (!same(stored, bytes)) return { code: 'file-does-not-fit', path }
  }
  return undefined
}
