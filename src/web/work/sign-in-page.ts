import { html, type Markup } from '../../render/html.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import type { AddRefusal } from '../../service/identity/add-passkey.ts'
import type { SignInRefusal, SignInSettings } from '../../service/identity/identity-services.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import type { Visitor } from './visitor.ts'
import { postForm, workFrame } from './work-frame.ts'
import { demonstrationName, workWords } from './work-words.ts'

export type DoorRefusal = SignInRefusal | AddRefusal

export const doorStatus = { 'not-recognised': 403, 'too-many': 429, 'provider-silent': 502, 'recognise-first': 403, 'known-already': 409 } as const satisfies Record<DoorRefusal['code'], number>

/** Every way to sign in that this installation has; the same page, with the reason on top, after a sign-in that did not work. */
export function signInPage(visitor: Visitor, { mode, provider }: SignInSettings, to: string, refusal?: DoorRefusal): Answer {
  const { language } = visitor.address
  const { door, demonstration } = workWords[language]
  return {
    status: refusal === undefined ? 200 : doorStatus[refusal.code],
    page: workFrame({ ...visitor, signedIn: undefined, address: { language, path: '/work/sign-in', search: to === '/work' ? '' : `?${new URLSearchParams({ to }).toString()}` } }, {
      title: door.title,
      problem: refusal && { title: door.problem, text: door.refusals[refusal.code] },
      main: html`<h1>${door.title}</h1><p class="lead">${door.lead}</p>
${mode === 'demonstration' ? demonstrationChoice(visitor, to) : null}
${provider && html`<p><a class="button" href="${hrefTo(language, '/work/sign-in/provider', { to })}">${door.provider}</a></p>`}
<h2>${door.passkeyHeading}</h2><p>${door.passkeyText}</p>
${postForm({ action: hrefTo(language, '/work/sign-in/passkey'), token: visitor.token, button: door.passkey, fields: html`<input type="hidden" name="to" value="${to}">` })}
${mode === 'demonstration' ? null : html`<p class="note">${door.noAccount}</p>`}`,
    }),
  }

  function demonstrationChoice({ token }: Visitor, place: string): Markup {
    return html`<h2>${demonstration.heading}</h2><p>${demonstration.text}</p>
<ul class="choices">${demonstrationAccounts.map(({ role, as, number }) => html`<li>${postForm({
      action: hrefTo(language, '/work/sign-in/demonstration'), token, button: demonstration.as(demonstrationName({ role, number }, language)),
      fields: html`<input type="hidden" name="role" value="${as}"><input type="hidden" name="to" value="${place}">`,
    })}<p class="note">${workWords[language].reaches[role]}</p></li>`)}</ul>`
  }
}
