import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { lookUp } from './names.ts'
import { words } from './words.ts'

/**
 * The sentences that must be read beside the figures; a code of a later edition is shown as a code, never dropped.
 * `within` names the part of a page whose cautions they are: a page with several sources has several of these.
 */
export function cautionList(codes: readonly string[], language: Language, within?: string): Markup | null {
  if (codes.length === 0) return null
  const { report } = words[language]
  const sentences = [...new Set(codes)].map((code) => lookUp<string>(report.cautionSentences, code) ?? report.unknownCaution(code))
  const list = html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  if (within !== undefined) return html`<div class="cautions"><h3 id="${within}-cautions">${report.cautions}</h3>${list}</div>
`
  return html`<section class="cautions" aria-labelledby="cautions"><h2 id="cautions">${report.cautions}</h2>${list}</section>
`
}
