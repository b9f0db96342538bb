import type { Counts } from './counts.ts'

/** The days on which anything left the risk set, and how many were at risk on each. */
export type RiskSet = {
  /** Distinct days with an exit of any kind, increasing. */
  readonly days: Int32Array
  /** Intervals with `entry < day <= exit`. */
  readonly atRisk: Float64Array
}

/**
 * Walks the margins once: at risk on day t are all entries before t less all exits before t.
 * With late entries the number at risk can be small on early days, and nobody may be at risk for a while;
 * such days have no exit, so, as in R's survfit, they have no row.
 */
export function riskSet({ horizonDays, entries, exits }: Counts): RiskSet {
  const days = new Int32Array(horizonDays + 1)
  const atRisk = new Float64Array(horizonDays + 1)
  const leaving = new Float64Array(horizonDays + 1)
  for (const margin of exits) for (let day = 0; day <= horizonDays; day++) leaving[day]! += margin[day]!
  let [rows, present] = [0, 0]
  for (let day = 0; day <= horizonDays; day++) {
    if (leaving[day]! > 0) {
      days[rows] = day
      atRisk[rows] = present
      rows += 1
    }
    present += entries[day]! - leaving[day]!
  }
  return { days: days.slice(0, rows), atRisk: atRisk.slice(0, rows) }
}

/** How many intervals ended with one of `events` on each of `days`. */
export function eventsOn({ exits }: Counts, events: readonly number[], days: Int32Array): Float64Array {
  const ended = new Float64Array(days.length)
  for (const event of events) {
    const margin = exits[event]
    if (margin === undefined) throw new RangeError(`no event ${event} in these counts`)
    for (let row = 0; row < days.length; row++) ended[row]! += margin[days[row]!]!
  }
  return ended
}
