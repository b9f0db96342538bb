import { countries } from '../../reference/countries.ts'
import { openInventories } from '../../service/oversight/read-inventories.ts'
import { dueChoices, type CaseChoice } from '../../service/work/read-my-work.ts'
import { compareNames } from '../../text/format.ts'
import type { Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import { filter } from '../parts/filter.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'
import { oversightWords } from './oversight-words.ts'

/** Narrows a list of open cases by inventory, country and due day. */
export function caseFilter(path: string, { inventory, country, due }: CaseChoice, language: Language): Markup {
  const { list } = partWords[language]
  const { views } = oversightWords[language]
  return filter({ action: hrefTo(language, path), language, fields: [
    { name: 'inventory', label: list.inventory, all: list.allInventories, chosen: inventory, options: openInventories.map((value) => ({ value, name: caseWords[language].inventories[value].name })) },
    { name: 'country', label: list.country, all: list.allCountries, chosen: country, options: countryNames[language] },
    { name: 'due', label: views.due, all: views.anyDue, chosen: due, options: dueChoices.map((value) => ({ value, name: views.dues[value] })) },
  ] })
}

/** The choice that an address or a form holds; what cannot be meant is no choice: a list is then longer, and never another one's. */
export function readCaseChoice(from: URLSearchParams): CaseChoice {
  const inventory = openInventories.find((one) => one === from.get('inventory'))
  const country = /^[A-Z]{2}$/.exec(from.get('country') ?? '')?.[0]
  const due = dueChoices.find((one) => one === from.get('due'))
  return { ...(inventory ? { inventory } : {}), ...(country ? { country } : {}), ...(due ? { due } : {}) }
}

/** A choice in words. */
export function sayCaseChoice({ inventory, country, due }: CaseChoice, language: Language): readonly string[] {
  return [...(inventory ? [caseWords[language].inventories[inventory].name] : []), ...(country ? [stateName(country, language)] : []), ...(due ? [oversightWords[language].views.dues[due]] : [])]
}

const countryNames = { en: namesOf('en'), fr: namesOf('fr') }

function namesOf(language: Language) {
  const order = compareNames(language)
  return countries.filter(({ standing }) => standing !== 'withdrawn').map(({ alpha2 }) => ({ value: alpha2, name: stateName(alpha2, language) })).toSorted((one, other) => order(one.name, other.name))
}
