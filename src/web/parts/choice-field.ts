import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type ChoiceField = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  /** What is wrong and what to do; the list of errors at the top leads to the first choice. */
  readonly error?: string | undefined
  readonly options: readonly { readonly value: string; readonly name: string }[]
  /** What was chosen before: an error loses nothing. */
  readonly chosen?: string | undefined
}

/** One of a few: radio buttons under a question. The first one has the field's name as its id, for links from errors. */
export function choiceField({ name, legend, hint, error, options, chosen }: ChoiceField): Markup {
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(' ')
  return html`<fieldset class="${error === undefined ? 'radios' : 'radios wrong'}"${described === '' ? null : html` aria-describedby="${described}"`}><legend>${legend}</legend>
${hint === undefined ? null : html`<p class="note" id="${name}-hint">${hint}</p>`}${error === undefined ? null : html`<p class="unmet" id="${name}-error">${error}</p>`}
${options.map(({ value, name: label }, index) => html`<p><input type="radio" id="${index === 0 ? name : `${name}-${value}`}" name="${name}" value="${value}"${value === chosen ? html` checked` : null}> <label for="${index === 0 ? name : `${name}-${value}`}">${label}</label></p>
`)}</fieldset>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { protection } = partWords[language]
  const options = Object.entries(protection.purposes).map(([value, name]) => ({ value, name }))
  return [choiceField({ name: 'one', legend: protection.legend, hint: protection.hint, options }), choiceField({ name: 'two', legend: protection.legend, error: protection.missing, options, chosen: 'audit' })]
}
