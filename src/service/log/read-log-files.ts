import { readTilePath } from '../../transparency/read-tile-path.ts'
import { tilePath, tilesOf } from '../../transparency/tile.ts'
import { findCheckpoint, findTip, readTileBytes, type LogTip } from '../../store/log.ts'
import { findPolicy, findWitnessed } from '../../store/log-health.ts'
import { signedCheckpoint } from './ask-witnesses.ts'
import type { LogServices } from './log-services.ts'

type Reading = Pick<LogServices, 'database'>

/** The checkpoint that is published: the newest that enough witnesses saw; without a policy the newest. Undefined of an empty log. */
export async function findPublished({ database }: Reading): Promise<LogTip | undefined> {
  if (!(await findPolicy(database))) return findTip(database)
  const witnessed = await findWitnessed(database)
  return witnessed && findCheckpoint(database, witnessed.size)
}

/** That checkpoint as a file, with its signatures. */
export async function readCheckpointFile(services: Reading): Promise<string | undefined> {
  const tip = await findPublished(services)
  return tip && signedCheckpoint(services.database, tip)
}

/** A tile or an entry bundle by its path below the log's prefix; undefined where the published tree has none of this path. */
export async function readTileFile(services: Reading, path: string): Promise<Uint8Array | undefined> {
  const tile = readTilePath(path)
  const tip = tile && (await findPublished(services))
  if (!tile || !tip) return undefined
  // What no checkpoint speaks of yet is not shown.
  const level = tile.level === 'entries' ? 0 : tile.level
  const end = (tile.index * 256 + tile.width) * 256 ** level
  return end <= tip.size ? readTileBytes(services.database, tile) : undefined
}

/** Every file of the published log by its path: what is written to a folder. */
export async function* listLogFiles(services: Reading): AsyncGenerator<{ readonly path: string; readonly bytes: () => Promise<Uint8Array> }> {
  const tip = await findPublished(services)
  if (!tip) return
  for (const tile of tilesOf(tip.size)) {
    yield { path: tilePath(tile), bytes: () => there(services, tile) }
    if (tile.level === 0) yield { path: tilePath({ ...tile, level: 'entries' }), bytes: () => there(services, { ...tile, level: 'entries' }) }
  }
  const checkpoint = await signedCheckpoint(services.database, tip)
  // Last: whoever reads it finds everything that it speaks of.
  yield { path: 'checkpoint', bytes: async () => Uint8Array.from(Buffer.from(checkpoint)) }
}

async function there({ database }: Reading, tile: Parameters<typeof readTileBytes>[1]): Promise<Uint8Array> {
  const bytes = await readTileBytes(database, tile)
  if (!bytes) throw new Error(`the log has no tile ${tile.level}/${tile.index} of width ${tile.width}`)
  return bytes
}
