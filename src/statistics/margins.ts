import { at } from './array-sums.ts'
import type { Counts } from './counts.ts'

/** How many intervals are at risk on each day, `entry < day <= exit`; index is the day, from 0 to the horizon. */
export function atRiskByDay({ horizonDays, entries, exits }: Counts): Float64Array {
  const atRisk = new Float64Array(horizonDays + 1)
  let present = 0
  for (let day = 1; day <= horizonDays; day++) {
    present += at(entries, day - 1)
    for (const ended of exits) present -= at(ended, day - 1)
    atRisk[day] = present
  }
  return atRisk
}

/** How many of the given event codes happened on each day; index is the day, from 0 to the horizon. */
export function eventsByDay({ horizonDays, exits }: Counts, events: readonly number[]): Float64Array {
  const happened = new Float64Array(horizonDays + 1)
  for (const event of events) {
    for (let day = 0; day <= horizonDays; day++) happened[day] = at(happened, day) + at(exits[event], day)
  }
  return happened
}

/** Every event code that the counts know: whatever the outcome, the wait is over. */
export function everyEvent(counts: Counts): number[] {
  return counts.exits.slice(1).map((_, index) => index + 1)
}
