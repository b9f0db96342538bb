import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import { formatCount, formatNumber, formatPercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { words } from './words.ts'

export type Unit = 'share' | 'days' | 'count'

const units: Readonly<Record<MeasureCode, Unit>> = {
  requests: 'count', open: 'count', stock: 'count', count: 'count',
  'days-to-25': 'days', 'days-to-50': 'days', 'days-to-75': 'days', 'mean-days-waiting': 'days',
  'answered-by': 'share', 'outcome-by': 'share', 'open-by': 'share', 'completed-by': 'share', 'share-of-leavers': 'share', 'return-rate': 'share',
}

export function unitOf(measure: MeasureCode): Unit {
  return units[measure]
}

/** A number in its unit, as it stands in a table: `45.8%`, `45.8`, `1,234`. */
export function formatIn(unit: Unit, number: number, language: Language): string {
  if (unit === 'share') return formatPercent(number, language)
  return unit === 'days' ? formatNumber(number, language) : formatCount(number, language)
}

/** No interval, no figure: a value without limits is shown only where the count is complete. */
export function isShown(figure: Figure): figure is Figure & { readonly value: number } {
  const bounded = figure.interval === 'complete-count' || figure.lower !== null || figure.upper !== null
  return figure.value !== null && figure.withheld === null && bounded
}

/** The value, or why there is none. */
export function valueText(figure: Figure, language: Language): string {
  const { figures } = words[language]
  if (isShown(figure)) return formatIn(unitOf(figure.measure), figure.value, language)
  if (figure.withheld !== null) return figures.withheld[figure.withheld]
  return figure.value === null ? figures.missing : figures.noLimits
}

/** The limits, or why none are needed; empty for a figure that is not shown. A limit that the curve never reaches is open. */
export function limitsText(figure: Figure, language: Language): string {
  const { figures } = words[language]
  if (!isShown(figure)) return ''
  const [lower, upper] = [figure.lower, figure.upper].map((limit) => limit === null ? null : formatIn(unitOf(figure.measure), limit, language))
  if (lower && upper) return figures.between(lower, upper)
  if (lower) return figures.orMore(lower)
  return upper ? figures.upTo(upper) : figures.intervals[figure.interval]
}

/** Value and limits together, as one cell of a table. */
export function valueCell(figure: Figure | undefined, language: Language): Markup {
  if (!figure || !isShown(figure)) return html`<small class="absent">${figure ? valueText(figure, language) : words[language].figures.missing}</small>`
  return valueWithLimits(valueText(figure, language), limitsText(figure, language))
}

export function valueWithLimits(value: string, limits: string): Markup {
  return html`${value} <small>(${limits})</small>`
}
