import { html, type Markup } from '../../render/html.ts'
import type { OwnAccount } from '../../service/identity/own-account.ts'
import { formatMoment } from '../../text/format.ts'
import { hrefTo } from '../address.ts'
import { browserName } from './browser-name.ts'
import type { Answer } from '../error-pages.ts'
import { tokenWords } from './token-page.ts'
import { nameOf, postForm, workFrame, type Problem } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

/** Where somebody is signed in and by what they are recognised, and how to end that. */
export function accountPage(request: WorkRequest, { sessions, passkeys }: OwnAccount, timeZone: string, problem?: { readonly status: number } & Problem): Answer {
  const { visitor, signedIn } = request
  const { language } = visitor.address
  const { account, roles } = workWords[language]
  const moment = (text: string) => formatMoment(text, timeZone, language)
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return {
    status: problem?.status ?? 200,
    page: workFrame({ ...visitor, address: { language, path: '/work/account', search: '' } }, {
      title: account.title, problem,
      main: html`<h1>${account.title}</h1>
<dl>${fact(account.name, nameOf(signedIn, language))}${fact(account.handle, signedIn.handle)}${fact(account.roles, signedIn.roles.map((role) => roles[role]).join(', '))}</dl>
<h2>${account.passkeys}</h2>
${passkeys.length === 0 ? html`<p>${account.noPasskeys}</p>` : html`<p class="note">${account.removeText}</p>${table(account.passkeys, [account.name, account.added, account.used, account.kind, account.action], passkeys.map(({ credentialId, name, addedAt, usedAt, backedUp }) =>
        [name, moment(addedAt), usedAt === undefined ? account.never : moment(usedAt), account.kinds[backedUp ? 'several' : 'one'], act('passkeys/remove', 'passkey', credentialId, account.remove, account.removeNamed(name))]))}`}
${postForm({ action: hrefTo(language, '/work/account/passkeys/add'), token: visitor.token, button: account.addPasskey })}
<h2>${tokenWords[language].title}</h2><p><a href="${hrefTo(language, '/work/account/tokens')}">${tokenWords[language].manage}</a></p>
<h2>${account.sessions}</h2><p>${account.sessionsText}</p>
${table(account.sessions, [account.began, account.seen, account.how, account.browser, account.action], sessions.map(({ sessionId, beganAt, seenAt, recognised, browser }) =>
        [moment(beganAt), moment(seenAt), account.recognised[recognised], browserName(browser), sessionId === signedIn.sessionId ? account.thisOne : act('sessions/end', 'session', sessionId, account.end, account.endNamed(moment(beganAt)))]))}
${sessions.length < 2 ? null : postForm({ action: hrefTo(language, '/work/account/sessions/end-others'), token: visitor.token, button: account.endOthers })}`,
    }),
  }

  function act(path: string, field: string, value: string, button: string, named: string): Markup {
    return postForm({ action: hrefTo(language, `/work/account/${path}`), token: visitor.token, button, named, quiet: true, fields: html`<input type="hidden" name="${field}" value="${value}">` })
  }
}

function table(label: string, headings: readonly string[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>
`
}
