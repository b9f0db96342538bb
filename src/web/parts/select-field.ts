import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { describedBy, type Described } from './described-by.ts'
import { partWords } from './part-words.ts'

export type SelectOption = { readonly value: string; readonly name: string; /** Options of one group stand together under its name. */ readonly group?: string | undefined }
export type SelectField = Described & { readonly label: string; /** Stands first, for no choice. */ readonly none: string; readonly options: readonly SelectOption[]; readonly chosen?: string | undefined }

/** One of many. Of a few, all of which can be read at once, see `choiceField`. */
export function selectField({ label, none, options, chosen, ...field }: SelectField): Markup {
  const { shown, attributes } = describedBy(field)
  return html`<p class="field"><label for="${field.name}">${label}</label>${shown}
<select id="${field.name}" name="${field.name}" autocomplete="off"${attributes}><option value="">${none}</option>${groupsOf(options).map(([group, some]) => (group === '' ? optionsIn(some) : html`<optgroup label="${group}">${optionsIn(some)}</optgroup>`))}</select></p>
`

  function optionsIn(some: readonly SelectOption[]): readonly Markup[] {
    return some.map(({ value, name }) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${name}</option>`)
  }
}

function groupsOf(options: readonly SelectOption[]): readonly (readonly [string, readonly SelectOption[]])[] {
  return [...Map.groupBy(options, ({ group = '' }) => group)]
}

export const examples = (language: Language): readonly Markup[] => {
  const { list, filter } = partWords[language]
  const options = [{ value: 'a', name: 'A', group: 'C' }, { value: 'b', name: 'B', group: 'D' }]
  return [html`<form class="act">${selectField({ name: 'one', label: list.country, none: list.notKnown, options, chosen: 'b' })}${selectField({ name: 'two', label: list.inventory, none: list.notKnown, hint: filter.legend, error: list.notKnown, options: [{ value: 'a', name: 'A' }] })}</form>`]
}
