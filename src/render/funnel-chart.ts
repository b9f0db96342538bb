import type { Funnel } from '../cooperation/measurement.ts'
import { compareNames, formatCount, formatList, formatNumber, formatPercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { funnelDrawing, funnelSize } from './funnel-drawing.ts'
import { html, type Markup } from './html.ts'
import { measureName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { words } from './words.ts'

// Funnel limits are drawn from the same rule for all, but under this many cases a country is not compared at all.
const fewestCompared = 10

/** Countries by number of cases against 95 % and 99.8 % limits round the common value: the default comparison. */
export function funnelChart(id: string, whole: Funnel, language: Language): Markup {
  const { charts, figures } = words[language]
  const byName = compareNames(language)
  const points = whole.points.filter((one) => one.denominator >= fewestCompared).toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
  const funnel = { ...whole, points }
  const measure = measureName({ measure: funnel.measure, day: funnel.day, outcome: '' }, language)
  const namesAt = (position: string) => formatList(points.filter((one) => one.position === position).map((one) => placeName(one.country, language)), language) || charts.funnel.none
  return picture({
    id,
    title: charts.funnel.title(measure),
    description: charts.funnel.description({ points: formatCount(points.length, language), beyond95: namesAt('beyond-95'), beyond998: namesAt('beyond-998') }),
    ...funnelSize,
    drawing: funnelDrawing(funnel, language),
    notes: html`<p>${charts.funnel.atRight(namesAt('beyond-998'))}</p><p class="note">${charts.funnel.explained} ${
      funnel.overdispersion > 1 ? charts.funnel.overdispersion(formatNumber(funnel.overdispersion, language)) : charts.funnel.noOverdispersion}</p>`,
    twin: {
      caption: charts.funnel.caption(measure),
      columns: [{ name: figures.country }, { name: figures.value, numeric: true }, { name: charts.funnel.effective, numeric: true }, { name: charts.funnel.position }],
      rows: points.map((one) => [placeName(one.country, language), formatPercent(one.value, language), formatCount(one.denominator, language), charts.funnel.positions[one.position]]),
    },
  }, language)
}
