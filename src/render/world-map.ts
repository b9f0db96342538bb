import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import { compareNames, formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { comparable } from './comparable.ts'
import { type Content, html, type Markup } from './html.ts'
import { classEdges, className, classOf } from './map-classes.ts'
import { mapPatterns } from './map-patterns.ts'
import { measureName, placeName } from './names.ts'
import { picture } from './picture.ts'
import { point } from './scale.ts'
import { limitsText, valueText } from './value.ts'
import { words } from './words.ts'
import { mapSize, type Shape, worldShapes } from './world-shapes.ts'

// Under this area (square units of the map) a country is drawn as a circle of its own.
const smallestArea = 5

/** One measure of many countries on the map of the world: fixed classes, a pattern beside each colour, no figure hatched. */
export function worldMap(id: string, figures: readonly Figure[], language: Language): Markup {
  const [first] = figures
  if (!first) return html``
  const { charts } = words[language]
  const shown = new Map(figures.filter(comparable).map((figure) => [figure.country, figure]))
  const shapes = worldShapes()
  const drawn = new Set(shapes.map((shape) => shape.country).filter((country) => country !== undefined))
  const measure = measureName(first, language)
  return picture({
    id,
    title: charts.map.title(measure),
    description: charts.map.description({ shown: formatCount(shown.size, language), missing: formatCount([...drawn].filter((country) => !shown.has(country)).length, language) }),
    ...mapSize,
    wordless: true,
    drawing: html`${mapPatterns(id, classEdges(first.measure).length)}<g class="land">${shapes.map((shape) => area(id, shape, shown, language))}</g>
<g class="land small">${circles(id, shapes, shown, language)}</g>`,
    notes: html`${legend(id, first.measure, language)}<p class="note">${charts.map.disclaimer}</p>`,
    twin: twin(figures, measure, language),
  }, language)
}

type Shown = ReadonlyMap<string, Figure & { readonly value: number }>

function area(id: string, { country, path }: Shape, shown: Shown, language: Language): Markup {
  const figure = shown.get(country ?? '')
  return html`<path class="${fillClass(figure)}" fill="url(#${id}-${fillClass(figure)})" d="${path}">${label(country, figure, language)}</path>`
}

/** Small states; each that has several areas gets one circle, on its largest. */
function circles(id: string, shapes: readonly Shape[], shown: Shown, language: Language): Markup[] {
  const byCountry = Map.groupBy(shapes.filter(({ country }) => country !== undefined), ({ country }) => country ?? '')
  return [...byCountry].flatMap(([country, areas]) => {
    if (areas.reduce((sum, one) => sum + one.area, 0) >= smallestArea) return []
    const [across, up] = areas.toSorted((one, other) => other.area - one.area)[0]?.centre ?? [0, 0]
    const figure = shown.get(country)
    return [html`<circle class="${fillClass(figure)}" fill="url(#${id}-${fillClass(figure)})" cx="${point(across)}" cy="${point(up)}" r="${figure ? 4 : 2.5}">${label(country, figure, language)}</circle>`]
  })
}

function label(country: string | undefined, figure: Figure | undefined, language: Language): Content {
  if (country === undefined) return null
  return html`<title>${placeName(country, language)}${figure ? html` ${valueText(figure, language)} (${limitsText(figure, language)})` : null}</title>`
}

function fillClass(figure: (Figure & { readonly value: number }) | undefined): string {
  return figure ? `class-${classOf(figure.measure, figure.value)}` : 'class-none'
}

function legend(id: string, measure: MeasureCode, language: Language): Markup {
  const { map } = words[language].charts
  const classes = [...classEdges(measure).map((_, index) => ({ name: className(measure, index, language), fill: `class-${index}` })), { name: map.noFigure, fill: 'class-none' }]
  return html`<ul class="legend" aria-label="${map.legend}">${classes.map(({ name, fill }) =>
    html`<li><svg class="swatch" viewBox="0 0 28 18" aria-hidden="true"><rect class="${fill}" fill="url(#${id}-${fill})" x="1" y="1" width="26" height="16"/></svg> ${name}</li>`)}</ul>`
}

function twin(figures: readonly Figure[], measure: string, language: Language) {
  const { charts, figures: named } = words[language]
  const byName = compareNames(language)
  const rows = figures.toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
  return {
    caption: charts.map.caption(measure),
    columns: [{ name: named.country }, { name: named.value, numeric: true }, { name: named.limits }, { name: named.behind, numeric: true }, { name: charts.map.class }],
    rows: rows.map((figure): Content[] => [
      placeName(figure.country, language),
      comparable(figure) ? valueText(figure, language) : withheldText(figure, language),
      comparable(figure) ? limitsText(figure, language) : '',
      figure.denominator === null ? named.notStated : formatCount(figure.denominator, language),
      comparable(figure) ? className(figure.measure, classOf(figure.measure, figure.value), language) : charts.map.noFigure,
    ]),
  }
}

function withheldText(figure: Figure, language: Language): string {
  return figure.withheld === null ? words[language].figures.withheld['too-few'] : valueText(figure, language)
}
