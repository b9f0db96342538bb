import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { describedBy, type Described } from './described-by.ts'
import { partWords } from './part-words.ts'

export type TextArea = Described & { readonly label: string; readonly value?: string }

/** Several lines of text. */
export function textArea({ label, value = '', ...field }: TextArea): Markup {
  const { shown, attributes } = describedBy(field)
  return html`<p class="field"><label for="${field.name}">${label}</label>${shown}
<textarea id="${field.name}" name="${field.name}" rows="5" autocomplete="off"${attributes}>
${value}</textarea></p>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { search } = partWords[language]
  return [html`<form class="act">${textArea({ name: 'one', label: search.familyName, hint: search.familyHint, error: search.faults['too-long'], value: '<Sample>' })}</form>`]
}
