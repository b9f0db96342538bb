import { cautionList } from '../render/cautions.ts'
import { html, type Markup } from '../render/html.ts'
import { measurementFacts } from '../render/figure-card.ts'
import { worldMap } from '../render/world-map.ts'
import { asMeasurement } from '../service/as-measurement.ts'
import type { Catalogue, Reading } from '../service/read-catalogue.ts'
import { type Comparison, readComparison } from '../service/read-comparison.ts'
import { type Address, hrefTo } from './address.ts'
import { choiceForm, wishesOf } from './choice-form.ts'
import { countryIndex } from './country-index.ts'
import { type Answer, badQueryPage } from './error-pages.ts'
import { frame } from './frame.ts'
import { sourceLabel } from './source-names.ts'
import { readWishes } from './wishes.ts'
import { words } from './words.ts'

/** What this is, one measure on the map, every country, every source. */
export async function homePage(reading: Reading, address: Address, query: URLSearchParams): Promise<Answer> {
  const wishes = readWishes(query)
  if (!wishes.ok) return badQueryPage(address, wishes.refusal)
  const found = await readComparison(reading, wishes.value)
  if (!found.ok) return badQueryPage(address, { code: 'unknown-source', name: 'source' })
  const { language } = address
  const { home } = words[language]
  const { catalogue } = found.value
  return {
    status: 200,
    page: frame(address, home.title, html`<h1>${home.title}</h1>
${home.lead.map((sentence) => html`<p class="lead">${sentence}</p>`)}
<section aria-labelledby="map-heading"><h2 id="map-heading">${home.map}</h2>
${mapOf(address, found.value)}</section>
<section aria-labelledby="countries"><h2 id="countries">${home.countries}</h2>
${countryIndex(catalogue.countries, language)}</section>
<section aria-labelledby="inside"><h2 id="inside">${home.sources}</h2>
${sourceList(address, catalogue)}</section>`),
  }
}

function mapOf(address: Address, { catalogue, selection, figures }: Comparison): Markup {
  const { language } = address
  const { home, behind } = words[language]
  if (!selection) return html`<p>${home.empty}</p>`
  return html`${choiceForm(address, catalogue, selection)}
${worldMap('map', figures, language)}
${cautionList(selection.source.cautions, language)}
<p><a href="${hrefTo(language, '/compare', wishesOf(selection))}">${home.compareThese}</a></p>
<details class="card-facts"><summary>${behind}</summary><dl>${measurementFacts(asMeasurement(selection.source), language)}</dl></details>`
}

function sourceList({ language }: Address, { sources }: Catalogue): Markup {
  if (sources.length === 0) return html`<p>${words[language].sources.empty}</p>`
  return html`<ul class="links">${sources.map((source) => html`<li><a href="${hrefTo(language, `/sources/${source.key}`)}">${sourceLabel(source, language)}</a></li>`)}</ul>`
}
