import { html, type Content, type Markup } from '../../render/html.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { roles } from '../../service/access/roles.ts'
import type { ChangeRefusal } from '../../service/administration/change-account.ts'
import type { AccountRead } from '../../service/administration/read-accounts.ts'
import { formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { checksField } from '../parts/checks-field.ts'
import { dataTable } from '../parts/data-table.ts'
import { accountsPath, roleName, rolesOf, stateOf } from './admin-accounts-page.ts'
import { adminWords } from './admin-words.ts'
import { browserName } from './browser-name.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

export type ChangeTried = { readonly refusal: ChangeRefusal; /** The roles that were ticked, where it was about roles. */ readonly roles?: readonly string[] }

/** One account: its roles, sessions and links, and what an administrator may do about them. */
export function adminAccountPage({ visitor, signedIn }: WorkRequest, { account, ...read }: AccountRead, timeZone: string, tried?: ChangeTried): Answer {
  const { language } = visitor.address
  const { accounts, account: words, refusals, problem } = adminWords[language]
  const path = `${accountsPath}/${account.accountId}`
  const moment = (at: string) => formatMoment(at, timeZone, language)
  const isOneself = account.accountId === signedIn.accountId
  const changes = reachOf(signedIn.roles, 'accounts.change') !== undefined
  const said = tried && refusals[tried.refusal.code]
  const entry = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const { columns } = words
  return {
    status: tried ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: `${account.displayName}, ${account.handle}`,
      problem: said === undefined ? undefined : { title: problem, text: said, links: tried?.roles ? [{ href: '#roles', name: words.rolesLegend }] : [] },
      main: html`<p><a href="${hrefTo(language, accountsPath)}">${words.back}</a></p><h1>${account.displayName}</h1>
<dl>${entry(accounts.columns.handle, html`<code>${account.handle}</code>`)}${entry(accounts.columns.roles, rolesOf(account.roles, language))}${entry(accounts.columns.state, stateOf(account, timeZone, language))}${entry(words.recognised, words.ways(read))}</dl>
${changes ? changePart() : null}
<section aria-labelledby="sessions"><h2 id="sessions">${words.sessions}</h2>${sessionsPart()}</section>
<section aria-labelledby="history"><h2 id="history">${words.history}</h2>${dataTable({
        caption: words.history, columns: [columns.role, columns.given, columns.taken],
        rows: read.roles.map(({ role, givenAt, givenBy, takenAt, takenBy }) => [roleName(role, language), words.by({ by: givenBy, at: moment(givenAt) }), takenAt === undefined || takenBy === undefined ? words.held : words.by({ by: takenBy, at: moment(takenAt) })]),
      })}</section>
<section aria-labelledby="links"><h2 id="links">${words.links}</h2>${read.invitations.length === 0 ? html`<p>${words.noLinks}</p>` : dataTable({
        caption: words.links, columns: [columns.made, columns.ends, columns.used],
        rows: read.invitations.map(({ madeAt, madeBy, endsAt, usedAt }) => [words.by({ by: madeBy, at: moment(madeAt) }), moment(endsAt), usedAt === undefined ? words.notUsed : moment(usedAt)]),
      })}</section>`,
    }),
  }

  function changePart(): Markup {
    if (account.demonstration) return html`<p class="note">${words.demonstration}</p>`
    if (isOneself) return html`<p class="note">${words.yourself}</p>${act('link', words.link, words.linkText)}`
    return html`<section aria-labelledby="change"><h2 id="change">${words.change}</h2>${postForm({ action: hrefTo(language, `${path}/roles`), token: visitor.token, button: words.rolesButton, fields: checksField({
      name: 'roles', legend: words.rolesLegend, hint: words.rolesHint, options: roles.map((value) => ({ value, name: workWords[language].roles[value] })), chosen: tried?.roles ?? account.roles, error: tried?.roles ? said : undefined,
    }) })}</section>${act('link', words.link, words.linkText)}${account.disabledAt === undefined ? act('disable', words.disable, words.disableText) : act('enable', words.enable)}`
  }

  function act(what: string, button: string, text?: string): Markup {
    return postForm({ action: hrefTo(language, `${path}/${what}`), token: visitor.token, button, quiet: true, fields: text === undefined ? null : html`<p>${text}</p>` })
  }

  function sessionsPart(): Content {
    const ends = reachOf(signedIn.roles, 'sessions.revoke') !== undefined
    const { recognised, thisOne } = workWords[language].account
    const end = (session: string, button: string, named?: string) => postForm({ action: hrefTo(language, `${path}/sessions/end`), token: visitor.token, button, named, quiet: true, fields: html`<input type="hidden" name="session" value="${session}">` })
    if (read.sessions.length === 0) return html`<p>${words.noSessions}</p>`
    return html`${dataTable({
      caption: words.sessions, columns: [columns.began, columns.seen, columns.how, columns.browser, ...(ends ? [columns.action] : [])],
      rows: read.sessions.map(({ sessionId, beganAt, seenAt, recognised: how, browser }) => [
        moment(beganAt), moment(seenAt), recognised[how], browserName(browser), ...(ends ? [sessionId === signedIn.sessionId ? thisOne : end(sessionId, words.end, words.endNamed(moment(beganAt)))] : []),
      ]),
    })}${ends ? end('all', words.endAll) : null}`
  }
}
