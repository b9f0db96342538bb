import { html } from '../../render/html.ts'
import { glassVerdicts, type ReviewFault } from '../../service/oversight/break-glass.ts'
import type { BrokenGlass } from '../../store/break-glass.ts'
import type { KeptAccess } from '../../store/access-log.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { choiceField } from '../parts/choice-field.ts'
import { textArea } from '../parts/text-area.ts'
import { accessTable } from './audit-table.ts'
import { glassFacts, glassTable } from './break-glass-page.ts'
import { oversightWords } from './oversight-words.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export const reviewPath = '/work/glass-reviews'
const statuses: Readonly<Record<ReviewFault['code'], number>> = { 'no-verdict': 422, 'few-words': 422, 'many-words': 422, 'same-person': 403, 'reviewed-already': 409, 'no-glass': 404 }

/** What waits for a legal reviewer. */
export function glassReviewsPage({ visitor }: WorkRequest, waiting: readonly BrokenGlass[], timeZone: string): Answer {
  const { language } = visitor.address
  const { review } = oversightWords[language]
  return {
    status: 200,
    page: workFrame(visitor, {
      title: review.title,
      main: html`<h1>${review.title}</h1><p class="lead">${review.lead}</p>
<section aria-labelledby="waiting"><h2 id="waiting">${review.waiting}</h2>${waiting.length === 0 ? html`<p>${review.noneWaiting}</p>` : glassTable(waiting, { caption: review.waiting, to: reviewPath, timeZone, language })}</section>`,
    }),
  }
}

export type ReviewTyped = { readonly verdict: string; readonly words: string }

/** One act: what was said, what was looked at, and the question to somebody else than its author. */
export function glassReviewPage({ visitor, signedIn }: WorkRequest, act: BrokenGlass, looks: readonly KeptAccess[], typed: ReviewTyped, timeZone: string, fault?: ReviewFault): Answer {
  const { language } = visitor.address
  const { review, glass } = oversightWords[language]
  const path = `${reviewPath}/${act.glassId}`
  const field = fault && 'field' in fault ? fault.field : undefined
  const said = fault && review.faults[fault.code]
  const own = act.accountId === signedIn.accountId
  return {
    status: fault ? statuses[fault.code] : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: review.oneTitle,
      problem: fault && said ? { title: review.problem, text: said, links: field === undefined ? [] : [{ href: `#${field}`, name: field === 'verdict' ? review.question : review.words }] } : undefined,
      main: html`<h1>${review.oneTitle}</h1>${glassFacts(act, timeZone, language)}
<section aria-labelledby="looks"><h2 id="looks">${review.looks}</h2>${accessTable(looks, { caption: review.looks, timeZone, language })}</section>
${act.review ? null : own ? html`<p>${review.own}</p>` : postForm({ action: hrefTo(language, path), token: visitor.token, button: review.button, fields: html`
${choiceField({ name: 'verdict', legend: review.question, options: glassVerdicts.map((value) => ({ value, name: glass.verdicts[value] })), chosen: typed.verdict, error: field === 'verdict' ? said : undefined })}
${textArea({ name: 'words', label: review.words, hint: review.wordsHint, value: typed.words, error: field === 'words' ? said : undefined })}` })}
<p><a href="${hrefTo(language, reviewPath)}">${review.back}</a></p>`,
    }),
  }
}
