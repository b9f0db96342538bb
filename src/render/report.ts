import type { Measurement } from '../cooperation/measurement.ts'
import { compareNames, formatDay, formatList, initial } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { cautionList } from './cautions.ts'
import { comparisonFigures, figureOfAll } from './comparison.ts'
import { countryBody, type Place } from './country-section.ts'
import { funnelChart } from './funnel-chart.ts'
import { html, type Markup } from './html.ts'
import { intervalCharts } from './interval-chart.ts'
import { methodSection } from './method-section.ts'
import { methodName, placeName } from './names.ts'
import { page } from './page.ts'
import { rankSetTable } from './rank-sets.ts'
import { reasonName } from './reason-name.ts'
import { inputTable, publishedTable, reconciliationTables } from './reconciliation.ts'
import { words } from './words.ts'
import { worldMap } from './world-map.ts'

// A map of fewer countries is a map of nothing.
const fewestOnMap = 10

/**
 * A measurement as one self-contained HTML document: no script, no request to anywhere, anchors the same in both languages.
 */
export function renderReport(measurement: Measurement, language: Language): string {
  const { report } = words[language]
  const title = report.title({ method: methodName(measurement.method, language), asOf: formatDay(measurement.asOf, language) })
  const places = placesOf(measurement, language)
  const sections = [
    ...summary(places, measurement, language),
    ...comparison(measurement, language),
    { id: 'countries', name: report.countries, body: countries(places.filter(({ country }) => country !== 'all'), measurement, language) },
    ...ranks(measurement, language),
    ...published(measurement, language),
    { id: 'reconciliation', name: report.reconciliation, body: html`${reconciliationTables(measurement.reconciliation, (reason) => reasonName(reason, language), language)}${inputTable(measurement.inputs, language)}` },
    { id: 'method', name: report.method, body: methodSection(measurement, language) },
  ]
  return page({
    language,
    title,
    main: html`<h1>${title}</h1>
<p class="lead">${report.lead}</p>
<p>${report.from(formatList(measurement.inputs.map(({ name }) => name), language))}</p>
${cautionList(measurement.cautions, language)}
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${report.contents}</h2><ul>${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${sections.map(({ id, name, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
${body}</section>
`)}`,
  })
}

type Section = { readonly id: string; readonly name: string; readonly body: Markup }

/** All places of the measurement, in alphabetical order of their names. */
function placesOf({ figures, curves }: Measurement, language: Language): Place[] {
  const [figuresOf, curvesOf] = [Map.groupBy(figures, ({ country }) => country), Map.groupBy(curves, ({ country }) => country)]
  const byName = compareNames(language)
  return [...new Set([...figuresOf.keys(), ...curvesOf.keys()])]
    .map((country) => ({ country, figures: figuresOf.get(country) ?? [], curves: curvesOf.get(country) ?? [] }))
    .toSorted((one, other) => byName(placeName(one.country, language), placeName(other.country, language)))
}

function summary(places: readonly Place[], measurement: Measurement, language: Language): Section[] {
  const all = places.find(({ country }) => country === 'all')
  return all ? [{ id: 'summary', name: words[language].report.summary, body: countryBody(all, measurement, language) }] : []
}

/** Map, funnel and intervals: countries beside each other, never in an order of merit. */
function comparison(measurement: Measurement, language: Language): Section[] {
  const { report, charts } = words[language]
  const compared = comparisonFigures(measurement)
  if (compared.length === 0 && !measurement.funnel) return []
  return [{
    id: 'comparison',
    name: report.comparison,
    body: html`${measurement.funnel ? html`<h3>${report.funnel}</h3>${funnelChart('funnel', measurement.funnel, compared, language)}` : null}
${compared.length >= fewestOnMap ? html`<h3>${report.map}</h3>${worldMap('map', compared, language)}` : null}
${compared.length > 1 ? html`<h3>${report.intervals}</h3><p class="note">${charts.interval.order}</p>${intervalCharts('intervals', compared, figureOfAll(measurement, compared), language)}` : null}`,
  }]
}

function countries(places: readonly Place[], measurement: Measurement, language: Language): Markup {
  const { report } = words[language]
  if (places.length === 0) return html`<p>${report.noCountries}</p>`
  return html`${index(places, language)}
${places.map((place) => html`<section class="country" aria-labelledby="${place.country}"><h3 id="${place.country}">${placeName(place.country, language)} <span class="code">${place.country}</span></h3>
${countryBody(place, measurement, language)}
<p class="back"><a href="#index">${report.toIndex}</a></p></section>
`)}`
}

/** Links to every country, under the letters of the alphabet; the anchors are ISO codes, the same in both languages. */
function index(places: readonly Place[], language: Language): Markup {
  const { report } = words[language]
  const letters = [...Map.groupBy(places, ({ country }) => initial(placeName(country, language)))]
  return html`<nav class="index" aria-labelledby="index"><h3 id="index">${report.countriesIndex}</h3>${letters.map(([letter, group]) =>
    html`<div class="letter"><span class="letter-name" aria-hidden="true">${letter}</span><ul>${group.map(({ country }) => html`<li><a href="#${country}">${placeName(country, language)}</a></li>`)}</ul></div>`)}</nav>`
}

function ranks({ rankSets }: Measurement, language: Language): Section[] {
  return rankSets ? [{ id: 'rank-sets', name: words[language].report.ranks, body: rankSetTable(rankSets, language) }] : []
}

function published({ published: comparisonWith }: Measurement, language: Language): Section[] {
  return comparisonWith ? [{ id: 'published', name: words[language].report.published({ name: comparisonWith.name }), body: publishedTable(comparisonWith, language) }] : []
}
