import type { Counts } from '../statistics/counts.ts'
import { daysToShare } from '../statistics/days-to-share.ts'
import { everyEvent } from '../statistics/margins.ts'
import { meanWithLimits } from '../statistics/mean-limits.ts'
import type { CautionCode } from './cautions.ts'
import { drawCurve, drawnDays } from './draw-curve.ts'
import { type Figure, type FigureSubject, figureOf, gridDays } from './figure.ts'
import type { Curve } from './measurement.ts'
import type { Method } from './methods.ts'
import { inBatches, shareEndedBy, shareOpenAfter, type ShownShare } from './share-by-day.ts'

/** One country (or all), stratum and clock of a cohort file. */
export type Group = FigureSubject & { readonly requests: number; readonly counts: Counts }

export type Answers = { readonly figures: readonly Figure[]; readonly curves: readonly Curve[]; readonly cautions: readonly CautionCode[] }

/** Under this many requests no share is shown. */
export const smallestGroup = 10

/** A share by day and the events that make it. */
type Share = { readonly measure: Curve['measure']; readonly outcome: string; readonly events: readonly number[] }

/**
 * How likely an answer, and each outcome, is by each day of the grid, with open requests counted.
 *
 * Estimand: cumulative incidence among competing outcomes (Aalen–Johansen, delayed entry allowed) for the requests of the
 * group, had all been observed from day 0 of the clock. Shares of one; days. `outcomes[k - 1]` names event k of the counts.
 */
export function answerTime(group: Group, outcomes: readonly string[], method: Method): Answers {
  const answers = method.answers[group.clock] ?? []
  const answerEvents = outcomes.flatMap((outcome, index) => (answers.includes(outcome) ? [index + 1] : []))
  const shares: Share[] = [
    { measure: 'answered-by', outcome: '', events: answerEvents },
    ...outcomes.flatMap((outcome, index): Share[] => (happened(group.counts, index + 1) ? [{ measure: 'outcome-by', outcome, events: [index + 1] }] : [])),
  ]
  if (group.requests < smallestGroup) return { figures: [...sizes(group), ...tooFew(group, shares)], curves: [], cautions: ['small-numbers'] }
  return {
    figures: [
      ...sizes(group),
      ...shares.flatMap(({ measure, outcome, events }) => shareFigures(group, measure, outcome, shareEndedBy(group.counts, events, gridDays))),
      ...shareFigures(group, 'open-by', '', shareOpenAfter(group.counts, gridDays)),
      ...quantiles(group, answerEvents),
      ...meanWaits(group),
    ],
    curves: shares.map(({ measure, outcome, events }) => drawCurve(group, measure, outcome, shareEndedBy(group.counts, events, drawnDays))),
    cautions: inBatches(group.counts) ? ['cluster-variance'] : [],
  }
}

function happened(counts: Counts, event: number): boolean {
  return counts.exits[event]?.some((count) => count > 0) ?? false
}

function sizes(group: Group): Figure[] {
  const ended = group.counts.exits.slice(1).reduce((sum, margin) => sum + margin.reduce((days, count) => days + count, 0), 0)
  return [
    figureOf(group, 'requests', { value: group.requests, denominator: group.requests }),
    figureOf(group, 'open', { value: group.requests - ended, denominator: group.requests }),
  ]
}

function tooFew(group: Group, shares: readonly Share[]): Figure[] {
  const named = { denominator: group.requests, interval: 'exact', withheld: 'too-few' } as const
  return shares.flatMap(({ measure, outcome }) => gridDays.map((day) => figureOf(group, measure, { ...named, outcome, day })))
}

function shareFigures(group: Group, measure: Figure['measure'], outcome: string, shares: readonly ShownShare[]): Figure[] {
  return shares.map((share) => figureOf(group, measure, { ...share, outcome, denominator: group.requests }))
}

/** Days by which a quarter, half and three quarters were answered. */
function quantiles(group: Group, answerEvents: readonly number[]): Figure[] {
  return ([['days-to-25', 0.25], ['days-to-50', 0.5], ['days-to-75', 0.75]] as const).map(([measure, probability]) => {
    const found = daysToShare(group.counts, answerEvents, probability, 0.95)
    const named = { interval: 'log-log', denominator: group.requests } as const
    // Limits of days and of means take each request by itself: too narrow, and so not shown, where requests end together.
    if (found === null || inBatches(group.counts)) return figureOf(group, measure, { ...named, withheld: 'poor-coverage' })
    return found.days === null ? figureOf(group, measure, { ...named, withheld: 'not-reached' })
      : figureOf(group, measure, { ...named, value: found.days, lower: found.lower, upper: found.upper })
  })
}

/** Mean days without any outcome, counted up to half a year and a year. */
function meanWaits(group: Group): Figure[] {
  return ([180, 365] as const).map((day) => {
    const { days, standardError, limits } = meanWithLimits(group.counts, everyEvent(group.counts), day, 0.95)
    const named = { day, interval: 'plain', denominator: group.requests } as const
    if (limits === null || inBatches(group.counts)) return figureOf(group, 'mean-days-waiting', { ...named, withheld: group.counts.horizonDays < day ? 'past-data' : 'poor-coverage' })
    return figureOf(group, 'mean-days-waiting', { ...named, value: days, standardError, lower: limits.lower, upper: limits.upper })
  })
}
