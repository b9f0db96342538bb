import { html, type Content, type Markup } from '../../render/html.ts'
import { approvalWords, mergeWords } from '../../service/approvals/approval-words.ts'
import { longestNote } from '../../service/approvals/end-proposal.ts'
import type { ApprovalToRead } from '../../service/approvals/read-approvals.ts'
import { demonstrationAccounts } from '../../service/identity/demonstration.ts'
import type { SignInSettings } from '../../service/identity/identity-services.ts'
import { rejectionReasons } from '../../store/approvals.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { choiceField } from '../parts/choice-field.ts'
import { textArea } from '../parts/text-area.ts'
import { kindOf, stateOf } from './approval-state.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkPage, WorkRequest } from './work-route.ts'
import { demonstrationName, workWords } from './work-words.ts'

/** Why nothing happened, with what was typed: an error loses nothing. */
export type ProposalFault = { readonly code: string; readonly text: string; readonly status: number; readonly reason?: string; readonly note?: string; readonly chosen?: string; /** By the address that somebody came back to, and not by what was just asked. */ readonly told?: boolean; /** Nothing is wrong: what was typed goes along to the other language. */ readonly onlyTyped?: boolean }

/** One proposal: exactly what would happen, and what this reader may do about it. */
export function proposalPage(request: WorkRequest, found: ApprovalToRead, { signIn, timeZone }: { readonly signIn: SignInSettings; readonly timeZone: string }, fault?: ProposalFault): WorkPage {
  const { visitor } = request
  const { language } = visitor.address
  const { one } = approvalWords[language]
  const { proposal } = found
  const title = kindOf(proposal, language)
  return {
    status: fault?.status ?? 200,
    page: workFrame({ ...visitor, address: { language, path: pathOf(found), search: '' } }, {
      title,
      inProgress: found.mayAgree,
      problem: fault && !fault.onlyTyped ? { title: one.problem, text: fault.text, links: linksOf(fault, language) } : undefined,
      main: html`<p><a href="${hrefTo(language, '/work/approvals')}">${one.toList}</a>${proposal.caseId === undefined ? null : html` · <a href="${hrefTo(language, `/work/cases/${proposal.caseId}`)}">${one.toCase}</a>`}${proposal.otherCaseId === undefined ? null : html` · <a href="${hrefTo(language, `/work/cases/${proposal.otherCaseId}`)}">${mergeWords[language].toOther}</a>`}</p>
<h1>${title}</h1>
<p>${one.proposed({ by: proposal.proposer, at: formatMoment(proposal.proposedAt, timeZone, language) })}</p>
<p>${stateOf(proposal, timeZone, language)}</p>${howItEnded(found, language)}
${shownText(found, language)}
${found.mayAgree ? agreeing(request, found, signIn, fault) : null}
${proposal.state === 'waiting' && found.isOwn ? withdrawing(request, found) : null}
${proposal.state === 'waiting' && !found.isOwn && !found.mayAgree ? html`<p class="note">${one.notYours}</p>` : null}`,
    }),
  }
}

export function pathOf({ proposal }: ApprovalToRead): string {
  return `/work/approvals/${proposal.proposalId}`
}

/** The text that is agreed to, as it is kept; the other language and the whole bytes beside it. */
export function shownText({ shown, proposal }: ApprovalToRead, language: Language): Content {
  const { one } = approvalWords[language]
  const other = language === 'en' ? 'fr' : 'en'
  if (!shown) return html`<p>${one.hidden}</p>`
  return html`<section aria-labelledby="shown"><h2 id="shown">${one.headings[proposal.state === 'waiting' || proposal.state === 'agreed' ? proposal.state : 'over']}</h2><p class="note">${one.bytes}</p>
<div class="to-agree">${linesOf(shown[language])}</div>
<details><summary>${one.otherLanguage}</summary><div class="to-agree" lang="${other}">${linesOf(shown[other])}</div></details>
<details><summary>${one.whole}</summary><div class="to-agree" lang="en"><code>${proposal.content}</code></div></details>
<p class="note">${one.digest}: <code class="digest">${proposal.digest}</code></p></section>`
}

// A line that is longer than the window goes on under an indent, so that it never looks like the beginning of another one.
function linesOf(text: string): Content {
  return text.split('\n').map((line) => html`<div class="line">${line}</div>`)
}

function howItEnded({ proposal: { state, ending }, shown }: ApprovalToRead, language: Language): Content {
  const { one, means, reasons } = approvalWords[language]
  if (state === 'waiting') return html`<p>${one.proposedNow}</p>`
  const parts = [ending?.means && one.how(means[ending.means]), ending?.reason && one.reason(reasons[ending.reason]), // Words about what is protected may tell of it.
    shown && ending?.note ? one.words(ending.note) : undefined, state === 'agreed' ? undefined : one.died]
  return parts.filter((part) => part !== undefined).map((part) => html`<p>${part}</p>`)
}

function agreeing({ visitor, signedIn }: WorkRequest, found: ApprovalToRead, { approval, provider, mode }: SignInSettings, fault: ProposalFault | undefined): Content {
  const { language } = visitor.address
  const { one } = approvalWords[language]
  const form = (what: string, button: string, fields?: Content, attributes?: Markup) => postForm({ action: hrefTo(language, `${pathOf(found)}/${what}`), token: visitor.token, button, fields, ...(attributes ? { attributes } : {}) })
  const weaker = approval === 'passkey' ? html`<p class="note">${one.onlyPasskey}</p>` : [
    provider && !signedIn.demonstration ? [form('provider', one.provider), html`<p class="note">${one.providerNote}</p>`] : null,
    signedIn.demonstration && mode === 'demonstration' ? form('demonstration', one.demonstration, choiceField({
      name: 'account', legend: one.demonstrationLegend, hint: one.demonstrationHint, chosen: fault?.chosen, error: fault?.code === 'account-missing' || fault?.code === 'not-recognised' ? fault.text : undefined,
      options: demonstrationAccounts.map((account) => ({ value: account.handle, name: demonstrationName(account, language) })),
    })) : null,
  ]
  return html`<section aria-labelledby="agree"><h2 id="agree">${one.agreeHeading}</h2><p>${one.agreeLead}</p>
${found.hasPasskey ? form('passkey', one.passkey) : html`<p class="note">${one.noPasskey} <a href="${hrefTo(language, '/work/account')}">${workWords[language].navigation.account}</a></p>`}
${weaker}</section>
<section aria-labelledby="reject"><h2 id="reject">${one.rejectHeading}</h2>${form('reject', one.reject, rejectFields(language, fault), answersForm)}</section>`
}

function rejectFields(language: Language, fault: ProposalFault | undefined): Content {
  const { one, reasons } = approvalWords[language]
  const error = (code: string) => (fault?.code === code ? fault.text : undefined)
  return [
    choiceField({ name: 'reason', legend: one.rejectLegend, options: rejectionReasons.map((value) => ({ value, name: reasons[value] })), chosen: fault?.reason, error: error('reason-missing') }),
    textArea({ name: 'note', label: one.note, hint: one.noteHint, value: fault?.note?.slice(0, longestNote * 2) ?? '', error: error('note-long') }),
  ]
}

function withdrawing({ visitor }: WorkRequest, found: ApprovalToRead): Content {
  const { language } = visitor.address
  const { one } = approvalWords[language]
  return html`<section aria-labelledby="withdraw"><h2 id="withdraw">${one.withdrawHeading}</h2><p>${one.withdrawLead}</p>
${postForm({ action: hrefTo(language, `${pathOf(found)}/withdraw`), token: visitor.token, button: one.withdraw })}</section>`
}

function linksOf({ code }: ProposalFault, language: Language) {
  const { one } = approvalWords[language]
  const fields: Readonly<Record<string, { readonly href: string; readonly name: string }>> = { 'reason-missing': { href: '#reason', name: one.rejectLegend }, 'note-long': { href: '#note', name: one.note }, 'account-missing': { href: '#account', name: one.demonstrationLegend } }
  const link = fields[code]
  return link ? [link] : []
}
