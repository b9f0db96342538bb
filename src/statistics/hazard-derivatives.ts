import { at } from './array-sums.ts'
import type { Counts } from './counts.ts'
import { atRiskByDay, eventsByDay, everyEvent } from './margins.ts'
import type { CompletedByOutcome, CompletedCurve } from './reversed-time.ts'

/** How an estimate answers to the hazard of event k on each day: element [k − 1][day], 0 where it does not. */
export type Derivatives = readonly Float64Array[]

/** Of Kaplan–Meier's S(day): ∂S(t)/∂λ(s) = −S(t)/(1 − λ(s)) for s up to t. One element per asked day, as in the others. */
export function survivalDerivatives(counts: Counts, events: readonly number[], days: readonly number[]): Derivatives[] {
  return survivalFrom(counts, events, days, 1)
}

/** Of P(T <= day | T <= conditionalOnDays): in reversed time a survival that starts where the condition allows. */
export function completedDerivatives(counts: Counts, windowDays: number, curve: CompletedCurve, days: readonly number[]): Derivatives[] {
  const reversedDays = days.map((day) => windowDays - day)
  return survivalFrom(counts, everyEvent(counts), reversedDays, windowDays + 1 - curve.conditionalOnDays)
}

function survivalFrom(counts: Counts, events: readonly number[], days: readonly number[], fromDay: number): Derivatives[] {
  const hazard = hazardOf(counts, events)
  return days.map((askedDay) => {
    const lastDay = Math.min(askedDay, counts.horizonDays)
    let survival = 1
    for (let day = fromDay; day <= lastDay; day++) survival *= 1 - hazard[day]!
    const slope = new Float64Array(counts.horizonDays + 1)
    // A curve at zero stays there, whatever the hazards.
    if (survival > 0) for (let day = fromDay; day <= lastDay; day++) slope[day] = -survival / (1 - hazard[day]!)
    return everyEvent(counts).map((event) => (events.includes(event) ? slope : nothing))
  })
}

/** Of the cumulative incidence F of one event: ∂F(t)/∂λⱼ(s) = S(s−) · (1 if j is the event, less F's growth from s to t per head open after s). */
export function incidenceDerivatives(counts: Counts, event: number, days: readonly number[]): Derivatives[] {
  const all = hazardOf(counts, everyEvent(counts))
  const own = hazardOf(counts, [event])
  const openBefore = new Float64Array(counts.horizonDays + 1).fill(1)
  for (let day = 1; day <= counts.horizonDays; day++) openBefore[day] = openBefore[day - 1]! * (1 - all[day - 1]!)
  return days.map((askedDay) => {
    const [seen, competing] = [new Float64Array(counts.horizonDays + 1), new Float64Array(counts.horizonDays + 1)]
    let ahead = 0
    for (let day = Math.min(askedDay, counts.horizonDays); day > 0; day--) {
      seen[day] = openBefore[day]! * (1 - ahead)
      competing[day] = -openBefore[day]! * ahead
      ahead = own[day]! + (1 - all[day]!) * ahead
    }
    return everyEvent(counts).map((code) => (code === event ? seen : competing))
  })
}

/** Of P(T <= day and outcome | T <= conditionalOnDays) = F(day) × A(day): days above move F, days up to it move the split A. */
export function outcomeDerivatives(
  counts: Counts, windowDays: number, curve: CompletedByOutcome, event: number, days: readonly number[],
): Derivatives[] {
  const shares = curve.outcomes[event - 1]?.share ?? nothing
  const split = (day: number) => (at(curve.share, day) > 0 ? at(shares, day) / at(curve.share, day) : 0)
  return completedDerivatives(counts, windowDays, curve, days).map((completed, index) => {
    const askedDay = days[index]!
    return completed.map((above, outcome) => {
      const slope = above.map((move) => move * split(askedDay))
      for (let day = curve.knownFromDay; day <= Math.min(askedDay, curve.conditionalOnDays); day++) {
        slope[windowDays + 1 - day] = at(curve.share, day) * ((outcome === event - 1 ? 1 : 0) - split(day - 1))
      }
      return slope
    })
  })
}

function hazardOf(counts: Counts, events: readonly number[]): Float64Array {
  const atRisk = atRiskByDay(counts)
  return eventsByDay(counts, events).map((happened, day) => (happened > 0 ? happened / atRisk[day]! : 0))
}

const nothing = new Float64Array(0)
