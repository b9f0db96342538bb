import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type TagKind = 'plain' | 'alarm' | 'quiet'

/** A word or two that mark something. The words say it all; colour and border only repeat it. */
export function tag(text: string, kind: TagKind = 'plain'): Markup {
  return html`<span class="tag tag-${kind}">${text}</span>`
}

export const examples = (language: Language): readonly Markup[] => {
  const { list } = partWords[language]
  return [html`<p>${tag(list.fictional, 'alarm')} ${tag(list.overdue)} ${tag(list.stalled(90), 'quiet')}</p>`]
}
