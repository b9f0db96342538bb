import { html } from '../render/html.ts'
import type { Address } from './address.ts'
import type { Answer } from './error-pages.ts'
import { frame } from './frame.ts'
import { words } from './words.ts'

/** What was checked for accessibility, how, and what was not. */
export function accessibilityPage(address: Address): Answer {
  const { accessibility } = words[address.language]
  const list = (sentences: readonly string[]) => html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  return {
    status: 200,
    page: frame(address, accessibility.title, html`<h1>${accessibility.title}</h1>
<p class="lead">${accessibility.lead}</p>
<h2>${accessibility.checked}</h2>${list(accessibility.checks)}
<h2>${accessibility.unchecked}</h2>${list(accessibility.gaps)}
<h2>${accessibility.report}</h2><p>${accessibility.reportText}</p>`),
  }
}
