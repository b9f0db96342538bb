import type { MeasureCode } from '../cooperation/figure.ts'
import type { RankSets } from '../cooperation/measurement.ts'
import { compareNames, formatCount, formatWholePercent } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { lookUp, measureName, placeName } from './names.ts'
import { table } from './table.ts'
import { formatIn, unitOf } from './value.ts'
import { words } from './words.ts'

/** Sets of ranks, made on request only; in alphabetical order, so that the table is no ranking. */
export function rankSetTable({ measure, day, confidence, kind, seed, countries }: RankSets, language: Language): Markup {
  const { report, figures } = words[language]
  const known = lookUp(figures.measures, measure) ? (measure as MeasureCode) : undefined
  const byName = compareNames(language)
  const ordered = countries.toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
  return html`<p>${report.ranksExplained({ confidence: formatWholePercent(confidence, language), kind, seed: String(seed) })}</p>
${table({
    id: 'ranks',
    caption: report.ranksCaption(known ? measureName({ measure: known, day, outcome: '' }, language) : measure),
    columns: [{ name: figures.country }, { name: figures.value, numeric: true }, { name: report.rankSet, numeric: true }],
    rows: ordered.map(({ country, value, lowest, highest }) => [
      placeName(country, language),
      formatIn(known ? unitOf(known) : 'share', value, language),
      lowest === highest ? formatCount(lowest, language) : figures.between(formatCount(lowest, language), formatCount(highest, language)),
    ]),
  })}`
}
