import { html, type Content, type Markup } from '../../render/html.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { mostFound, type Found, type SearchFault, type Wanted } from '../../service/work/search-cases.ts'
import { formatCount } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { partWords } from '../parts/part-words.ts'
import { textField } from '../parts/text-field.ts'
import { caseWords } from './case-words.ts'
import { personCell } from './person-cell.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type Searched = { readonly wanted: Wanted; readonly found?: Found; readonly fault?: SearchFault }

/** Looking for a case. The form is sent as a POST, so that no name stands in an address, a history or a log. */
export function searchPage({ visitor, signedIn }: WorkRequest, { wanted, found, fault }: Searched): Answer {
  const { language } = visitor.address
  const { search } = partWords[language]
  const said = fault && search.faults[fault.code]
  const field = (name: keyof Wanted, hint: string) => textField({ name, label: search[name], hint, value: wanted[name], error: fault?.field === name ? said : undefined })
  return {
    status: fault ? 422 : 200,
    page: workFrame(visitor, {
      title: search.title, inProgress: true,
      problem: fault && said ? { title: search.problem, text: said, links: [{ href: `#${fault.field}`, name: search[fault.field] }] } : undefined,
      main: html`<h1>${search.title}</h1><p class="lead">${search.lead}</p>${reachOf(signedIn.roles, 'cases.search') === 'all' ? null : html`<p>${search.ownLead}</p>`}
${postForm({ action: hrefTo(language, '/work/search'), token: visitor.token, button: search.button, attributes: answersForm, fields: html`${field('familyName', search.familyHint)}${field('givenNames', search.givenHint)}${field('caseId', search.idHint)}` })}
${found ? results(found, language) : null}`,
    }),
  }
}

function results({ rows, more }: Found, language: Language): Markup {
  const { search, list } = partWords[language]
  const shown: Content = rows.length === 0 ? html`<p>${search.none}</p>` : html`<p>${more ? search.more(formatCount(mostFound, language)) : search.found({ cases: rows.length, count: formatCount(rows.length, language) })}</p>
${dataTable({ caption: search.results, columns: [list.person, list.inventory, list.country, list.officer], rows: rows.map((row) => [
    personCell(row, language), caseWords[language].inventories[row.inventory].name, row.country === undefined ? list.notKnown : stateName(row.country, language), row.officer ?? list.nobody,
  ]) })}`
  return html`<section aria-labelledby="results"><h2 id="results" tabindex="-1">${search.results}</h2>${shown}</section>`
}
