import { html, type Content } from '../../render/html.ts'
import type { InventoryRow, InventoryTable, Shown } from '../../service/oversight/inventory-table.ts'
import { openInventories, type InventoriesRead } from '../../service/oversight/read-inventories.ts'
import { compareNames, formatCount, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { caseWords } from './case-words.ts'
import { oversightWords } from './oversight-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** How many open cases stand in each inventory, by country in alphabetical order. */
export function inventoriesPage({ visitor }: WorkRequest, { asOf, real, fictional }: InventoriesRead, timeZone: string): Answer {
  const { language } = visitor.address
  const { inventories: words } = oversightWords[language]
  const said = caseWords[language].inventories
  const shown = [[words.caption, real], [words.fictionalCaption, fictional]] as const
  const some = shown.filter(([, table]) => table.rows.length > 0)
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><p class="note">${words.never} ${words.asOf(formatMoment(asOf, timeZone, language))}</p>
${real.guarded ? html`<p>${words.hidden}</p>` : null}
<details><summary>${words.definitions}</summary><dl>${openInventories.map((one) => html`<div><dt>${said[one].name}</dt><dd>${said[one].means}</dd></div>`)}</dl></details>
${some.length === 0 ? html`<p>${words.none}</p>` : some.map(([caption, table]) => tableOf(caption, table, language))}`,
    }),
  }
}

function tableOf(caption: string, { rows, totals, total, guarded }: InventoryTable, language: Language): Content {
  const { inventories: words } = oversightWords[language]
  const said = caseWords[language].inventories
  const order = compareNames(language)
  const placed = rows.map((row) => ({ row, name: nameOf(row, language) })).toSorted((one, other) => placeOf(one.row) - placeOf(other.row) || order(one.name, other.name))
  const cell = (shown: Shown | undefined) => (shown === 'few' ? words.few : formatCount(shown ?? 0, language))
  return dataTable({
    caption, columns: [words.country, ...openInventories.map((one) => said[one].name), ...(guarded ? [] : [words.total])],
    rows: [
      ...placed.map(({ row, name }) => [name, ...openInventories.map((one) => cell(row.cells[one])), ...(guarded ? [] : [cell(row.total)])]),
      ...(totals ? [[words.total, ...openInventories.map((one) => cell(totals[one])), cell(total)]] : []),
    ],
  })
}

function nameOf({ country }: InventoryRow, language: Language): string {
  const { inventories: words } = oversightWords[language]
  if (country === 'not-known') return words.unknown
  return country === 'together' ? words.together : stateName(country.code, language)
}

/** What is no country stands after those that are. */
function placeOf({ country }: InventoryRow): number {
  return typeof country === 'object' ? 0 : 1
}
