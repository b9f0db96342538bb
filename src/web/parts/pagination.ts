import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

/** Leads to the pages before and after; nothing where there is neither. */
export function pagination(language: Language, { previous, next }: { readonly previous?: string | undefined; readonly next?: string | undefined }): Markup | null {
  const words = partWords[language].pagination
  if (previous === undefined && next === undefined) return null
  return html`<nav class="leaf" aria-label="${words.label}"><ul>${previous === undefined ? null : html`<li><a href="${previous}" rel="prev">${words.previous}</a></li>`}${next === undefined ? null : html`<li><a href="${next}" rel="next">${words.next}</a></li>`}</ul></nav>
`
}

export const examples = (language: Language): readonly (Markup | null)[] => [pagination(language, { previous: '#before', next: '#after' })]
