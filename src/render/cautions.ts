import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { lookUp } from './names.ts'
import { words } from './words.ts'

/** The sentences that must be read beside the figures; a code of a later edition is shown as a code, never dropped. */
export function cautionList(codes: readonly string[], language: Language): Markup | null {
  if (codes.length === 0) return null
  const { report } = words[language]
  const sentences = [...new Set(codes)].map((code) => lookUp<string>(report.cautionSentences, code) ?? report.unknownCaution(code))
  return html`<section class="cautions" aria-labelledby="cautions"><h2 id="cautions">${report.cautions}</h2><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>
`
}
