import { html, type Content } from '../../render/html.ts'
import type { Packet } from '../../service/documents/read-packet.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import type { Preview } from '../../service/drafts/preview-command.ts'
import type { SubmitRefusal } from '../../service/work/submit-command.ts'
import { isProtectedEvent } from '../../service/work/what-is-protected.ts'
import type { DraftFile } from '../../store/drafts.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import { formatDay, formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { gatesPanel } from '../parts/gates-panel.ts'
import { interruptionCard } from '../parts/interruption-card.ts'
import { summaryList, type SummaryRow } from '../parts/summary-list.ts'
import { timeline } from '../parts/timeline.ts'
import { partWords } from '../parts/part-words.ts'
import { caseWords } from './case-words.ts'
import { eventSentence } from './event-sentence.ts'
import { draftOf } from './packet-page.ts'
import { personName } from './person-name.ts'
import { fieldsOf, type Asking } from './question-options.ts'
import { plans, type Question } from './questions.ts'
import { recordRefusal, whereRefused } from './record-refusal.ts'
import { recordWords } from './record-words.ts'
import { saidGates } from './said-gates.ts'
import { shownAnswer } from './shown-answer.ts'
import { postForm, workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

export type CheckShown = {
  readonly kind: RecordedKind
  readonly draftId: string
  readonly asking: Asking
  readonly files: readonly DraftFile[]
  readonly today: string
  /** The version that the person saw before this page; what came after it is told. */
  readonly seenVersion: number
  readonly preview?: Preview | undefined
  /** Why it was not recorded just now. */
  readonly refusal?: SubmitRefusal | undefined
  /** For a request: what the state would receive, or why nothing could leave. */
  readonly packet?: Packet | undefined
  readonly timeZone: string
}

const statusOf: Readonly<Record<string, number>> = { 'stale-version': 409, 'not-reached': 404 }

/** Every answer once more, what the gates say to it, and what happened meanwhile; then it is recorded, or what cannot be undone is asked once more. */
export function checkPage({ visitor }: WorkRequest, shown: CheckShown): Answer {
  const { kind, draftId, asking, refusal, preview } = shown
  const { language, about } = asking
  const words = recordWords[language]
  const path = `/work/drafts/${draftId}/check`
  const version = about?.state.version ?? 0
  const card = words.sure[kind]
  const where = refusal && whereRefused(plans[kind], refusal)
  return {
    status: refusal ? (statusOf[refusal.code] ?? 422) : 200,
    page: workFrame({ ...visitor, address: { language, path, search: '' } }, {
      title: words.checkTitle,
      problem: refusal && { title: words.problem, text: recordRefusal(refusal, language), links: where ? [{ href: hrefTo(language, `/work/drafts/${draftId}/${where.question}`), name: words.questions[where.question as Question['id']] }] : preview?.gates ? [{ href: '#gates', name: words.gates.title }] : [] },
      main: [
        html`${about ? html`<p><a href="${hrefTo(language, `/work/cases/${about.caseId}`)}">${words.toCase}</a></p><p class="whose">${words.whose(personName(about.state))}</p>` : null}<h1>${words.checkTitle}</h1><p class="lead">${words.commands[kind]}. ${words.checkLead}</p>`,
        meanwhile(shown),
        summaryList(rowsOf(shown)),
        packetPart(shown),
        previewPart(shown),
        card === undefined
          ? postForm({ action: hrefTo(language, path), token: visitor.token, button: preview?.takesTwo ? words.propose : words.submit, fields: html`<input type="hidden" name="version" value="${version}">` })
          : html`<p><a class="button" href="${hrefTo(language, `/work/drafts/${draftId}/sure`, { version })}">${words.goOn}</a></p>`,
        postForm({ action: hrefTo(language, `/work/drafts/${draftId}/discard`), token: visitor.token, button: words.discard, quiet: true }),
      ],
    }),
  }
}

/** Before what leaves the authority or cannot be undone; where it takes a second person, the button says that it only proposes. */
export function surePage({ visitor }: WorkRequest, { kind, draftId, version, about, language, takesTwo }: Pick<CheckShown, 'kind' | 'draftId'> & { readonly version: number; readonly about: CaseToRecord | undefined; readonly language: Language; readonly takesTwo: boolean }): Answer {
  const words = recordWords[language]
  const card = words.sure[kind] ?? { heading: words.checkTitle, text: words.checkLead, button: words.submit }
  return {
    status: 200,
    page: workFrame(visitor, {
      title: card.heading,
      main: interruptionCard({
        heading: card.heading, text: html`${about ? html`<p class="whose">${words.whose(personName(about.state))}</p>` : null}<p>${card.text}</p>${takesTwo ? html`<p class="notice">${words.gates.takesTwo}</p>` : null}`,
        actions: html`${postForm({ action: hrefTo(language, `/work/drafts/${draftId}/check`), token: visitor.token, button: takesTwo ? words.propose : card.button, fields: html`<input type="hidden" name="version" value="${version}">` })}<p><a href="${hrefTo(language, `/work/drafts/${draftId}/check`)}">${words.sureBack}</a></p>`,
      }),
    }),
  }
}

function rowsOf({ kind, draftId, asking, files, today }: CheckShown): readonly SummaryRow[] {
  const { language } = asking
  const words = recordWords[language]
  const rows = plans[kind].questions.flatMap((question) => fieldsOf(question, asking).map((field): SummaryRow => {
    const name = words.fields[field.name]
    return { name, value: shownAnswer(field, asking, files), change: { href: hrefTo(language, `/work/drafts/${draftId}/${question.id}`), name: words.change, said: words.changes(name) } }
  }))
  return plans[kind].today ? [...rows, { name: words.when, value: words.today(formatDay(today, language)) }] : rows
}

/** What others recorded since this was begun. */
function meanwhile({ asking: { about, language }, seenVersion, timeZone }: CheckShown): Content {
  if (!about || about.state.version <= seenVersion) return null
  const { stale } = recordWords[language]
  const later = about.events.slice(seenVersion).filter(({ event }) => about.purpose !== undefined || !isProtectedEvent(event))
  return html`<section class="notice" aria-labelledby="meanwhile"><h2 id="meanwhile">${stale.title}</h2><p>${stale.text}</p>
${timeline(later.toReversed().map(({ event, recordedAt, recordedBy }) => ({ at: formatMoment(recordedAt, timeZone, language), by: recordedBy, text: eventSentence(event, about.purpose !== undefined, language, about.book) })), language)}</section>
`
}

function previewPart({ asking: { about, language }, preview, refusal }: CheckShown): Content {
  const words = recordWords[language].gates
  const two = preview?.takesTwo ? html`<p class="notice">${words.takesTwo}</p>` : null
  const said = preview?.refusal && preview.refusal.code !== refusal?.code && preview.refusal.code !== 'gate-held' && !preview.takesTwo ? html`<div class="notice"><p class="strong">${words.wouldRefuse}</p><p>${recordRefusal(preview.refusal, language)}</p></div>` : null
  const ends = preview && preview.endsWaiting > 0 && !preview.refusal ? html`<p class="notice">${words.endsWaiting(preview.endsWaiting)}</p>` : null
  if (!about || !preview?.gates) return [two, ends, said]
  const { step, answer, destination, place } = preview.gates
  const name = caseWords[language].steps[step]
  return [two, ends, said, html`<section aria-labelledby="gates"><h2 id="gates" tabindex="-1">${words.title}</h2><p>${answer.state === 'open' ? words.open(name) : words.held(name)}</p>
${gatesPanel(saidGates({ destination, ...(place === undefined ? {} : { place }), steps: [{ step, answer }] }, about.book, about.today, language), language)}${about.purpose === undefined ? html`<p class="note">${partWords[language].gates.protectedToo}</p>` : null}</section>
`]
}

function packetPart({ packet, asking: { language } }: CheckShown): Content {
  if (packet === undefined) return null
  const words = recordWords[language].packet
  return html`<section aria-labelledby="packet"><h2 id="packet">${words.title}</h2><p>${words.text}</p>${draftOf(packet, language)}</section>
`
}
