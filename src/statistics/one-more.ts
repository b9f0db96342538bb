import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay, everyEvent } from './margins.ts'

/** Counts by day, from 0 to the last day asked for or observed, around the events whose share is asked for. */
export type Daily = {
  readonly atRisk: Float64Array
  readonly asked: Float64Array
  /** Ended by any event. */
  readonly ended: Float64Array
}

export function dailyCounts(counts: Counts, events: readonly number[], lastDay: number): Daily {
  const reaching = (values: Float64Array) => {
    const longer = new Float64Array(Math.max(lastDay + 1, values.length))
    longer.set(values)
    return longer
  }
  return { atRisk: reaching(atRiskByDay(counts)), asked: reaching(eventsByDay(counts, events)), ended: reaching(eventsByDay(counts, everyEvent(counts))) }
}

/** What one more of the asked events could have done to their share by a day. */
export type OneMore = {
  /** The day on which it would have moved the share most. */
  readonly day: number
  /** By how much it would have moved the share then. */
  readonly moves: number
  /** By how much it would have moved the share on each day; 0 on day 0. */
  readonly movesOn: Float64Array
  /**
   * The largest part of all that one person stood for on any day up to then: one in n where all are there from day 0,
   * Infinity where nobody was there although not all had ended.
   */
  readonly standsFor: number
  /** The same on the last of these days alone: less than `standsFor` where few were there at first, to speak for all who came later. */
  readonly standsForAtEnd: number
}

/**
 * On day s the S(s−) of all that are still open are spoken for by those at risk: each stands for S(s−)/Y(s) of all.
 * One more who is there from the first day and has an asked event on day s, beside those whom the day's events leave, would
 * raise the share by S′(s) / (left + 1) times one minus the chance of an asked event from s to `day` in any case, S′ being S
 * with that one more at risk. Without late entries both are largest on the day itself:
 * the fewer are left, the more each counts. With late entries it can be an early day on which few were there, to speak
 * for all who came later.
 */
export function oneMore(day: number, { atRisk, asked, ended }: Daily): OneMore {
  const open = stillOpen(day, atRisk, ended, 0)
  const openOfOneMore = stillOpen(day, atRisk, ended, 1)
  const movesOn = new Float64Array(day + 1)
  let [found, moves, standsFor, standsForAtEnd, ahead] = [day, 0, 0, 0, 0]
  for (let past = day; past > 0; past--) {
    const moved = (openOfOneMore[past]! / (atRisk[past]! - ended[past]! + 1)) * (1 - ahead)
    movesOn[past] = moved
    if (moved > moves) [found, moves] = [past, moved]
    if (open[past - 1]! > 0) {
      const each = open[past - 1]! / atRisk[past]!
      if (standsFor === 0) standsForAtEnd = each
      standsFor = Math.max(standsFor, each)
    }
    if (ended[past]! > 0) ahead = asked[past]! / atRisk[past]! + (1 - ended[past]! / atRisk[past]!) * ahead
  }
  return { day: found, moves, movesOn, standsFor, standsForAtEnd }
}

function stillOpen(lastDay: number, atRisk: Float64Array, ended: Float64Array, more: number): Float64Array {
  const open = new Float64Array(lastDay + 1)
  let share = 1
  for (let day = 0; day <= lastDay; day++) {
    if (ended[day]! > 0) share *= (atRisk[day]! - ended[day]! + more) / (atRisk[day]! + more)
    open[day] = share
  }
  return open
}
