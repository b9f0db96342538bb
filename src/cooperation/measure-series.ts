import { dayNumber, type PlainDate } from '../kernel/day.ts'
import type { Result } from '../kernel/result.ts'
import type { Period } from '../statistics/interrupted-series.ts'
import { measureEffect, type EffectRefusal, type MeasureEffect } from '../statistics/measure-effect.ts'
import type { Figure } from './figure.ts'
import { spanOf } from './period-span.ts'

/** Counts of one thing over time in every country of one source, by country. */
export type SeriesByCountry = ReadonlyMap<string, readonly Period[]>

/** Of which outcome the figures count, over periods of which length. */
export type FigureSeries = { readonly outcome: string; readonly length: 'month' | 'quarter' | 'year'; readonly countries: SeriesByCountry }

/** Name and version of the method by which the effect of a measure is looked for. */
export const effectMethod = 'effect-of-measure/1'

/**
 * The counts of a measurement as series, the finest periods of each outcome. Exposure is days, so that what is compared is a number a
 * day. Counts that are withheld are missing, and not nought.
 */
export function seriesOfFigures(figures: readonly Figure[]): readonly FigureSeries[] {
  const counts = figures.flatMap((figure) => {
    const span = spanOf(figure.period)
    const counted = figure.measure === 'count' && figure.stratum === '' && figure.country !== 'all' && figure.value !== null && figure.withheld === null
    return counted && span && span.length !== 'other' ? [{ figure, span, length: span.length }] : []
  })
  return [...Map.groupBy(counts, ({ figure }) => figure.outcome)].map(([outcome, group]) => {
    const length = (['month', 'quarter', 'year'] as const).find((one) => group.some((count) => count.length === one)) ?? 'year'
    const periods = group.filter((count) => count.length === length).map(({ figure, span }) => ({ country: figure.country, period: periodOf(span.from, span.until, figure.value ?? 0) }))
    return { outcome, length, countries: new Map([...Map.groupBy(periods, ({ country }) => country)].map(([country, list]) => [country, list.map(({ period }) => period)])) }
  })
}

export type EffectAsked = {
  readonly country: string
  readonly onDay: PlainDate
  /** Countries towards which some measure began within two years of that day: they are no placebo. */
  readonly measured: ReadonlySet<string>
}

/**
 * Whether the counts of a country changed with a measure: level and slope, with placebos on earlier days and in the other countries. An
 * association in time, never a cause; refused where there is too little.
 */
export function effectOfMeasure(series: SeriesByCountry, { country, onDay, measured }: EffectAsked): Result<MeasureEffect, EffectRefusal> {
  const controls = new Map([...series].filter(([other]) => other !== country && !measured.has(other)))
  return measureEffect(series.get(country) ?? [], { onDay: dayNumber(onDay), kind: 'poisson', level: 0.95, controls })
}

function periodOf(from: PlainDate, until: PlainDate, events: number): Period {
  const [fromDay, untilDay] = [dayNumber(from), dayNumber(until) + 1]
  return { fromDay, untilDay, events, exposure: untilDay - fromDay }
}
