import { html } from '../../render/html.ts'
import type { SignInSettings } from '../../service/identity/identity-services.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

/** Asks somebody who is signed in to be there in person, before what needs it. */
export function recognisePage({ visitor, signedIn }: WorkRequest, { provider }: SignInSettings, to: string, hasPasskey: boolean): Answer {
  const { language } = visitor.address
  const { recognise } = workWords[language]
  const place = html`<input type="hidden" name="to" value="${to}">`
  return {
    status: 200,
    page: workFrame(visitor, {
      title: recognise.title,
      main: html`<h1>${recognise.title}</h1><p class="lead">${recognise.lead}</p>
${provider && !signedIn.demonstration ? html`<p><a class="button" href="${hrefTo(language, '/work/recognise/provider', { to })}">${recognise.provider}</a></p>` : null}
${hasPasskey ? postForm({ action: hrefTo(language, '/work/recognise/passkey'), token: visitor.token, button: recognise.passkey, fields: place }) : null}
${signedIn.demonstration ? postForm({ action: hrefTo(language, '/work/recognise/demonstration'), token: visitor.token, button: recognise.demonstration, fields: place }) : null}`,
    }),
  }
}
