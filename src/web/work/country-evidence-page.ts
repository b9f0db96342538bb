import type { EvidencePack } from '../../cooperation/evidence-pack.ts'
import { packDigest } from '../../cooperation/evidence-pack.ts'
import type { HeadingBlock, PageBlock } from '../../documents/page-model.ts'
import { html, type Markup } from '../../render/html.ts'
import { table } from '../../render/table.ts'
import { evidenceModel } from '../../service/countries/evidence-model.ts'
import { placeName } from '../../render/names.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { countryWords } from './country-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** The evidence on a country, as it is printed: what speaks for, what against, what is not known. `kept`: as it was on an earlier day. `unprintable`: it was asked for on paper, and this machine cannot set it. */
export function countryEvidencePage({ visitor }: WorkRequest, pack: EvidencePack, kept: boolean, unprintable = false): Answer {
  const { language } = visitor.address
  const { evidence, page } = countryWords[language]
  const model = evidenceModel(pack, language)
  // Files of the edition of today stand beside its page, those of a kept one beneath it.
  const path = `/work/countries/${pack.country}${kept ? `/evidence/${packDigest(pack)}` : ''}/evidence`
  return {
    status: unprintable ? 503 : 200,
    page: workFrame({ ...visitor, address: { language, path: kept ? `/work/countries/${pack.country}/evidence/${packDigest(pack)}` : path, search: '' } }, {
      title: model.title, problem: unprintable ? { title: evidence.printed, text: evidence.unprintable } : undefined,
      main: html`<p class="back"><a href="${hrefTo(language, `/work/countries/${pack.country}`)}">${page.title(placeName(pack.country, language))}</a></p><h1>${model.title}</h1>
${kept ? html`<p class="label">${evidence.kept}</p>` : null}<p class="note">${evidence.both}</p>
<ul class="links"><li><a href="${hrefTo(language, `${path}.pdf`)}">${evidence.printed}</a></li><li><a href="${hrefTo(language, `${path}.json`)}">${evidence.json}</a></li></ul>
${model.blocks.map(blockMarkup)}`,
    }),
  }
}

function headingMarkup({ level, text }: HeadingBlock): Markup {
  if (level === 2) return html`<h2>${text}</h2>
`
  return level === 3 ? html`<h3>${text}</h3>
` : html`<h4>${text}</h4>
`
}

/** A block of a printed page on a screen. */
function blockMarkup(block: PageBlock, index: number): Markup {
  switch (block.kind) {
    case 'heading': return headingMarkup(block)
    case 'paragraph': return html`<p${block.strong ? html` class="label"` : null}>${block.text}</p>
`
    case 'list': return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>
`
    case 'summary': return html`<dl aria-label="${block.caption}">${block.pairs.map(({ name, value }) => html`<div><dt>${name}</dt><dd class="digest">${value}</dd></div>`)}</dl>
`
    case 'table': return table({ id: `table-${index}`, caption: block.caption, columns: block.header.map((name, place) => ({ name, numeric: block.numbers?.includes(place) === true })), rows: block.rows })
    case 'figure': return html`<p>${block.alt}</p>
`
  }
}
