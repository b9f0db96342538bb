import type { MeasureCode } from '../cooperation/figure.ts'
import { comparePeriods } from '../render/periods.ts'
import type { Choice } from '../store/choices.ts'
import type { Catalogue, Source } from './read-catalogue.ts'

/** What a reader asks to see; what is left out is chosen for them. */
export type Wish = { readonly source?: string; readonly measure?: string; readonly day?: number; readonly period?: string }

/** What is shown, and what could be shown instead. */
export type Selection = {
  readonly source: Source
  readonly choice: Choice
  /** One choice for each measure, day and period that can be asked for in place of the one shown. */
  readonly measures: readonly Choice[]
  readonly days: readonly number[]
  readonly periods: readonly string[]
  /** Which wishes this source cannot meet. */
  readonly unmet: readonly ('measure' | 'day' | 'period')[]
}

// What is shown when nothing is asked for: the first of these that is there.
const preferred: readonly MeasureCode[] = ['answered-by', 'return-rate', 'completed-by', 'count', 'share-of-leavers']
const preferredDay = 180

/** Undefined when nothing can be compared, or when the source asked for is not there. */
export function chooseFigures({ sources }: Catalogue, wish: Wish): Selection | undefined {
  const able = sources.filter(({ choices }) => choices.length > 0)
  const source = wish.source === undefined ? able.toSorted((one, other) => rankOfSource(one) - rankOfSource(other))[0] : able.find(({ key }) => key === wish.source)
  return source ? chooseWithin(source, wish) : undefined
}

function chooseWithin(source: Source, wish: Wish): Selection | undefined {
  const measures = [...new Map(source.choices.toSorted(byPreference).map((choice) => [measureKey(choice), choice])).values()]
  const measure = measures.find((choice) => measureKey(choice) === wish.measure) ?? measures[0]
  if (!measure) return undefined
  const ofMeasure = source.choices.filter((choice) => measureKey(choice) === measureKey(measure))
  const days = [...new Set(ofMeasure.flatMap(({ day }) => day ?? []))].toSorted((one, other) => one - other)
  const day = pick(days, wish.day) ?? pick(days, preferredDay) ?? days.at(-1) ?? null
  const ofDay = ofMeasure.filter((choice) => choice.day === day)
  const periods = [...new Set(ofDay.map(({ period }) => period))].toSorted(comparePeriods)
  const period = pick(periods, wish.period) ?? periods[0]
  const choice = ofDay.find((one) => one.period === period)
  if (!choice) return undefined
  const shown = { measure: measureKey(choice), day, period }
  return { source, choice, measures, days, periods, unmet: (['measure', 'day', 'period'] as const).filter((name) => wish[name] !== undefined && wish[name] !== shown[name]) }
}

/** How an address names a measure with its outcome and clock. */
export function measureKey({ measure, outcome, clock }: Pick<Choice, 'measure' | 'outcome' | 'clock'>): string {
  return [measure, outcome, clock].join('.').replace(/\.+$/, '')
}

function pick<Value>(offered: readonly Value[], wished: Value | undefined): Value | undefined {
  return offered.find((one) => one === wished)
}

function rankOfSource({ choices }: Source): number {
  return Math.min(...choices.map(rankOf))
}

function rankOf({ measure }: Choice): number {
  const place = preferred.indexOf(measure)
  return place < 0 ? preferred.length : place
}

/** The state's clock before our own, then by name: the order of a list says nothing of what is in it. */
function byPreference(one: Choice, other: Choice): number {
  return rankOf(one) - rankOf(other) || Number(other.clock === 'state') - Number(one.clock === 'state') || (measureKey(one) < measureKey(other) ? -1 : 1)
}
