import { html, type Content } from '../../render/html.ts'
import type { ChangeToConfirm } from '../../service/administration/ask-change.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import type { SignInSettings } from '../../service/identity/identity-services.ts'
import type { PasskeyQuestion } from '../../service/identity/passkeys.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { choiceField } from '../parts/choice-field.ts'
import { accountsPath } from './admin-accounts-page.ts'
import { adminWords } from './admin-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkPage, WorkRequest } from './work-route.ts'
import { demonstrationName, workWords } from './work-words.ts'

export type ChangeFault = { readonly code: string; readonly text: string; readonly status: number; readonly chosen?: string }

export function changePath(changeId: string): string {
  return `/work/account-changes/${changeId}`
}

/** A change that is not made yet: exactly what it is, and how its administrator confirms that it is them. */
export function adminChangePage(request: WorkRequest, change: ChangeToConfirm, { signIn, hasPasskey }: { readonly signIn: SignInSettings; readonly hasPasskey: boolean }, fault?: ChangeFault): WorkPage {
  const { visitor } = request
  const { language } = visitor.address
  const { confirm, problem } = adminWords[language]
  return {
    status: fault?.status ?? 200,
    page: workFrame({ ...visitor, address: { language, path: changePath(change.changeId), search: '' } }, {
      title: confirm.title,
      problem: fault && { title: problem, text: fault.text, links: fault.code === 'account-missing' ? [{ href: '#account', name: confirm.demonstrationLegend }] : [] },
      main: html`<p><a href="${hrefTo(language, accountsPath)}">${adminWords[language].account.back}</a></p><h1>${confirm.title}</h1>
<p class="lead">${confirm.states[change.state]}</p>
${shownChange(change, language)}
${change.state === 'waiting' ? confirming(request, change, signIn, hasPasskey, fault) : null}
${change.state === 'recognised' ? postForm({ action: hrefTo(language, `${changePath(change.changeId)}/make`), token: visitor.token, button: confirm.make }) : null}`,
    }),
  }
}

/** Asks for a passkey over the text that stands beside the question; the answer comes back with the form. */
export function adminChangePasskeyPage({ visitor }: WorkRequest, change: ChangeToConfirm, question: PasskeyQuestion): WorkPage {
  const { language } = visitor.address
  const [{ confirm }, { passkey }] = [adminWords[language], workWords[language]]
  return {
    status: 200, script: true,
    page: workFrame({ ...visitor, address: { language, path: changePath(change.changeId), search: '' } }, {
      title: confirm.passkeyTitle, script: true,
      main: html`<h1>${confirm.passkeyTitle}</h1><p class="lead">${confirm.passkeyLead}</p>
<noscript><p class="alarm">${passkey.noScript}</p></noscript>
${postForm({
        action: hrefTo(language, `${changePath(change.changeId)}/confirm`), token: visitor.token, button: confirm.passkey,
        attributes: html` data-kind="use" data-question="${JSON.stringify(question)}" data-failed="${passkey.failed}" data-unknown="${passkey.unknownHere}"`,
        fields: html`<input type="hidden" name="answer"><p role="status"></p>`,
      })}
${back(change, language)}${shownChange(change, language)}`,
    }),
  }
}

/** Leads to the provider. The way there was bound to this change when the form was sent: a link from elsewhere binds nothing. */
export function adminChangeProviderPage({ visitor }: WorkRequest, change: ChangeToConfirm, provider: string): WorkPage {
  const { language } = visitor.address
  const { confirm } = adminWords[language]
  return {
    status: 200,
    page: workFrame({ ...visitor, address: { language, path: changePath(change.changeId), search: '' } }, {
      title: confirm.providerTitle,
      main: html`<h1>${confirm.providerTitle}</h1><p class="lead">${confirm.providerLead}</p>
<p><a class="button" href="${provider}">${confirm.go}</a></p>
${back(change, language)}${shownChange(change, language)}`,
    }),
  }
}

function back({ changeId }: ChangeToConfirm, language: Language): Content {
  return html`<p><a href="${hrefTo(language, changePath(changeId))}">${adminWords[language].confirm.back}</a></p>
`
}

function shownChange({ said: { shown }, digest }: ChangeToConfirm, language: Language): Content {
  const { confirm } = adminWords[language]
  const other = language === 'en' ? 'fr' : 'en'
  return html`<section aria-labelledby="shown"><h2 id="shown">${confirm.what}</h2><div class="to-agree">${shown[language]}</div>
<details><summary>${confirm.otherLanguage}</summary><div class="to-agree" lang="${other}">${shown[other]}</div></details>
<p class="note">${confirm.digest}${language === 'fr' ? '\u00a0' : ''}: <code class="digest">${digest}</code></p></section>`
}

function confirming({ visitor, signedIn }: WorkRequest, { changeId }: ChangeToConfirm, { approval, provider, mode }: SignInSettings, hasPasskey: boolean, fault: ChangeFault | undefined): Content {
  const { language } = visitor.address
  const { confirm } = adminWords[language]
  const form = (what: string, button: string, fields?: Content) => postForm({ action: hrefTo(language, `${changePath(changeId)}/${what}`), token: visitor.token, button, fields })
  const others = approval === 'passkey' ? html`<p class="note">${confirm.onlyPasskey}</p>` : [
    provider && !signedIn.demonstration ? form('provider', confirm.provider) : null,
    signedIn.demonstration && mode === 'demonstration' ? form('demonstration', confirm.demonstration, choiceField({
      name: 'account', legend: confirm.demonstrationLegend, hint: confirm.demonstrationHint, chosen: fault?.chosen, error: fault?.code === 'account-missing' || fault?.code === 'not-recognised' ? fault.text : undefined,
      options: demonstrationAccounts.map((account) => ({ value: account.handle, name: demonstrationName(account, language) })),
    })) : null,
  ]
  return html`<section aria-labelledby="confirm"><h2 id="confirm">${confirm.heading}</h2><p>${confirm.lead}</p>
${hasPasskey ? form('passkey', confirm.passkey) : html`<p class="note">${confirm.noPasskey} <a href="${hrefTo(language, '/work/account')}">${workWords[language].navigation.account}</a></p>`}
${others}</section>`
}
