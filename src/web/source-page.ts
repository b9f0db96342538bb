import { cautionList } from '../render/cautions.ts'
import { measurementFacts } from '../render/figure-card.ts'
import { html, type Markup } from '../render/html.ts'
import { measureName, outcomeName } from '../render/names.ts'
import { inputTable, publishedTable, reconciliationTables } from '../render/reconciliation.ts'
import { reasonName } from '../render/reason-name.ts'
import { table } from '../render/table.ts'
import { words as renderWords } from '../render/words.ts'
import { asMeasurement } from '../service/as-measurement.ts'
import { measureKey } from '../service/choose-figures.ts'
import type { Reading, Source } from '../service/read-catalogue.ts'
import { readSource, type SourceReading } from '../service/read-source.ts'
import { formatCount, formatDay, formatDifference, formatList, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Address, hrefTo } from './address.ts'
import { type Answer, unknownPage } from './error-pages.ts'
import { frame } from './frame.ts'
import { measureLabel } from './measure-label.ts'
import { methodAnchor } from './methods-page.ts'
import { addressesOf, editionName, publishersOf, sourceLabel, sourceTitle, termsOf } from './source-names.ts'
import { words } from './words.ts'

/** One loaded measurement, with everything that is needed to check it. */
export async function sourcePage(reading: Reading, address: Address, key: string): Promise<Answer> {
  const { language } = address
  const page = words[language].sources
  const found = await readSource(reading, key)
  if (!found) return unknownPage(address, key, words[language].errors.noSource)
  const { source } = found
  const section = (id: string, title: string, body: Markup | null) => body && html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`
  return {
    status: 200,
    page: frame(address, sourceTitle(source, language), html`<h1 class="long">${sourceTitle(source, language)}</h1>
${facts(source, language)}
${cautionList(source.cautions, language)}
${section('open', page.open, openLinks(source, language))}
${section('downloads', page.downloads, downloads(source, language))}
${section('rows', page.rows, reconciliationTables(source.reconciliation, (reason) => reasonName(reason, language), language))}
${section('inputs', page.files, inputTable(source.inputs, language))}
${found.published ? section('published', page.published({ name: found.published.name }), publishedTable(found.published, language)) : null}
${section('additivity', page.additivity, additivity(source, language))}
${section('editions', page.editions, editions(found, language))}`),
  }
}

function facts(source: Source, language: Language): Markup {
  const page = words[language].sources
  const [publishers, terms, addresses] = [publishersOf(source, language), termsOf(source, language), addressesOf(source)]
  return html`<dl class="facts"><div><dt>${page.publisher}</dt><dd>${publishers.length === 0 ? page.unknownPublisher : formatList(publishers, language)}</dd></div>
${terms.length === 0 ? null : html`<div><dt>${page.terms}</dt><dd>${terms.map((one) => html`${one} `)}</dd></div>`}
${addresses.length === 0 ? null : html`<div><dt>${page.found}</dt><dd>${addresses.map((address) => html`<a href="${address}" rel="external noreferrer">${address}</a> `)}</dd></div>`}
${measurementFacts(asMeasurement(source), language)}
<div><dt>${page.origin}</dt><dd>${page.origins[source.origin]}</dd></div>
<div><dt>${page.loaded}</dt><dd>${formatDay(source.loadedAt.toISOString().slice(0, 10), language)}</dd></div>
<div><dt>${page.digest}</dt><dd><code class="digest">${source.digest}</code></dd></div></dl>
<p><a href="${hrefTo(language, '/methods')}#${methodAnchor(source.method)}">${page.methodExplained}</a></p>`
}

/** A link to the map and one to the comparison for each measure. */
function openLinks(source: Source, language: Language): Markup | null {
  const page = words[language].sources
  const measures = [...new Map(source.choices.map((choice) => [measureKey(choice), choice]))].toSorted(([one], [other]) => (one < other ? -1 : 1))
  if (measures.length === 0 && !source.hasAll) return null
  return html`<ul class="links">${source.hasAll ? html`<li><a href="${hrefTo(language, '/countries/all')}">${page.openAll}</a></li>` : null}${measures.map(([measure, choice]) => {
    const wishes = { source: source.key, measure }
    const label = measureLabel(choice, language)
    return html`<li>${label}<br><a href="${hrefTo(language, '', wishes)}" aria-label="${page.openMap}, ${label}">${page.openMap}</a> <a href="${hrefTo(language, '/compare', wishes)}" aria-label="${page.openCompare}, ${label}">${page.openCompare}</a></li>`
  })}</ul>`
}

function downloads({ key }: Source, language: Language): Markup {
  const page = words[language].sources
  return html`<ul class="links"><li><a href="/data/${key}.csv" download>${page.csv}</a></li><li><a href="/data/${key}.json" download>${page.json}</a></li></ul>
<p class="note">${page.downloadNote}</p>`
}

function additivity({ choices, inadditive }: Source, language: Language): Markup {
  const { sources: page } = words[language]
  const { figures, report } = renderWords[language]
  if (!choices.some(({ measure }) => measure === 'count')) return html`<p>${page.noTotals}</p>`
  if (inadditive.length === 0) return html`<p>${page.additive}</p>`
  const count = (number: number) => formatCount(number, language)
  return html`<p>${page.notAdditive}</p>
${table({
    id: 'inadditive',
    caption: page.additivityCaption,
    columns: [{ name: figures.period }, { name: figures.outcome }, { name: page.total, numeric: true }, { name: page.sum, numeric: true }, { name: report.difference, numeric: true }],
    rows: inadditive.map(({ period, outcome, total, sumOfParts }) => [
      formatPeriod(period, language),
      outcome === '' ? measureName({ measure: 'count', day: null, outcome: '' }, language) : outcomeName(outcome, language),
      count(total), count(sumOfParts), formatDifference(sumOfParts - total, language),
    ]),
  })}`
}

function editions({ source, editions: others }: SourceReading, language: Language): Markup {
  const page = words[language].sources
  if (others.length === 0) return html`<p>${page.noEditions}</p>`
  return html`<ul class="links">${others.map((other) => html`<li><a href="${hrefTo(language, `/sources/${other.key}`)}">${sourceLabel(other, language)}</a><br>
<a href="${hrefTo(language, `/sources/${source.key}/since/${other.key}`)}">${page.differences({ edition: editionName(other, language) })}</a></li>`)}</ul>`
}
