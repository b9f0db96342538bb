import type { Figure } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { compareNames, formatCount, formatDifference, formatPeriod, formatPoints } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Content, html, type Markup } from './html.ts'
import { measureName, placeName, stratumName } from './names.ts'
import { picture } from './picture.ts'
import { isShown, unitOf, valueCell } from './value.ts'
import { vintageDrawing, vintageHeight, type VintagePair, vintageWidth } from './vintage-drawing.ts'
import { words } from './words.ts'

// As much as one printed page holds; the table has every row.
const mostRows = 40

type Chosen = Pick<Figure, 'measure' | 'day' | 'outcome'>

/** Two editions of one source, one measure: a ring for the earlier, a dot for the later, and every difference in the table. */
export function vintageChart(id: string, earlier: Measurement, later: Measurement, chosen: Chosen, language: Language): Markup {
  const pairs = pairFigures(earlier, later, chosen, language)
  if (pairs.length === 0) return html``
  const { charts } = words[language]
  const changed = pairs.filter((pair) => differenceOf(pair) !== 0)
  const drawn = pairs.length <= mostRows ? pairs : changed.slice(0, mostRows)
  return picture({
    id,
    title: charts.vintages.title({ measure: measureName(chosen, language), earlier: earlier.vintage, later: later.vintage }),
    description: charts.vintages.description({ compared: formatCount(pairs.length, language), changed: formatCount(changed.length, language) }),
    width: vintageWidth,
    height: vintageHeight(drawn.length),
    drawing: vintageDrawing(drawn, language),
    notes: html`${drawn.length === pairs.length ? null : html`<p class="note">${charts.vintages.partly(formatCount(drawn.length, language))}</p>`}${changed.length === 0 ? html`<p>${charts.vintages.none}</p>` : null}${
      earlier.method === later.method ? null : html`<p class="note">${charts.vintages.method({ earlier: earlier.method, later: later.method })}</p>`}`,
    twin: {
      caption: charts.vintages.caption,
      columns: [{ name: charts.vintages.row }, { name: charts.vintages.earlier, numeric: true }, { name: charts.vintages.later, numeric: true }, { name: charts.vintages.difference, numeric: true }],
      rows: pairs.map((pair) => row(pair, language)),
    },
  }, language)
}

/** Figures of both editions with the same country, stratum, clock and period; what one edition lacks is kept. */
function pairFigures(earlier: Measurement, later: Measurement, { measure, day, outcome }: Chosen, language: Language): VintagePair[] {
  const pick = ({ figures }: Measurement) => figures.filter((figure) => figure.measure === measure && figure.day === day && figure.outcome === outcome && figure.fromDay === null)
  const keyOf = (figure: Figure) => [figure.country, figure.stratum, figure.clock, figure.period].join('\u001f')
  const [before, after] = [new Map(pick(earlier).map((figure) => [keyOf(figure), figure])), new Map(pick(later).map((figure) => [keyOf(figure), figure]))]
  const byName = compareNames(language)
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [one, other] = [before.get(key), after.get(key)]
    return { name: rowName(other ?? one, language), earlier: one, later: other }
  }).toSorted((one, other) => byName(one.name, other.name))
}

function rowName(figure: Figure | undefined, language: Language): string {
  if (!figure) return ''
  const group = figure.stratum === '' ? '' : stratumName(figure.stratum, language)
  return [placeName(figure.country, language), group, formatPeriod(figure.period, language)].filter((part) => part !== '').join(', ')
}

/** Later less earlier; undefined where one edition shows none. */
function differenceOf({ earlier, later }: VintagePair): number | undefined {
  return earlier && later && isShown(earlier) && isShown(later) ? later.value - earlier.value : undefined
}

function row(pair: VintagePair, language: Language): Content[] {
  const difference = differenceOf(pair)
  const unit = unitOf((pair.later ?? pair.earlier)?.measure ?? 'count')
  const write = unit === 'share' ? formatPoints : formatDifference
  const absent = words[language].charts.vintages.onlyIn
  return [
    pair.name,
    pair.earlier ? valueCell(pair.earlier, language) : absent,
    pair.later ? valueCell(pair.later, language) : absent,
    difference === undefined ? '' : write(difference, language),
  ]
}
