import { html, type Content, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'
import { tag } from './tag.ts'

export type IdentityBar = { readonly name: string; readonly fictional: boolean; readonly entries: readonly (readonly [name: string, value: Content])[] }

/** Who a case is about, at the top of its page: enough to see that it is the right person, and nothing protected. */
export function identityBar({ name, fictional, entries }: IdentityBar, language: Language): Markup {
  const { list } = partWords[language]
  return html`<div class="identity"><h1>${name} ${fictional ? tag(list.fictional, 'alarm') : null}</h1>
<dl>${entries.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></div>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { list, person } = partWords[language]
  return [identityBar({ name: 'Sample, One', fictional: true, entries: [[person.born, '1990-05-17'], [list.officer, list.nobody]] }, language)]
}
