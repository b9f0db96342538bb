import { html, type Markup } from '../../render/html.ts'
import { loggedActions, type AuditAsked, type AuditFault, type AuditPage } from '../../service/oversight/read-audit.ts'
import { compareNames } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { textField } from '../parts/text-field.ts'
import { accessTable } from './audit-table.ts'
import { oversightWords } from './oversight-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export const auditPath = '/work/audit'

/** Who looked at what, narrowed by account, case, action and day. */
export function auditPage({ visitor }: WorkRequest, asked: AuditAsked, found: AuditPage, { timeZone, leafed }: { readonly timeZone: string; readonly leafed: boolean }, fault?: AuditFault): Answer {
  const { language } = visitor.address
  const { audit } = oversightWords[language]
  const said = fault && audit.faults[fault.code]
  const older = found.older === undefined ? null : html`<li><a href="${hrefTo(language, auditPath, { ...asked, before: found.older })}" rel="next">${audit.older}</a></li>`
  const newest = leafed ? html`<li><a href="${hrefTo(language, auditPath, asked)}">${audit.newer}</a></li>` : null
  return {
    status: fault ? 422 : 200,
    page: workFrame(visitor, {
      title: audit.title,
      problem: fault && said ? { title: audit.problem, text: said, links: [{ href: `#${fault.field}`, name: audit[fault.field] }] } : undefined,
      main: html`<h1>${audit.title}</h1><p class="lead">${audit.lead}</p>${filterForm(asked, language, fault)}
${fault ? null : html`${accessTable(found.looks, { caption: audit.caption, timeZone, language })}
${older || newest ? html`<nav class="leaf" aria-label="${audit.caption}"><ul>${newest}${older}</ul></nav>` : null}
<p><a href="${hrefTo(language, `${auditPath}/export`, asked)}">${audit.export}</a></p>`}`,
    }),
  }
}

function filterForm(asked: AuditAsked, language: Language, fault: AuditFault | undefined): Markup {
  const { audit } = oversightWords[language]
  const field = (name: 'account' | 'caseId' | 'from' | 'until', hint?: string) => textField({ name, label: audit[name], value: asked[name], ...(hint === undefined ? {} : { hint }), error: fault?.field === name ? audit.faults[fault.code] : undefined })
  const order = compareNames(language)
  const actions = loggedActions.map((value) => ({ value, name: audit.actions[value] ?? value })).toSorted((one, other) => order(one.name, other.name))
  return html`<form class="choice" method="get" action="${hrefTo(language, auditPath)}"><fieldset><legend>${audit.legend}</legend>
${field('account', audit.accountHint)}${field('caseId')}
<p class="field"><label for="action">${audit.action}</label><select id="action" name="action"><option value="">${audit.allActions}</option>${actions.map(({ value, name }) => html`<option value="${value}"${value === asked.action ? html` selected` : null}>${name}</option>`)}</select></p>
${field('from', audit.dayHint)}${field('until', audit.dayHint)}<p><button>${audit.button}</button></p></fieldset></form>
`
}
