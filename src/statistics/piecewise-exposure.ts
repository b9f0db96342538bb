import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay } from './margins.ts'

/** Events and days at risk in each band of waiting time: all that a hazard constant within bands needs to know. */
export type Pieces = { readonly events: readonly number[]; readonly exposureDays: readonly number[] }

/**
 * Totals by band; band j covers the days after `bandEnds[j − 1]` (or 0) up to and with `bandEnds[j]`.
 * What happens after the last band is left out. `events` are the outcome codes that count; every other exit is a censoring.
 */
export function piecesOf(counts: Counts, events: readonly number[], bandEnds: readonly number[]): Pieces {
  const [atRisk, happened] = [atRiskByDay(counts), eventsByDay(counts, events)]
  const totalBetween = (series: Float64Array, after: number, until: number) => series.subarray(after + 1, until + 1).reduce((sum, value) => sum + value, 0)
  const inBands = (series: Float64Array) => bandEnds.map((end, band) => totalBetween(series, bandEnds[band - 1] ?? 0, end))
  return { events: inBands(happened), exposureDays: inBands(atRisk) }
}

/**
 * For each group its events, and the events expected of it had it the hazard of all groups together in every band.
 * The expectations add up to the events.
 */
export function againstCommonHazard(groups: readonly Pieces[]): { readonly events: number; readonly expected: number }[] {
  const bands = groups[0]?.events.length ?? 0
  const hazards = Array.from({ length: bands }, (_, band) => {
    const exposure = groups.reduce((sum, group) => sum + (group.exposureDays[band] ?? 0), 0)
    return exposure === 0 ? 0 : groups.reduce((sum, group) => sum + (group.events[band] ?? 0), 0) / exposure
  })
  return groups.map(({ events, exposureDays }) => ({
    events: events.reduce((sum, count) => sum + count, 0),
    expected: exposureDays.reduce((sum, exposure, band) => sum + exposure * (hazards[band] ?? 0), 0),
  }))
}
