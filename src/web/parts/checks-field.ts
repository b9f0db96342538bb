import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import type { ChoiceField } from './choice-field.ts'
import { partWords } from './part-words.ts'

export type ChecksField = Omit<ChoiceField, 'chosen'> & { readonly chosen: readonly string[] }

/** Any of a few: boxes to tick under a question. */
export function checksField({ name, legend, hint, error, options, chosen }: ChecksField): Markup {
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(' ')
  return html`<fieldset class="${error === undefined ? 'radios' : 'radios wrong'}"${described === '' ? null : html` aria-describedby="${described}"`}><legend>${legend}</legend>
${hint === undefined ? null : html`<p class="note" id="${name}-hint">${hint}</p>`}${error === undefined ? null : html`<p class="unmet" id="${name}-error">${error}</p>`}
${options.map(({ value, name: label }, index) => {
    const id = index === 0 ? name : `${name}-${index}`
    return html`<p><input type="checkbox" id="${id}" name="${name}" value="${value}"${chosen.includes(value) ? html` checked` : null}> <label for="${id}">${label}</label></p>
`
  })}</fieldset>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { protection } = partWords[language]
  return [html`<form class="act">${checksField({ name: 'one', legend: protection.legend, hint: protection.hint, options: Object.entries(protection.purposes).map(([value, name]) => ({ value, name })), chosen: ['audit'] })}</form>`]
}
