import { html, type Content } from '../../render/html.ts'
import { reachOf } from '../../service/access/permissions.ts'
import type { Account } from '../../store/accounts.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { adminWords } from './admin-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

export const accountsPath = '/work/accounts'

/** Every account, by its name in records. */
export function adminAccountsPage({ visitor, signedIn }: WorkRequest, accounts: readonly Account[], timeZone: string): Answer {
  const { language } = visitor.address
  const { accounts: words } = adminWords[language]
  const changes = reachOf(signedIn.roles, 'accounts.change') !== undefined
  const { columns } = words
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${changes ? words.lead : words.readLead}</p>
${changes ? html`<p><a class="button" href="${hrefTo(language, `${accountsPath}/invite`)}">${words.invite}</a></p>` : null}
${dataTable({
        caption: words.title, columns: [columns.handle, columns.name, columns.roles, columns.state],
        rows: accounts.map((one) => [html`<a class="case" href="${hrefTo(language, `${accountsPath}/${one.accountId}`)}">${one.handle}</a>`, one.displayName, rolesOf(one.roles, language), stateOf(one, timeZone, language)]),
      })}`,
    }),
  }
}

/** Roles by their names; a role that this version does not know, by its code. */
export function rolesOf(roles: readonly string[], language: Language): string {
  return roles.length === 0 ? adminWords[language].accounts.none : roles.map((role) => roleName(role, language)).join(', ')
}

export function roleName(role: string, language: Language): string {
  const named: Readonly<Record<string, string>> = workWords[language].roles
  return named[role] ?? role
}

export function stateOf({ disabledAt, demonstration }: Account, timeZone: string, language: Language): Content {
  const { accounts } = adminWords[language]
  return html`${disabledAt === undefined ? accounts.active : accounts.disabled(formatMoment(disabledAt, timeZone, language))}${demonstration ? html`<small>${accounts.demonstration}</small>` : null}`
}
