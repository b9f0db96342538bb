import { html, type Content, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type Happening = { readonly at: string; readonly by: string; readonly text: Content }

/** What happened, the latest first. */
export function timeline(happenings: readonly Happening[], language: Language): Markup {
  const words = partWords[language].person
  if (happenings.length === 0) return html`<p>${words.none}</p>`
  return html`<ol class="timeline" reversed>${happenings.map(({ at, by, text }) => html`<li><p>${text}</p><p class="note">${words.recorded({ at, by })}</p></li>
`)}</ol>
`
}

export const examples = (language: Language): readonly Markup[] => [timeline([{ at: '2026-03-02', by: 'sample-two', text: 'B' }, { at: '2026-03-01', by: 'sample-one', text: 'A' }], language), timeline([], language)]
