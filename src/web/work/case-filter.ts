import type { Inventory } from '../../casework/lists.ts'
import { countries } from '../../reference/countries.ts'
import { openInventories } from '../../service/oversight/read-inventories.ts'
import { compareNames } from '../../text/format.ts'
import type { Markup } from '../../render/html.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import { filter } from '../parts/filter.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'

/** Narrows a list of open cases by inventory and country. */
export function caseFilter(path: string, { inventory, country }: { readonly inventory?: Inventory; readonly country?: string }, language: Language): Markup {
  const { list } = partWords[language]
  return filter({ action: hrefTo(language, path), language, fields: [
    { name: 'inventory', label: list.inventory, all: list.allInventories, chosen: inventory, options: openInventories.map((value) => ({ value, name: caseWords[language].inventories[value].name })) },
    { name: 'country', label: list.country, all: list.allCountries, chosen: country, options: countryNames[language] },
  ] })
}

const countryNames = { en: namesOf('en'), fr: namesOf('fr') }

function namesOf(language: Language) {
  const order = compareNames(language)
  return countries.filter(({ standing }) => standing !== 'withdrawn').map(({ alpha2 }) => ({ value: alpha2, name: stateName(alpha2, language) })).toSorted((one, other) => order(one.name, other.name))
}
