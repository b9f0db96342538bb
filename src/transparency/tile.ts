import { invariant } from '../kernel/invariant.ts'

/** Up to 256 hashes of one level, side by side, or the entries below them (tlog-tiles). */
export type Tile<Level = number> = {
  readonly level: Level
  readonly index: number
  /** 256 when full; a partial tile is cut off at the right edge of a tree. */
  readonly width: number
}

export const fullWidth = 256

/** The path of a tile below the prefix of its log: `tile/0/x001/x234/067`, and `.p/112` after it when partial. */
export function tilePath({ level, index, width }: Tile<number | 'entries'>): string {
  invariant(Number.isSafeInteger(index) && index >= 0 && width >= 1 && width <= fullWidth, 'such a tile is in no log', { level, index, width })
  const digits = String(index)
  const padded = digits.padStart(3 * Math.ceil(digits.length / 3), '0')
  const elements = padded.match(/\d{3}/g) ?? []
  const name = elements.map((element, place) => (place === elements.length - 1 ? element : `x${element}`)).join('/')
  return `tile/${level}/${name}${width === fullWidth ? '' : `.p/${width}`}`
}

/**
 * Every tile of hashes that a tree of this size has, the lowest level first, one after the other: a size is only what somebody signed, and may be larger
 * than any memory. Their entries are in tiles of the same places as level 0.
 */
export function* tilesOf(size: number): Generator<Tile> {
  for (const { level, hashes } of levelsOf(size)) for (let index = 0; index * fullWidth < hashes; index++) yield { level, index, width: Math.min(fullWidth, hashes - index * fullWidth) }
}

/** The partial tiles at the right edge of a tree of this size: from them, and nothing else, it grows. */
export function edgeTiles(size: number): readonly Tile[] {
  return levelsOf(size)
    .filter(({ hashes }) => hashes % fullWidth !== 0)
    .map(({ level, hashes }) => ({ level, index: Math.floor(hashes / fullWidth), width: hashes % fullWidth }))
}

function levelsOf(size: number): readonly { readonly level: number; readonly hashes: number }[] {
  const levels: { level: number; hashes: number }[] = []
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / fullWidth)) levels.push({ level, hashes })
  return levels
}
