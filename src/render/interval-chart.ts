import type { Figure } from '../cooperation/figure.ts'
import { compareNames, formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { comparable } from './comparable.ts'
import { type Content, html, type Markup } from './html.ts'
import { intervalDrawing, intervalHeight, intervalWidth } from './interval-drawing.ts'
import { measureName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { limitsText, valueText } from './value.ts'
import { words } from './words.ts'

// One picture fits on one printed page.
const countriesInPicture = 40

/** One measure of every country with its limits, in alphabetical order, in pictures of at most forty. */
export function intervalCharts(id: string, figures: readonly Figure[], all: Figure | undefined, language: Language): Markup[] {
  const byName = compareNames(language)
  const ordered = figures.toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
  const pictures = Math.ceil(ordered.length / countriesInPicture)
  const size = Math.ceil(ordered.length / Math.max(1, pictures))
  return Array.from({ length: pictures }, (_, index) => intervalChart(`${id}-${index + 1}`, ordered.slice(index * size, (index + 1) * size), all, language, highestOf(figures)))
}

/** Every picture of a set has the same scale. */
function highestOf(figures: readonly Figure[]): number {
  return figures.filter(comparable).reduce((highest, { value, upper }) => Math.max(highest, value, upper ?? value), 0)
}

function intervalChart(id: string, figures: readonly Figure[], all: Figure | undefined, language: Language, highest: number): Markup {
  const { charts, figures: named } = words[language]
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last) return html``
  const title = { measure: measureName(first, language), from: placeName(first.country, language), to: placeName(last.country, language) }
  const countries = formatCount(figures.filter(comparable).length, language)
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
      rows: figures.map((figure) => row(figure, language)),
    },
  }, language)
}

function row(figure: Figure, language: Language): Content[] {
  const { figures } = words[language]
  const behind = figure.denominator === null ? figures.notStated : formatCount(figure.denominator, language)
  if (comparable(figure)) return [placeName(figure.country, language), valueText(figure, language), limitsText(figure, language), behind]
  return [placeName(figure.country, language), figure.withheld === null ? figures.withheld['too-few'] : valueText(figure, language), '', behind]
}
