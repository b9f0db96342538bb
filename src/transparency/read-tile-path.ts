import { fullWidth, type Tile, tilePath } from './tile.ts'

/** The tile of a path; undefined where the path is not exactly how one is written. */
export function readTilePath(path: string): Tile<number | 'entries'> | undefined {
  const [, level, name, width] = /^tile\/(entries|[1-5]?\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  if (level === undefined || name === undefined) return undefined
  const tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(name.replaceAll(/[x/]/g, '')),
    width: width === undefined ? fullWidth : Number(width),
  } as const
  // Written again it must be the same: no leading `x000`, no partial tile of 256 or more.
  return Number.isSafeInteger(tile.index) && tile.width <= fullWidth && tilePath(tile) === path ? tile : undefined
}
