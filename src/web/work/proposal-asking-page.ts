import { html } from '../../render/html.ts'
import { approvalWords } from '../../service/approvals/approval-words.ts'
import type { ApprovalToRead } from '../../service/approvals/read-approvals.ts'
import type { PasskeyQuestion } from '../../service/identity/passkeys.ts'
import { hrefTo } from '../address.ts'
import { pathOf, shownText } from './proposal-page.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkPage, WorkRequest } from './work-route.ts'
import { workWords } from './work-words.ts'

/** Asks for a passkey over the text that stands beside the question; the answer comes back with the form. */
export function proposalPasskeyPage({ visitor }: WorkRequest, found: ApprovalToRead, question: PasskeyQuestion): WorkPage {
  const { language } = visitor.address
  const { asking } = approvalWords[language]
  const { passkey } = workWords[language]
  return {
    status: 200, script: true,
    page: workFrame({ ...visitor, address: { language, path: pathOf(found), search: '' } }, {
      title: asking.title, script: true,
      main: html`<h1>${asking.title}</h1><p class="lead">${asking.lead}</p>
<noscript><p class="alarm">${passkey.noScript}</p></noscript>
${postForm({
        action: hrefTo(language, `${pathOf(found)}/agree`), token: visitor.token, button: asking.use,
        attributes: html` data-kind="use" data-question="${JSON.stringify(question)}" data-failed="${passkey.failed}" data-unknown="${passkey.unknownHere}"`,
        fields: html`<input type="hidden" name="answer"><p role="status"></p>`,
      })}
<p><a href="${hrefTo(language, pathOf(found))}">${asking.back}</a></p>
${shownText(found, language)}`,
    }),
  }
}

/** Leads to the provider. The way there was bound to the digest when the form was sent: a link from elsewhere binds nothing. */
export function proposalProviderPage({ visitor }: WorkRequest, found: ApprovalToRead, provider: string): WorkPage {
  const { language } = visitor.address
  const { asking, one } = approvalWords[language]
  return {
    status: 200,
    page: workFrame({ ...visitor, address: { language, path: pathOf(found), search: '' } }, {
      title: asking.providerTitle,
      main: html`<h1>${asking.providerTitle}</h1><p class="lead">${asking.providerLead}</p><p class="note">${one.providerNote}</p>
<p><a class="button" href="${provider}">${asking.go}</a></p>
<p><a href="${hrefTo(language, pathOf(found))}">${asking.back}</a></p>
${shownText(found, language)}`,
    }),
  }
}
