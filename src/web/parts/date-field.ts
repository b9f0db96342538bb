import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { record as english } from '../../text/en/record.ts'
import { record as french } from '../../text/fr/record.ts'

export type DateField = {
  /** The year's box has it as its id, for links from errors; the others are `name-month` and `name-day`. */
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** As it was typed: `2026-9-30`, or what was no day. */
  readonly value?: string
}

const words = { en: english.dateParts, fr: french.dateParts }

/** A day in three boxes, in the order of ISO 8601, which both languages of Canada share. A box may stay empty where the day is not known whole. */
export function dateField({ name, legend, hint, error, value = '' }: DateField, language: Language): Markup {
  const [year = '', month = '', day = ''] = value.split('-')
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(' ')
  const box = (id: string, label: string, part: string, size: number) => html`<span class="part"><label for="${id}">${label}</label><input id="${id}" name="${id}" value="${part}" inputmode="numeric" maxlength="${size + 4}" class="digits-${size}" autocomplete="off"${error === undefined ? null : html` aria-invalid="true"`}></span>`
  return html`<fieldset class="${error === undefined ? 'date' : 'date wrong'}"${described === '' ? null : html` aria-describedby="${described}"`}><legend>${legend}</legend>
${hint === undefined ? null : html`<p class="note" id="${name}-hint">${hint}</p>`}${error === undefined ? null : html`<p class="unmet" id="${name}-error">${error}</p>`}
<p class="parts">${box(name, words[language].year, year, 4)}${box(`${name}-month`, words[language].month, month, 2)}${box(`${name}-day`, words[language].day, day, 2)}</p></fieldset>
`
}

/** What was typed into the three boxes, as one text: `2026-09-30`; a box at the end that stayed empty is left out. */
export function readDate(form: URLSearchParams, name: string): string {
  const typed = [name, `${name}-month`, `${name}-day`].map((part) => (form.get(part) ?? '').trim().replaceAll('-', '').slice(0, 8))
  const [year = '', ...rest] = typed
  return [year, ...rest.map((part) => (part === '' ? '' : part.padStart(2, '0')))].join('-').replace(/-+$/, '')
}

export const examples = (language: Language): readonly Markup[] => [html`<form class="act">${dateField({ name: 'one', legend: words[language].day, hint: words[language].year, value: '2026-09-30' }, language)}${dateField({ name: 'two', legend: words[language].day, error: words[language].month, value: '2026-13' }, language)}</form>`]
