/** Durations known only to lie in a band of whole days, both ends included; `toDay` null when it has no upper end. */
export type BandedCount = {
  readonly fromDay: number
  readonly toDay: number | null
  readonly count: number
  /** Where durations outside these days could not have been seen at all: left and right truncation. */
  readonly seenFromDay?: number
  readonly seenToDay?: number | null
}

/** A run of whole days that no observation divides; `toDay` is Infinity when it has no upper end. */
export type Band = { readonly fromDay: number; readonly toDay: number }

/**
 * The bands that alone can carry probability at the maximum: a lower end followed by an upper end with no other end
 * between them (Peto 1973; Turnbull 1976), where the edges of truncation count as ends too (Frydman 1994).
 */
export function innermostBands(observations: readonly BandedCount[]): Band[] {
  const lowerEnds = new Set(observations.map(({ fromDay }) => fromDay))
  const upperEnds = new Set(observations.map(({ toDay }) => toDay ?? Infinity))
  for (const { seenFromDay, seenToDay } of observations) {
    if (seenFromDay !== undefined) upperEnds.add(seenFromDay - 1)
    if (seenToDay !== undefined && seenToDay !== null) lowerEnds.add(seenToDay + 1)
  }
  const holdsCase = (band: Band) => observations.some(({ fromDay, toDay }) => fromDay <= band.fromDay && band.toDay <= (toDay ?? Infinity))
  return adjacentEnds(lowerEnds, upperEnds).filter(holdsCase)
}

function adjacentEnds(lowerEnds: ReadonlySet<number>, upperEnds: ReadonlySet<number>): Band[] {
  const days = [...new Set([...lowerEnds, ...upperEnds])].sort((a, b) => a - b)
  const bands: Band[] = []
  let opened: number | undefined
  for (const day of days) {
    // Both ends are included, so that a band may open and close on one day.
    if (lowerEnds.has(day)) opened = day
    if (upperEnds.has(day) && opened !== undefined) {
      bands.push({ fromDay: opened, toDay: day })
      opened = undefined
    }
  }
  return bands
}
