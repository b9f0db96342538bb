/**
 * Intervals of one group (a country, say, within one stratum and on one clock), counted by whole day.
 *
 * Each interval is `(entry, exit]` in days since the clock started and ends with an event:
 * 0 is none (still open at the data-as-of day, or a gap while a legal gate was closed);
 * 1, 2, … are outcomes. This is R's `Surv(entry, exit, event)` after counting.
 *
 * At risk on day t are the intervals with `entry < t <= exit`, so the two margins below are enough for
 * every estimator whose variance adds over time. The infinitesimal jackknife and the cluster variance
 * need to know which entry went with which exit: `cells` holds that where it was asked for.
 */
export type Counts = {
  /** Index of the last day; the arrays below have `horizonDays + 1` elements, day 0 first. */
  readonly horizonDays: number
  /** entries[d]: how many intervals have entry day d. */
  readonly entries: Uint32Array
  /** exits[k][d]: how many intervals end on day d with event k; exits[0] are the ones without an event. */
  readonly exits: readonly Uint32Array[]
  /** The joint counts, one row per distinct (entry, exit, event, cluster); absent where only the margins were kept. */
  readonly cells?: readonly Cell[]
}

export type Cell = {
  readonly entryDay: number
  readonly exitDay: number
  readonly event: number
  readonly count: number
  /** Which batch the interval belongs to, for example one country's charter on one day; each interval its own where absent. */
  readonly cluster?: number
}

/** Builds counts from cells, keeping the cells. Refuses what is no interval: it would poison every estimate silently. */
export function countsFromCells(cells: readonly Cell[], eventCount: number): Counts {
  const horizonDays = cells.reduce((last, cell) => Math.max(last, cell.exitDay), 0)
  const entries = new Uint32Array(horizonDays + 1)
  const exits = Array.from({ length: eventCount + 1 }, () => new Uint32Array(horizonDays + 1))
  for (const { entryDay, exitDay, event, count } of cells) {
    const margin = exits[event]
    if (!margin || !Number.isInteger(entryDay) || !Number.isInteger(exitDay) || entryDay < 0 || exitDay <= entryDay) {
      throw new RangeError(`not an interval: (${entryDay}, ${exitDay}] with event ${event}`)
    }
    entries[entryDay] = (entries[entryDay] ?? 0) + count
    margin[exitDay] = (margin[exitDay] ?? 0) + count
  }
  return { horizonDays, entries, exits, cells }
}
