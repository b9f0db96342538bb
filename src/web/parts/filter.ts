import { html, type Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { partWords } from './part-words.ts'

export type Filter = {
  readonly action: string
  readonly language: Language
  readonly fields: readonly { readonly name: string; readonly label: string; readonly all: string; readonly chosen: string | undefined; readonly options: readonly { readonly value: string; readonly name: string }[] }[]
}

/** Narrows a list: a GET form, so that what was chosen has an address. Only for what may stand in an address, never for names. */
export function filter({ action, language, fields }: Filter): Markup {
  const words = partWords[language].filter
  return html`<form class="choice" method="get" action="${action}"><fieldset><legend>${words.legend}</legend>
${fields.map(({ name, label, all, chosen, options }) => html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">${all}</option>${options.map((one) => html`<option value="${one.value}"${one.value === chosen ? html` selected` : null}>${one.name}</option>`)}</select></p>
`)}<p><button>${words.button}</button></p></fieldset></form>
`
}

export const examples = (language: Language): readonly Markup[] => {
  const { list } = partWords[language]
  return [filter({ action: '#', language, fields: [{ name: 'inventory', label: list.inventory, all: list.allInventories, chosen: 'b', options: [{ value: 'a', name: 'A' }, { value: 'b', name: 'B' }] }] })]
}
