import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay, everyEvent } from './margins.ts'

/** Counts by day, from 0 to the horizon, around the events whose share is asked for. */
export type Daily = {
  readonly atRisk: Float64Array
  readonly asked: Float64Array
  readonly ended: Float64Array
  /** At risk just after the day: those left after its exits, and its entries. */
  readonly after: Float64Array
}

export function dailyCounts(counts: Counts, events: readonly number[]): Daily {
  const { entries, exits } = counts
  const atRisk = atRiskByDay(counts)
  const after = atRisk.map((present, day) => exits.reduce((left, margin) => left - margin[day]!, present + entries[day]!))
  return { atRisk, after, asked: eventsByDay(counts, events), ended: eventsByDay(counts, everyEvent(counts)) }
}

/** What one more of the asked events could have done to their share by a day. */
export type OneMore = {
  /** Just after which day it would have moved the share most. */
  readonly day: number
  /** By how much it would have moved the share then. */
  readonly moves: number
  /**
   * The largest part of all that one person stood for on any day up to then: one in n where all are there from day 0,
   * Infinity where nobody was there although not all had ended.
   */
  readonly standsFor: number
}

/**
 * Just after day s, the S(s) of all that are still open are spoken for by those at risk then; one more would stand for
 * S(s) / (at risk + 1) of all. Had that one had an asked event, the share would have risen by so much times one minus the chance
 * of an asked event from s to `day` in any case. Without late entries this is largest on the day itself: the fewer are
 * left, the more each counts. With late entries it can be an early day on which few were there to speak for all who came later.
 */
export function oneMore(day: number, { atRisk, asked, ended, after }: Daily): OneMore {
  const last = Math.min(day, after.length - 1)
  const open = stillOpen(last, atRisk, ended)
  let [found, moves, standsFor, ahead] = [last, -1, 0, 0]
  for (let past = last; past >= 0; past--) {
    if (open[past]! > 0) standsFor = Math.max(standsFor, open[past]! / after[past]!)
    const moved = (open[past]! / (after[past]! + 1)) * (1 - ahead)
    // The later day wins where they are equal but for rounding.
    if (moved > moves * (1 + 1e-9)) [found, moves] = [past, moved]
    if (ended[past]! > 0) ahead = asked[past]! / atRisk[past]! + (1 - ended[past]! / atRisk[past]!) * ahead
  }
  return { day: found, moves, standsFor }
}

function stillOpen(last: number, atRisk: Float64Array, ended: Float64Array): Float64Array {
  const open = new Float64Array(last + 1)
  let share = 1
  for (let day = 0; day <= last; day++) {
    if (ended[day]! > 0) share *= (atRisk[day]! - ended[day]!) / atRisk[day]!
    open[day] = share
  }
  return open
}
