import { aalenJohansen, type IncidenceCurves } from '../statistics/aalen-johansen.ts'
import type { Counts } from '../statistics/counts.ts'
import { kaplanMeier } from '../statistics/kaplan-meier.ts'
import { mergeOutcomes } from '../statistics/merge-outcomes.ts'
import { incidenceQuantile } from '../statistics/quantiles.ts'
import { restrictedMean } from '../statistics/restricted-mean.ts'
import type { CautionCode } from './cautions.ts'
import { drawCurve, drawnDays } from './draw-curve.ts'
import { type Figure, type FigureSubject, figureOf, gridDays } from './figure.ts'
import type { Curve } from './measurement.ts'
import type { Method } from './methods.ts'
import { sharesOnDays, type Steps } from './share-on-day.ts'

/** One country (or all), stratum and clock of a cohort file. */
export type Group = FigureSubject & { readonly requests: number; readonly counts: Counts }

export type Answers = { readonly figures: readonly Figure[]; readonly curves: readonly Curve[]; readonly cautions: readonly CautionCode[] }

/** Under this many requests no share is shown. */
export const smallestGroup = 10

type Named = { readonly measure: 'answered-by' | 'outcome-by' | 'open-by'; readonly outcome: string; readonly steps: Steps }

/**
 * How likely an answer, and each outcome, is by each day of the grid, with open requests counted.
 *
 * Estimand: cumulative incidence among competing outcomes (Aalen–Johansen, delayed entry allowed) for the requests of the
 * group, had all been observed from day 0 of the clock. Shares of one; days. `outcomes[k - 1]` names event k of the counts.
 */
export function answerTime(group: Group, outcomes: readonly string[], method: Method): Answers {
  const answers = method.answers[group.clock] ?? []
  const each = aalenJohansen(group.counts, 'multinomial')
  // Answers are merged before estimating: the variance of a sum is not the sum of the variances.
  const events = (wanted: boolean) => outcomes.flatMap((outcome, index) => (answers.includes(outcome) === wanted ? [index + 1] : []))
  const merged = aalenJohansen(mergeOutcomes(group.counts, [events(true), events(false)]), 'multinomial')

  const answered: Named = { measure: 'answered-by', outcome: '', steps: stepsOf(group.counts, merged, 0, events(true)) }
  const competing = outcomes.flatMap((outcome, index): Named[] =>
    happened(group.counts, index + 1) ? [{ measure: 'outcome-by', outcome, steps: stepsOf(group.counts, each, index, [index + 1]) }] : [])
  const every = outcomes.map((_, index) => index + 1)
  const open: Named = { measure: 'open-by', outcome: '', steps: { ...stepsOf(group.counts, each, 0, every), value: each.open, variance: each.openVariance, still: true } }

  const enough = group.requests >= smallestGroup
  return {
    figures: [
      ...sizes(group),
      ...[answered, ...competing, open].flatMap((named) => shareFigures(group, named, enough)),
      ...waits(group, merged, enough),
    ],
    curves: enough ? [answered, ...competing].map(({ measure, outcome, steps }) => drawCurve(group, measure as Curve['measure'], outcome, sharesOnDays(steps, drawnDays, group.requests))) : [],
    cautions: enough ? [] : ['small-numbers'],
  }
}

function stepsOf(counts: Counts, curves: IncidenceCurves, index: number, events: readonly number[]): Steps {
  const none = new Float64Array(curves.days.length)
  return {
    counts, events, still: false, days: curves.days, atRisk: curves.atRisk,
    value: curves.incidence[index] ?? none, variance: curves.variance[index] ?? none,
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

function shareFigures(group: Group, { measure, outcome, steps }: Named, enough: boolean): Figure[] {
  const named = { outcome, denominator: group.requests }
  if (!enough) return gridDays.map((day) => figureOf(group, measure, { ...named, day, interval: 'exact', withheld: 'too-few' }))
  return sharesOnDays(steps, gridDays, group.requests).map((shown) => figureOf(group, measure, { ...named, ...shown }))
}

/** Days by which a quarter, half and three quarters were answered, and the mean days without any outcome. */
function waits(group: Group, merged: IncidenceCurves, enough: boolean): Figure[] {
  const quantiles = ([['days-to-25', 0.25], ['days-to-50', 0.5], ['days-to-75', 0.75]] as const).map(([measure, probability]) => {
    const named = { interval: 'log-log', denominator: group.requests } as const
    if (!enough) return figureOf(group, measure, { ...named, withheld: 'too-few' })
    const [value, variance] = [merged.incidence[0] as Float64Array, merged.variance[0] as Float64Array]
    const { days, lower, upper } = incidenceQuantile(merged.days, value, variance, probability, 0.95, 'log-log')
    return figureOf(group, measure, { ...named, value: days, lower, upper, withheld: days === null ? 'not-reached' : null })
  })
  return [...quantiles, ...([180, 365] as const).map((day) => meanWait(group, day, enough))]
}

function meanWait(group: Group, day: number, enough: boolean): Figure {
  const named = { day, interval: 'plain', denominator: group.requests } as const
  if (!enough) return figureOf(group, 'mean-days-waiting', { ...named, withheld: 'too-few' })
  const curve = kaplanMeier(group.counts, group.counts.exits.map((_, event) => event).slice(1))
  const [lastDay, leftAtEnd] = [curve.days.at(-1) ?? 0, curve.survival.at(-1) ?? 1]
  if (lastDay < day && leftAtEnd > 0) return figureOf(group, 'mean-days-waiting', { ...named, withheld: 'past-data' })
  const { days, standardError } = restrictedMean(curve, day)
  const reach = 1.959963984540054 * standardError
  return figureOf(group, 'mean-days-waiting', { ...named, value: days, standardError, lower: Math.max(0, days - reach), upper: Math.min(day, days + reach) })
}
