import { html } from '../../render/html.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import type { Visitor } from './visitor.ts'
import { postForm, workFrame } from './work-frame.ts'
import { workWords } from './work-words.ts'

/** For somebody who holds a link to sign in for the first time. */
export function invitedPage(visitor: Visitor, { name, token, provider }: { readonly name: string; readonly token: string; readonly provider: boolean }): Answer {
  const { language } = visitor.address
  const { invited } = workWords[language]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: invited.title,
      main: html`<h1>${invited.title}</h1><p class="lead">${invited.lead(name)}</p><p>${invited.choose}</p>
${provider ? html`<p><a class="button" href="${hrefTo(language, `/work/invited/${token}/provider`)}">${invited.provider}</a></p>` : null}
${postForm({ action: hrefTo(language, '/work/invited'), token: visitor.token, button: invited.passkey, fields: html`<input type="hidden" name="invitation" value="${token}">` })}`,
    }),
  }
}

/** One page for every link that does not work, whatever is wrong with it. */
export function badInvitationPage(visitor: Visitor): Answer {
  const { language } = visitor.address
  const { invited } = workWords[language]
  return { status: 404, page: workFrame({ ...visitor, address: { language, path: '/work/sign-in', search: '' } }, { title: invited.badTitle, main: html`<h1>${invited.badTitle}</h1><p>${invited.bad}</p>` }) }
}
