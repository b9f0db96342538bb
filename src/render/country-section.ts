import { type Figure, gridDays } from '../cooperation/figure.ts'
import type { Curve, Measurement } from '../cooperation/measurement.ts'
import { formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type CountryParts, countryParts } from './country-parts.ts'
import { figureCard } from './figure-card.ts'
import { type Content, html, type Markup } from './html.ts'
import { incidenceChart } from './incidence-chart.ts'
import { clockName, measureName, outcomeName, placeName, stratumName } from './names.ts'
import { stockChart } from './stock-chart.ts'
import { periodTables } from './period-tables.ts'
import { table } from './table.ts'
import { limitsText, valueCell, valueText } from './value.ts'
import { words } from './words.ts'

export type Place = {
  readonly country: string
  readonly figures: readonly Figure[]
  readonly curves: readonly Curve[]
  /** Begins the identifiers within the page, where the code of the country would stand for several sources. */
  readonly id?: string
}

/** All that a measurement says of one country, or of all: cards, curves, bars, and tables of the rest. Without its heading. */
export function countryBody(place: Place, measurement: Measurement, language: Language): Markup {
  const groups = groupCount(measurement)
  const parts = countryParts(place.figures, place.curves, groups)
  const id = place.id ?? place.country
  const name = placeName(place.country, language)
  return html`<div class="cards">${parts.headline.map((figure) => figureCard(figure, measurement, language))}</div>
${parts.panels.map((panel, index) => incidenceChart({ id: `${id}-curves-${index + 1}`, ...panel }, language))}
${parts.bands.length > 0 ? stockChart(`${id}-bands`, parts.bands, language) : null}
${sizesTable(`${id}-sizes`, parts, name, language)}
${sharesTable(`${id}-shares`, parts, name, language)}
${periodTables(`${id}-periods`, parts.periods, name, language)}
${parts.left.length > 0 ? html`<p class="note">${words[language].report.leftToFiles(formatCount(parts.left.length, language), parts.left.length === 1)}</p>` : null}`
}

const groupCounts = new WeakMap<Measurement, number>()

/** How many groups the figures have; counted once, for it is asked for every country. */
function groupCount(measurement: Measurement): number {
  const count = groupCounts.get(measurement) ?? new Set(measurement.figures.map(({ stratum }) => stratum)).size
  groupCounts.set(measurement, count)
  return count
}

function sizesTable(id: string, { sizes }: CountryParts, name: string, language: Language): Markup | null {
  if (sizes.length === 0) return null
  const { figures, report } = words[language]
  return table({
    id,
    caption: report.captions.sizes(name),
    columns: [{ name: figures.measure }, { name: figures.clock }, { name: figures.value, numeric: true }, { name: figures.limits }, { name: figures.behind, numeric: true }],
    rows: sizes.map((figure): Content[] => [
      measureName(figure, language),
      clockName(figure.clock, language),
      valueText(figure, language),
      limitsText(figure, language),
      figure.denominator === null ? figures.notStated : formatCount(figure.denominator, language),
    ]),
  })
}

/** Shares by day of groups, one row for each group and ending, one column for each day of the grid. */
function sharesTable(id: string, { shares }: CountryParts, name: string, language: Language): Markup | null {
  if (shares.length === 0) return null
  const { figures, report } = words[language]
  const rows = [...Map.groupBy(shares, (figure) => [figure.stratum, figure.clock, figure.period, figure.measure, figure.outcome].join('\u001f')).values()]
  return table({
    id,
    caption: report.captions.byGroup(name),
    columns: [{ name: figures.group }, { name: figures.measure }, ...gridDays.map((day) => ({ name: figures.withinDays(String(day)), numeric: true }))],
    rows: rows.map((row): Content[] => [rowGroup(row[0], language), endingName(row[0], language), ...gridDays.map((day) => valueCell(row.find((figure) => figure.day === day), language))]),
  })
}

function rowGroup(figure: Figure | undefined, language: Language): string {
  if (!figure) return ''
  return [stratumName(figure.stratum, language), clockName(figure.clock, language)].filter((part) => part !== '').join('. ')
}

/** Which ending a share by day is about, without its day. */
function endingName(figure: Figure | undefined, language: Language): string {
  const { incidence } = words[language].charts
  if (figure?.measure === 'outcome-by') return outcomeName(figure.outcome, language)
  if (figure?.measure === 'open-by') return incidence.open
  return figure?.measure === 'completed-by' ? incidence.completed : incidence.answered
}
