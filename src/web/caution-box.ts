import { html, type Markup } from '../render/html.ts'
import { lookUp } from '../render/names.ts'
import { words as renderWords } from '../render/words.ts'
import type { Language } from '../text/language.ts'
import { words } from './words.ts'

/** The cautions of one source, under a heading of its own level: a page with several sources has several of these. */
export function cautionBox(id: string, codes: readonly string[], language: Language): Markup | null {
  if (codes.length === 0) return null
  const { report } = renderWords[language]
  const sentences = [...new Set(codes)].map((code) => lookUp<string>(report.cautionSentences, code) ?? report.unknownCaution(code))
  return html`<div class="cautions"><h3 id="${id}">${words[language].country.cautions}</h3><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>
`
}
