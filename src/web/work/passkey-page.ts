import { html } from '../../render/html.ts'
import type { NewPasskeyQuestion } from '../../service/identity/add-passkey.ts'
import type { PasskeyQuestion } from '../../service/identity/passkeys.ts'
import { hrefTo } from '../address.ts'
import type { Visitor } from './visitor.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkPage } from './work-route.ts'
import { workWords } from './work-words.ts'

/** Asks for a passkey: the question stands in the page, the answer comes back with its form. */
export function passkeyPage(visitor: Visitor, question: PasskeyQuestion, provider: boolean, to = '/work'): WorkPage {
  const { passkey } = workWords[visitor.address.language]
  return asking(visitor, { title: passkey.title, lead: passkey.lead, button: passkey.use, kind: 'use', action: '/work/sign-in/passkey/answer', question, provider, to })
}

/** Asks a device to make a passkey, which gets a name. */
export function newPasskeyPage(visitor: Visitor, question: NewPasskeyQuestion, provider: boolean): WorkPage {
  const { passkey } = workWords[visitor.address.language]
  return asking(visitor, { title: passkey.addTitle, lead: passkey.addLead, button: passkey.add, kind: 'make', action: '/work/passkeys/answer', question, provider })
}

type Asking = { readonly title: string; readonly lead: string; readonly button: string; readonly kind: 'use' | 'make'; readonly action: string; readonly question: PasskeyQuestion | NewPasskeyQuestion; readonly provider: boolean; /** Where the person wants to go: said once more should this fail. */ readonly to?: string }

function asking(visitor: Visitor, { title, lead, button, kind, action, question, provider, to = '/work' }: Asking): WorkPage {
  const { language } = visitor.address
  const { passkey } = workWords[language]
  // The page is the answer to a form: its other language is where it began.
  const back = visitor.signedIn ? '/work/account' : '/work/sign-in'
  const wish = visitor.signedIn || to === '/work' ? {} : { to }
  return {
    status: 200, script: true,
    page: workFrame({ ...visitor, address: { language, path: back, search: hrefTo(language, '', wish).slice(`/${language}`.length) } }, {
      title, script: true,
      main: html`<h1>${title}</h1><p class="lead">${lead}</p>
<noscript><p class="alarm">${passkey.noScript} ${provider ? passkey.noScriptProvider : null}</p></noscript>
${postForm({
        action: hrefTo(language, action), token: visitor.token, button,
        attributes: html` data-kind="${kind}" data-question="${JSON.stringify(question)}" data-failed="${passkey.failed}" data-unknown="${passkey.unknownHere}"`,
        fields: html`<input type="hidden" name="answer"><input type="hidden" name="to" value="${to}">${kind === 'make' ? html`<p class="field"><label for="name">${passkey.name}</label> <span class="hint" id="name-hint">${passkey.nameHint}</span>
<input id="name" name="name" value="${passkey.usualName}" maxlength="100" autocomplete="off" aria-describedby="name-hint"></p>` : null}<p role="status"></p>`,
      })}
<p><a href="${hrefTo(language, back, wish)}">${visitor.signedIn ? workWords[language].navigation.account : passkey.back}</a></p>`,
    }),
  }
}
