import type { MeasureCode, WithheldReason } from '../cooperation/figure.ts'
import { methods } from '../cooperation/methods.ts'
import { html, type Markup } from '../render/html.ts'
import { lookUp } from '../render/names.ts'
import { words as renderWords } from '../render/words.ts'
import { capitalise } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import type { Address } from './address.ts'
import type { Answer } from './error-pages.ts'
import { frame } from './frame.ts'
import { measureLabel } from './measure-label.ts'
import { words } from './words.ts'

/** How the figures are made, in plain language. */
export function methodsPage(address: Address): Answer {
  const { language } = address
  const page = words[language].methods
  const { figures } = renderWords[language]
  const sections = [
    ...methods.map(({ name }) => ({ id: methodAnchor(name), ...explanation(name, language) })),
    { id: 'measures', title: page.measures, body: meanings(language) },
    { id: 'limits', title: page.intervals, body: html`<p>${page.intervalsLead}</p><ul>${Object.values(figures.intervals).map((interval) => html`<li>${capitalise(interval)}</li>`)}</ul>` },
    { id: 'withheld', title: page.withheld, body: reasons(language) },
    { id: 'ranking', title: page.ranking, body: html`<p>${page.rankingText}</p><p class="note">${page.more}</p>` },
  ]
  return {
    status: 200,
    page: frame(address, page.title, html`<h1>${page.title}</h1>
<p class="lead">${page.lead}</p>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${page.contents}</h2><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`)}`),
  }
}

/** Where on the page a method is explained: its name without the version's stroke. */
export function methodAnchor(method: string): string {
  return method.replace('/', '-')
}

function explanation(method: string, language: Language): { readonly title: string; readonly body: Markup } {
  const known = lookUp(renderWords[language].methods, method)
  return { title: known?.title ?? method, body: html`<p><code>${method}</code></p>${known?.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}` }
}

function meanings(language: Language): Markup {
  const entries = Object.entries(renderWords[language].figures.meanings) as [MeasureCode, string][]
  return html`<dl class="meanings">${entries.map(([measure, meaning]) => html`<div><dt>${measureLabel({ measure, outcome: '', clock: '' }, language)}</dt><dd>${meaning}</dd></div>`)}</dl>`
}

function reasons(language: Language): Markup {
  const { withheldExplained } = words[language].methods
  const entries = Object.entries(renderWords[language].figures.withheld) as [WithheldReason, string][]
  return html`<dl class="meanings">${entries.map(([reason, name]) => html`<div><dt>${capitalise(name)}</dt><dd>${withheldExplained[reason]}</dd></div>`)}</dl>`
}
