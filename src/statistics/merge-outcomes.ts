import type { Counts } from './counts.ts'

/**
 * The same intervals with outcomes taken together: new event k is any of `groups[k - 1]`.
 * Event codes named in no group become exits without an event, that is, censorings:
 * to keep them as competing outcomes give them a group of their own.
 */
export function mergeOutcomes(counts: Counts, groups: readonly (readonly number[])[]): Counts {
  const { horizonDays, entries, cells } = counts
  const newEvent = counts.exits.map((_, event) => groups.findIndex((group) => group.includes(event)) + 1)
  const exits = Array.from({ length: groups.length + 1 }, () => new Uint32Array(horizonDays + 1))
  counts.exits.forEach((margin, event) => {
    const merged = exits[newEvent[event]!]!
    for (let day = 0; day <= horizonDays; day++) merged[day]! += margin[day]!
  })
  if (cells === undefined) return { horizonDays, entries, exits }
  return { horizonDays, entries, exits, cells: cells.map((cell) => ({ ...cell, event: newEvent[cell.event]! })) }
}
