import type { Figure } from '../cooperation/figure.ts'
import { compareNames, formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { comparable } from './comparable.ts'
import { html, type Markup } from './html.ts'
import { intervalDrawing, intervalHeight, intervalWidth } from './interval-drawing.ts'
import { measureName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { table } from './table.ts'
import { limitsText, valueText } from './value.ts'
import { words } from './words.ts'

// One picture fits on one printed page.
const countriesInPicture = 40

/**
 * One measure of every country with its limits, in alphabetical order, in pictures of at most forty.
 * Countries whose figure is withheld or has too few cases come last, in a table with the reason of each.
 */
export function intervalCharts(id: string, figures: readonly Figure[], all: Figure | undefined, language: Language): Markup[] {
  const byName = compareNames(language)
  const ordered = figures.toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
  const [shown, withheld] = [ordered.filter(comparable), ordered.filter((figure) => !comparable(figure))]
  const pictures = Math.ceil(shown.length / countriesInPicture)
  const size = Math.ceil(shown.length / Math.max(1, pictures))
  const charts = Array.from({ length: pictures }, (_, index) => intervalChart(`${id}-${index + 1}`, shown.slice(index * size, (index + 1) * size), all, language, highestOf(shown)))
  return withheld.length === 0 ? charts : [...charts, withheldTable(`${id}-withheld`, withheld, language)]
}

function withheldTable(id: string, withheld: readonly Figure[], language: Language): Markup {
  const { charts, figures } = words[language]
  const reason = (figure: Figure) => (figure.withheld === null ? figures.withheld['too-few'] : valueText(figure, language))
  const list = table({
    id,
    caption: charts.interval.withheld(formatCount(withheld.length, language), withheld.length === 1),
    columns: [{ name: figures.country }, { name: figures.behind, numeric: true }, { name: charts.interval.why }],
    rows: withheld.map((figure) => [placeName(figure.country, language), behindText(figure, language), reason(figure)]),
  })
  return html`<details class="twin"><summary>${charts.interval.withheld(formatCount(withheld.length, language), withheld.length === 1)}</summary>${list}</details>`
}

function behindText({ denominator }: Figure, language: Language): string {
  return denominator === null ? words[language].figures.notStated : formatCount(denominator, language)
}

/** Every picture of a set has the same scale. */
function highestOf(figures: readonly Figure[]): number {
  return figures.reduce((highest, { value, upper }) => Math.max(highest, value ?? 0, upper ?? 0), 0)
}

function intervalChart(id: string, figures: readonly Figure[], all: Figure | undefined, language: Language, highest: number): Markup {
  const { charts, figures: named } = words[language]
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last) return html``
  const title = { measure: measureName(first, language), from: placeName(first.country, language), to: placeName(last.country, language) }
  const countries = formatCount(figures.length, language)
  const reference = all && comparable(all) && all.interval !== 'complete-count' ? all : undefined
  return picture({
    id,
    title: charts.interval.title(title),
    description: reference ? charts.interval.description({ countries, all: valueText(reference, language) }) : charts.interval.descriptionWithoutAll(countries),
    width: intervalWidth,
    height: intervalHeight(figures.length),
    drawing: intervalDrawing(figures, reference, highest, language),
    twin: {
      caption: charts.interval.caption(title),
      columns: [{ name: named.country }, { name: named.value, numeric: true }, { name: named.limits }, { name: named.behind, numeric: true }],
      rows: figures.map((figure) => [placeName(figure.country, language), valueText(figure, language), limitsText(figure, language), behindText(figure, language)]),
    },
  }, language)
}
