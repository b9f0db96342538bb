import { aalenJohansen } from './aalen-johansen.ts'
import type { Cell, Counts } from './counts.ts'
import { everyEvent } from './margins.ts'
import { mergeOutcomes } from './merge-outcomes.ts'
import { eventsOn } from './risk-set.ts'
import { rowOnDay } from './step.ts'

/** Standard errors on the asked days, in their order. */
export type JackknifeErrors = {
  readonly open: Float64Array
  /** incidence[k - 1] belongs to event k. */
  readonly incidence: readonly Float64Array[]
}

/**
 * Infinitesimal-jackknife standard errors of the Aalen–Johansen shares on `askedDays`, as survfit's multi-state `std.err`:
 * the root of the sum over clusters of squared influences, where an interval's influence is the derivative of the estimate
 * with respect to its weight (Jaeckel 1972; Therneau's survival vignette "methods"). Intervals that share a cluster
 * (a charter's people; one person's intervals on both sides of a gap) are summed before squaring; an interval
 * without a cluster is its own. Needs the joint counts: throws where only the margins were kept.
 */
export function jackknifeIncidence(counts: Counts, askedDays: readonly number[]): JackknifeErrors {
  const outcomes = everyEvent(counts)
  return {
    open: jackknifeOfUnion(counts, outcomes, askedDays),
    incidence: outcomes.map((event) => jackknifeOfUnion(counts, [event], askedDays)),
  }
}

/** The same for Kaplan–Meier: standard errors of S(t), other exits being censorings (survfit with `robust` or `cluster`). */
export function jackknifeSurvival(counts: Counts, events: readonly number[], askedDays: readonly number[]): Float64Array {
  return jackknifeOfUnion(mergeOutcomes(counts, [events]), [1], askedDays)
}

/** Standard errors of the cumulative incidence of any of `events`, all other events competing. */
export function jackknifeOfUnion(counts: Counts, events: readonly number[], askedDays: readonly number[]): Float64Array {
  const { cells } = counts
  if (cells === undefined) throw new RangeError('the jackknife needs the joint counts, and these are margins only')
  const curve = dailyCurve(counts, events)
  return Float64Array.from(askedDays, (day) => Math.sqrt(sumOfSquares(cells, influencesOn(day, curve, events))))
}

type DailyCurve = {
  readonly days: Int32Array
  /** S(s−)/Y: how far one more event on the day moves the share that has ended. */
  readonly pull: Float64Array
  /** Hazard of the events asked for, and of all events. */
  readonly hazard: Float64Array
  readonly allHazard: Float64Array
}

function dailyCurve(counts: Counts, events: readonly number[]): DailyCurve {
  const { days, atRisk, open } = aalenJohansen(counts, 'multinomial')
  const perHead = (ended: Float64Array) => ended.map((count, row) => count / atRisk[row]!)
  return {
    days,
    pull: atRisk.map((present, row) => (row === 0 ? 1 : open[row - 1]!) / present),
    hazard: perHead(eventsOn(counts, events, days)),
    allHazard: perHead(eventsOn(counts, everyEvent(counts), days)),
  }
}

/**
 * Influence on F(day) of one interval. On each day s at risk it is
 * pull(s) · [own event asked for − hazard − (own event of any kind − all hazard) · ahead(s)],
 * where ahead(s) is the chance of an asked event from the end of s to `day`, found going backwards from it.
 */
function influencesOn(day: number, { days, pull, hazard, allHazard }: DailyCurve, events: readonly number[]): (cell: Cell) => number {
  const rows = rowOnDay(days, day) + 1
  const ahead = new Float64Array(rows)
  for (let row = rows - 1; row > 0; row--) ahead[row - 1] = hazard[row]! + (1 - allHazard[row]!) * ahead[row]!
  // passed[r]: what an interval that is at risk on the first r rows, and has no event, has taken off.
  const passed = new Float64Array(rows + 1)
  for (let row = 0; row < rows; row++) passed[row + 1] = passed[row]! + pull[row]! * (hazard[row]! - allHazard[row]! * ahead[row]!)
  return ({ entryDay, exitDay, event }) => {
    if (entryDay >= day) return 0
    const atRisk = passed[rowOnDay(days, Math.min(exitDay, day)) + 1]! - passed[rowOnDay(days, entryDay) + 1]!
    if (event === 0 || exitDay > day) return -atRisk
    const row = rowOnDay(days, exitDay)
    return pull[row]! * ((events.includes(event) ? 1 : 0) - ahead[row]!) - atRisk
  }
}

function sumOfSquares(cells: readonly Cell[], influence: (cell: Cell) => number): number {
  const clusters = new Map<number, number>()
  let sum = 0
  for (const cell of cells) {
    const one = influence(cell)
    if (cell.cluster === undefined) sum += cell.count * one * one
    else clusters.set(cell.cluster, (clusters.get(cell.cluster) ?? 0) + cell.count * one)
  }
  for (const together of clusters.values()) sum += together * together
  return sum
}
