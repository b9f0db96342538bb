import type { Figure } from '../cooperation/figure.ts'
import type { Funnel, FunnelPoint } from '../cooperation/measurement.ts'
import { compareNames, formatCount, formatList, formatNumber, formatPercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { funnelDrawing, funnelSize } from './funnel-drawing.ts'
import { type Content, html, type Markup } from './html.ts'
import { measureName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { limitsText, valueWithLimits } from './value.ts'
import { words } from './words.ts'

// Funnel limits are drawn from the same rule for all, but under this many cases a country is not compared at all.
const fewestCompared = 10

/**
 * Countries by number of cases against 95 % and 99.8 % limits round the common value: the default comparison.
 *
 * `compared` are the figures of the countries; from them the table takes each country's own limits.
 */
export function funnelChart(id: string, whole: Funnel, compared: readonly Figure[], language: Language): Markup {
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
      columns: [
        { name: figures.country }, { name: figures.value, numeric: true }, { name: charts.funnel.effective, numeric: true },
        { name: charts.funnel.expected, numeric: true }, { name: charts.funnel.position },
      ],
      rows: points.map((one) => [
        placeName(one.country, language),
        ownValue(one, funnel, compared, language),
        formatCount(one.denominator, language),
        expectedRange(one, funnel, language),
        charts.funnel.positions[one.position],
      ]),
    },
  }, language)
}

function ownValue(one: FunnelPoint, { measure, day }: Funnel, compared: readonly Figure[], language: Language): Content {
  const figure = compared.find((other) => other.country === one.country && other.measure === measure && other.day === day)
  const limits = figure && limitsText(figure, language)
  return valueWithLimits(formatPercent(one.value, language), limits || words[language].charts.funnel.seeRange)
}

/** Between which values the 95 % limits of the funnel lie for so many cases, between the two nearest sizes that were computed. */
function expectedRange({ denominator }: FunnelPoint, { limits }: Funnel, language: Language): string {
  const after = limits.find((limit) => limit.denominator >= denominator) ?? limits.at(-1)
  const before = limits.findLast((limit) => limit.denominator <= denominator) ?? after
  if (!before || !after) return words[language].figures.missing
  const weight = after.denominator === before.denominator ? 0 : (denominator - before.denominator) / (after.denominator - before.denominator)
  const between = (which: 'lower95' | 'upper95') => formatPercent(before[which] + weight * (after[which] - before[which]), language)
  return words[language].figures.between(between('lower95'), between('upper95'))
}
