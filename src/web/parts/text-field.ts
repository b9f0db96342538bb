import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type TextField = {
  /** Its id too, for links from the list of errors. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  /** What was typed before: an error loses nothing. */
  readonly value?: string
}

/** One line of text with its hint, and its error above the box. The browser keeps nothing of it: it may be a person's name. */
export function textField({ name, label, hint, error, value = '' }: TextField): Markup {
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(' ')
  return html`<p class="field"><label for="${name}">${label}</label>${hint === undefined ? null : html`<span class="hint" id="${name}-hint">${hint}</span>`}${error === undefined ? null : html`<span class="unmet" id="${name}-error">${error}</span>`}
<input id="${name}" name="${name}" value="${value}" autocomplete="off" spellcheck="false"${described === '' ? null : html` aria-describedby="${described}"`}${error === undefined ? null : html` aria-invalid="true"`}></p>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { search } = partWords[language]
  return [html`<form class="act">${textField({ name: 'one', label: search.familyName, hint: search.familyHint, value: '<Sample>' })}${textField({ name: 'two', label: search.caseId, error: search.faults['bad-id'] })}</form>`]
}
