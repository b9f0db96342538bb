import { at, total } from './array-sums.ts'
import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay, everyEvent } from './margins.ts'

/** One day on which something happened. Arrays have one element per group; estimates are of the day itself unless named `Before`. */
export type GrayDay = {
  readonly atRisk: readonly number[]
  /** Events of interest, and of the competing kinds. */
  readonly seen: readonly number[]
  readonly competing: readonly number[]
  /** Share of each group without any event. */
  readonly openBefore: readonly number[]
  readonly open: readonly number[]
  /** Share of each group that would still be in Gray's risk set: at risk, or had a competing event. */
  readonly weight: readonly number[]
  /** Share of all groups together without the event of interest, as if they had one incidence. */
  readonly without: number
  /** Its hazard, and the number of people that this estimate rests on. */
  readonly hazard: number
  readonly effective: number
  /** How the score of group i answers to group k's own incidence. */
  readonly slope: readonly Float64Array[]
}

/** Carries every group's open share and incidence, and the pooled incidence, from event day to event day. */
export function* grayDays(groups: readonly Counts[], event: number): Generator<GrayDay> {
  const margins = groups.map((group) => ({
    atRisk: atRiskByDay(group),
    seen: eventsByDay(group, [event]),
    competing: eventsByDay(group, everyEvent(group).filter((code) => code !== event)),
  }))
  const lastDay = Math.max(0, ...groups.map((group) => group.horizonDays))
  let open = groups.map(() => 1)
  let incidence = groups.map(() => 0)
  let without = 1
  for (let day = 1; day <= lastDay; day++) {
    const seen = margins.map((margin) => margin.seen[day] ?? 0)
    const competing = margins.map((margin) => margin.competing[day] ?? 0)
    if (total(seen) + total(competing) === 0) continue
    const atRisk = margins.map((margin) => margin.atRisk[day] ?? 0)
    const openBefore = open
    const perShare = atRisk.map((number, group) => (number > 0 ? number / at(openBefore, group) : 0))
    const weight = perShare.map((number, group) => number * (1 - at(incidence, group)))
    open = openBefore.map((share, group) => share * (1 - ratio(at(seen, group) + at(competing, group), at(atRisk, group))))
    incidence = incidence.map((share, group) => share + ratio(at(openBefore, group) * at(seen, group), at(atRisk, group)))
    const effective = total(perShare)
    const step = total(seen) / effective
    const hazard = step / without
    without -= step
    yield { atRisk, seen, competing, openBefore, open, weight, without, hazard, effective, slope: slopeOf(perShare, effective) }
  }
}

function slopeOf(perShare: readonly number[], effective: number): Float64Array[] {
  return perShare.map((own, group) =>
    Float64Array.from(perShare, (theirs, other) => (other === group ? own : 0) - (own * theirs) / effective))
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
