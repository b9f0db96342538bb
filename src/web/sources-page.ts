import { html, type Markup } from '../render/html.ts'
import { methodName } from '../render/names.ts'
import { readSources } from '../service/read-source.ts'
import type { Reading, Source } from '../service/read-catalogue.ts'
import { formatDay, formatList } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Address, hrefTo } from './address.ts'
import type { Answer } from './error-pages.ts'
import { frame } from './frame.ts'
import { editionName, publishersOf, sourceTitle } from './source-names.ts'
import { words } from './words.ts'

/** Every loaded measurement. */
export async function sourcesPage(reading: Reading, address: Address): Promise<Answer> {
  const { language } = address
  const { sources: page } = words[language]
  const { sources } = await readSources(reading)
  return {
    status: 200,
    page: frame(address, page.title, html`<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
${sources.length === 0 ? html`<p>${page.empty}</p>` : html`<ul class="sources">${sources.map((source) => entry(source, language))}</ul>`}`),
  }
}

function entry(source: Source, language: Language): Markup {
  const { sources: page } = words[language]
  const publishers = publishersOf(source, language)
  return html`<li><h2 class="small"><a href="${hrefTo(language, `/sources/${source.key}`)}">${sourceTitle(source, language)}</a></h2>
<dl><div><dt>${page.publisher}</dt><dd>${publishers.length === 0 ? page.unknownPublisher : formatList(publishers, language)}</dd></div>
<div><dt>${page.edition}</dt><dd>${editionName(source, language)}</dd></div>
<div><dt>${page.asOf}</dt><dd>${formatDay(source.asOf, language)}</dd></div>
<div><dt>${page.method}</dt><dd>${methodName(source.method, language)} <code>${source.method}</code></dd></div></dl></li>
`
}
