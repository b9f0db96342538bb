import { html, type Markup } from '../../render/html.ts'
import { selectField, type SelectOption } from '../parts/select-field.ts'
import { textArea } from '../parts/text-area.ts'
import { textField } from '../parts/text-field.ts'
import type { Problem } from './work-frame.ts'

/** What somebody typed, and what is wrong with it, by the name of the field. */
export type Filled = { readonly typed: Readonly<Record<string, string | undefined>>; readonly errors: Readonly<Record<string, string>> }

/** Nothing typed, nothing wrong. */
export const blank: Filled = { typed: {}, errors: {} }

/** Fields of one form: each keeps what was typed, and has its error beside it. */
export function fieldsOf({ typed, errors }: Filled) {
  const described = (name: string, hint: string | undefined) => ({ name, ...(hint === undefined ? {} : { hint }), error: errors[name] })
  return {
    text: (name: string, label: string, hint?: string): Markup => textField({ ...described(name, hint), label, value: typed[name] ?? '' }),
    area: (name: string, label: string, hint?: string): Markup => textArea({ ...described(name, hint), label, value: typed[name] ?? '' }),
    select: (name: string, label: string, options: readonly SelectOption[], none = '–'): Markup => selectField({ ...described(name, undefined), label, none, options, chosen: typed[name] }),
    check: (name: string, label: string): Markup => html`<p class="radios"><input type="checkbox" id="${name}" name="${name}" value="yes"${typed[name] === 'yes' ? html` checked` : null}> <label for="${name}">${label}</label></p>
`,
    hidden: (name: string): Markup => html`<input type="hidden" name="${name}" value="${typed[name] ?? ''}">`,
  }
}

/** The list of errors for the top of the page, each leading to its field. */
export function problemOf(title: string, errors: Readonly<Record<string, string>>): Problem | undefined {
  const links = Object.entries(errors).map(([field, name]) => ({ href: `#${field}`, name }))
  return links.length === 0 ? undefined : { title, text: '', links }
}

/** One sentence for each field, the first fault of each, in the order in which the form asks them. */
export function errorsOf<Field extends string, Code extends string>(faults: readonly { readonly field: Field; readonly code: Code }[], order: readonly Field[], names: Readonly<Record<Field, string>>, sentences: Readonly<Record<Code, (field: string) => string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(order.flatMap((field) => faults.filter((fault) => fault.field === field).slice(0, 1).map(({ code }) => [field, sentences[code](names[field])])))
}

/** What a form brought for these fields, without blanks at the ends. */
export function typedIn<Field extends string>(form: URLSearchParams, fields: readonly Field[]): Readonly<Record<Field, string>> {
  return Object.fromEntries(fields.map((field) => [field, (form.get(field) ?? '').trim().replaceAll('\u0000', '')])) as Readonly<Record<Field, string>>
}
