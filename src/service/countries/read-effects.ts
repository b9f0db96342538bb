import type { Instant } from '../../casework/fact-record.ts'
import { measureOf } from '../../cooperation/engagement.ts'
import { knownMeasures, startDayOf } from '../../cooperation/known-measures.ts'
import { effectOfMeasure, seriesOfFigures, type FigureSeries, type SeriesByCountry } from '../../cooperation/measure-series.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import { countries } from '../../reference/countries.ts'
import type { Period } from '../../statistics/interrupted-series.ts'
import type { EffectRefusal, MeasureEffect } from '../../statistics/measure-effect.ts'
import { figuresOfCountry, figuresOfMeasure } from '../../store/figures.ts'
import { listMeasures, type KeptMeasure } from '../../store/country-knowledge.ts'
import { openChanges, ownMonthCounts, whatCasesThereAre, type MonthCount, type OpenChange } from '../../store/own-counts.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { Source } from '../read-catalogue.ts'
import { readOnly } from '../read-only.ts'
import { countedLately, type Lately } from './counted-lately.ts'
import { readingOf } from './country-reading.ts'

/** One series in which the effect of a measure was looked for, and what was found or why nothing can be said. */
export type Effect = {
  readonly of: { readonly kind: 'own-answers' | 'own-departures'; readonly fictional: boolean } | { readonly kind: 'figures'; readonly source: Source; readonly outcome: string; readonly length: FigureSeries['length'] }
  readonly result: Result<MeasureEffect, EffectRefusal>
  /** How far the counts of the country reach; absent where there are none. */
  readonly reaches?: { readonly periods: number; readonly from: PlainDate; readonly until: PlainDate }
}

/** `ownAsOf`: when own cases were counted, where there are any. */
export type EffectsRead = { readonly effects: readonly Effect[]; readonly ownAsOf?: Instant }

const twoYears = 731

/** Whether anything changed in a country with a measure that began on a day: in every series of it that there is. */
export function readEffects(services: CaseServices, country: string, onDay: PlainDate): Promise<EffectsRead> {
  const reading = readingOf(services)
  return readOnly(services, async (tx) => {
    const measured = measuredAround(await listMeasures(tx), onDay)
    const look = (series: SeriesByCountry) => effectOfMeasure(series, { country, onDay, measured })
    const { asOf, value: own } = await ownSeries(tx, services)
    const published: Effect[] = []
    const ofCountry = Map.groupBy((await figuresOfCountry(tx, country)).filter(({ measure, stratum }) => measure === 'count' && stratum === ''), ({ measurementId }) => measurementId)
    for (const source of (await reading.catalogue(tx)).sources) {
      for (const alone of seriesOfFigures(ofCountry.get(source.id) ?? [])) {
        // Too short by itself: the other countries would be read for nothing.
        const { outcome, length, countries: series } = isTooShort(alone, country, onDay) ? alone : (await wholeSeries(tx, source.id, alone))
        if (series.has(country)) published.push({ of: { kind: 'figures', source, outcome, length }, result: look(series), ...reachOf(series, country) })
      }
    }
    const effects = [...own.map(({ kind, fictional, series }): Effect => ({ of: { kind, fictional }, result: look(series), ...reachOf(series, country) })), ...published]
    return { effects, ...(own.length === 0 ? {} : { ownAsOf: asOf }) }
  })
}

function isTooShort({ countries: series }: FigureSeries, country: string, onDay: PlainDate): boolean {
  return !effectOfMeasure(series, { country, onDay, measured: new Set() }).ok
}

/** The same outcome over the same periods in every country: placebos are among them. */
async function wholeSeries(tx: Transaction, measurementId: string, alone: FigureSeries): Promise<FigureSeries> {
  const all = seriesOfFigures(await figuresOfMeasure(tx, measurementId, 'count', { stratum: '', outcome: alone.outcome }))
  return all.find(({ length }) => length === alone.length) ?? alone
}

function reachOf(series: SeriesByCountry, country: string): Pick<Effect, 'reaches'> {
  const periods = series.get(country) ?? []
  if (periods.length === 0) return {}
  const [from, until] = [Math.min(...periods.map(({ fromDay }) => fromDay)), Math.max(...periods.map(({ untilDay }) => untilDay)) - 1]
  return { reaches: { periods: periods.length, from: dayFromNumber(from), until: dayFromNumber(until) } }
}

/** Countries towards which some measure began near that day, ours or announced by others. */
function measuredAround(measures: readonly KeptMeasure[], onDay: PlainDate): ReadonlySet<string> {
  const near = (day: PlainDate) => Math.abs(dayNumber(day) - dayNumber(onDay)) <= twoYears
  const ours = measures.filter(({ events }) => near(measureOf(events).startsOn)).map(({ country }) => country)
  const others = knownMeasures.filter((one) => near(startDayOf(one) ?? (`${one.startsOn.slice(0, 4)}-07-01` as PlainDate))).map(({ country }) => country)
  return new Set([...ours, ...others])
}

type OwnSeries = { readonly kind: 'own-answers' | 'own-departures'; readonly fictional: boolean; readonly series: SeriesByCountry }

async function ownSeries(tx: Transaction, services: CaseServices): Promise<Lately<readonly OwnSeries[]>> {
  const cases = await whatCasesThereAre(tx)
  // The month that is not over would look like a fall.
  const before = `${services.clock.today().slice(0, 7)}-01` as PlainDate
  return countedLately(services, `months of ${cases} cases before ${before}`, async () => {
    const fictional = cases === 'fictional'
    return cases === 'none' ? [] : [
      { kind: 'own-answers', fictional, series: answersByMonth(await openChanges(tx, { fictional, before }), before) },
      { kind: 'own-departures', fictional, series: departuresByMonth(await ownMonthCounts(tx, 'departed', { fictional, before }), before) },
    ]
  })
}

/** Answers of each month, over the days that requests were open in it. */
export function answersByMonth(changes: readonly OpenChange[], before: PlainDate): SeriesByCountry {
  return byCode(Map.groupBy(changes, ({ country }) => country), (group) => {
    const months = monthsFrom(group[0]?.day ?? before, before)
    const byDay = group.map(({ day, change, answers }) => ({ day: dayNumber(day), change, answers }))
    return months.map(({ fromDay, untilDay }) => {
      const within = byDay.filter(({ day }) => day >= fromDay && day < untilDay)
      const openAtFirst = byDay.filter(({ day }) => day < fromDay).reduce((sum, { change }) => sum + change, 0)
      const exposure = within.reduce((sum, { day, change }) => sum + change * (untilDay - day), openAtFirst * (untilDay - fromDay))
      return { fromDay, untilDay, events: within.reduce((sum, { answers }) => sum + answers, 0), exposure }
    })
  })
}

/** Departures of each month over its days, from the first month in which anybody departed anywhere: a month without one is nought. */
export function departuresByMonth(counts: readonly MonthCount[], before: PlainDate): SeriesByCountry {
  const first = counts.map(({ month }) => month).toSorted()[0]
  const months = first === undefined ? [] : monthsFrom(`${first}-01` as PlainDate, before)
  return byCode(Map.groupBy(counts, ({ country }) => country), (group) => {
    const byMonth = new Map(group.map(({ month, count }) => [month, count]))
    return months.map(({ fromDay, untilDay }) => ({ fromDay, untilDay, events: byMonth.get(dayFromNumber(fromDay).slice(0, 7)) ?? 0, exposure: untilDay - fromDay }))
  })
}

/** Whole months from the one of a day up to, not with, another. */
function monthsFrom(first: PlainDate, before: PlainDate): readonly Pick<Period, 'fromDay' | 'untilDay'>[] {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1]
  const number = (months: number) => Date.UTC(year, month + months, 1) / 86_400_000
  const length = (Number(before.slice(0, 4)) - year) * 12 + Number(before.slice(5, 7)) - 1 - month
  return Array.from({ length: Math.max(0, length) }, (_, place) => ({ fromDay: number(place), untilDay: number(place + 1) }))
}

const byAlpha2 = new Map(countries.filter(({ standing }) => standing !== 'withdrawn').map(({ alpha2, code }) => [alpha2, code]))

function byCode<Row>(groups: ReadonlyMap<string, readonly Row[]>, periodsOf: (group: readonly Row[]) => readonly Period[]): SeriesByCountry {
  return new Map([...groups].map(([alpha2, group]) => [byAlpha2.get(alpha2) ?? alpha2, periodsOf(group)]))
}
