import { factName } from '../../render/fact-name.ts'
import { html, type Content } from '../../render/html.ts'
import type { DraftFile } from '../../store/drafts.ts'
import { formatCount } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { findUnanswerable, nothingFits } from './nothing-fits.ts'
import { personName } from './person-name.ts'
import { photographPart } from './photograph.ts'
import { questionField } from './question-field.ts'
import { factAsked, fieldsOf, type Asking } from './question-options.ts'
import type { Question } from './questions.ts'
import type { Faults } from './read-answers.ts'
import { recordWords } from './record-words.ts'
import { formToken } from '../../service/identity/secret-token.ts'
import { unsentFields } from './unsent-form.ts'
import { answersForm, postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type QuestionShown = {
  readonly question: Question
  readonly asking: Asking
  /** Where the answers go; the same address shows the question. */
  readonly path: string
  readonly back: string
  readonly faults?: Faults
  /** Rooms for documents that are still empty. */
  readonly blankPapers?: number
  readonly files?: readonly DraftFile[]
  /** Why a file was not taken. */
  readonly fileFault?: string | undefined
  readonly draftId?: string | undefined
}

/** One question, and nothing else: its errors at the top, what was typed before, a way back. */
export function questionPage(request: WorkRequest, shown: QuestionShown): Answer {
  const { visitor } = request
  const { question, asking, path, back, faults = {}, blankPapers = 1, fileFault, draftId } = shown
  const { language } = asking
  const words = recordWords[language]
  const title = words.questions[question.id]
  const found = [...Object.entries(faults), ...(fileFault === undefined ? [] : [['file', fileFault] as const])]
  const isPhotograph = question.fields.some(({ as }) => as === 'photograph')
  const isFiles = question.fields.some(({ as }) => as === 'files')
  const missing = findUnanswerable(question, asking)
  return {
    status: found.length > 0 ? 422 : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title, inProgress: !missing, problem: found.length === 0 || missing ? undefined : { title: words.answerProblem, text: words.problemText, links: found.map(([id, name]) => ({ href: `#${id}`, name })) },
      main: html`<p><a href="${hrefTo(language, back)}">${words.back}</a></p>
${asking.about ? html`<p class="whose">${words.whose(personName(asking.about.state))}</p>` : null}<h1>${title}</h1>
${request.query.has('kept') ? html`<p class="notice" role="status">${words.kept}</p>` : null}${asking.about && asking.about.purpose === undefined && question.fields.some(({ as, ...rest }) => as === 'records' || ('thing' in rest && rest.thing === 'fact-record')) ? html`<p class="notice">${words.protectedRecords}</p>` : null}${waitingPart(question, asking)}${isFiles ? filesPart(visitor.token, language, draftId ?? '', shown.files ?? [], fileFault) : isPhotograph ? photographPart(visitor.token, language, draftId ?? '', shown.files ?? [], fileFault) : null}
${missing ? nothingFits(missing, asking) : postForm({ action: hrefTo(language, path), token: visitor.token, button: words.next, fields: html`${unsentFields(request)}<input type="hidden" name="seen" value="${asking.about?.state.version ?? 0}">${fieldsOf(question, asking).map((field) => questionField(field, asking, faults, blankPapers))}`, attributes: answersForm })}
${draftId === undefined ? null : postForm({ action: hrefTo(language, `/work/drafts/${draftId}/discard`), token: visitor.token, button: words.discard, quiet: true })}`,
    }),
  }
}

/** Facts that wait for a second person, beside the question which fact it is; of the one that was chosen, beside what is known of it. */
function waitingPart(question: Question, asking: Asking): Content {
  const { about, language, waiting = [] } = asking
  const { several: words } = recordWords[language]
  const chosen = question.fields.some(({ as }) => as === 'fact') ? undefined : factAsked(asking)
  const shown = question.fields.some(({ as, name }) => as === 'fact' || name === 'value') ? waiting.filter(({ fact }) => chosen === undefined || fact === chosen) : []
  if (!about || shown.length === 0) return null
  return html`<section class="notice" aria-labelledby="waiting"><h2 id="waiting">${words.waits}</h2><p>${chosen === undefined ? words.waitsText : words.waitsChosen}</p>
<ul>${shown.map((one) => html`<li>${factName(one.fact, language)}${one.destination === undefined ? null : ` (${stateName(one.destination, language)})`} – <a href="${hrefTo(language, `/work/approvals/${one.proposalId}`)}">${recordWords[language].done.proposal}</a></li>`)}</ul></section>
`
}

/** Files are added one by one, each looked through at once. */
function filesPart(token: string, language: Language, draftId: string, files: readonly DraftFile[], fault: string | undefined): Content {
  const { files: words } = recordWords[language]
  const path = `/work/drafts/${draftId}/files`
  return html`<h2>${words.added}</h2>${files.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${files.map(({ ordinal, name, bytes }) => html`<li>${name} (${words.bytes(formatCount(bytes.length, language))}) ${postForm({ action: hrefTo(language, `${path}/remove`), token, button: words.remove, named: words.removeNamed(name), quiet: true, fields: html`<input type="hidden" name="ordinal" value="${ordinal}">` })}</li>`)}</ul>`}
<form class="act" method="post" enctype="multipart/form-data" action="${hrefTo(language, `${path}/add`)}"><input type="hidden" name="form" value="${formToken(token)}">
<p class="field"><label for="file">${words.label}</label><span class="hint" id="file-hint">${words.hint}</span>${fault === undefined ? null : html`<span class="unmet" id="file-error">${fault}</span>`}
<input type="file" id="file" name="file" accept="image/jpeg,image/png,application/pdf" aria-describedby="file-hint${fault === undefined ? null : html` file-error`}"${fault === undefined ? null : html` aria-invalid="true"`}></p>
<button>${words.add}</button></form>
`
}
