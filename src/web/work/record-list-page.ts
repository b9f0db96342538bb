import type { Agreement } from '../../casework/agreement.ts'
import { hasLeft } from '../../casework/case-state.ts'
import { html, type Markup } from '../../render/html.ts'
import { mergeWords } from '../../service/approvals/approval-words.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import type { Answer } from '../error-pages.ts'
import { personName } from './person-name.ts'
import { optionsOf } from './question-options.ts'
import { plans, recordedKinds } from './questions.ts'
import { recordWords } from './record-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** What happened? Everything that can be recorded in a case: what fits it now first, and nothing hidden. */
export function recordListPage({ visitor }: WorkRequest, about: CaseToRecord, agreements: readonly Agreement[]): Answer {
  const { language } = visitor.address
  const words = recordWords[language]
  const path = `/work/cases/${about.caseId}`
  const ofCase = recordedKinds.filter((kind) => kind !== 'open-case')
  const now = ofCase.filter((kind) => fitsNow(kind, about, agreements))
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.listTitle,
      main: html`<p><a href="${hrefTo(language, path)}">${words.toCase}</a></p><p class="whose">${words.whose(personName(about.state))}</p><h1>${words.listTitle}</h1><p class="lead">${words.listLead}</p>
<p><a href="${hrefTo(language, `${path}/facts`)}">${words.severalFacts}</a></p>
<h2>${words.listNow}</h2>${groupsOf(now, path, language)}
<p><a href="${hrefTo(language, `${path}/merge`)}">${mergeWords[language].link}</a></p>
<details><summary>${words.listOther}</summary><p class="note">${words.listOtherText}</p>${groupsOf(ofCase.filter((kind) => !now.includes(kind)), path, language)}</details>`,
    }),
  }
}

function groupsOf(kinds: readonly RecordedKind[], path: string, language: Language): readonly Markup[] {
  const words = recordWords[language]
  return Object.entries(words.groups).flatMap(([group, name]) => {
    const some = kinds.filter((kind) => plans[kind].group === group)
    return some.length === 0 ? [] : [html`<h3>${name}</h3><ul class="links">${some.map((kind) => html`<li><a href="${hrefTo(language, `${path}/record/${kind}`)}">${words.commands[kind]}</a></li>`)}</ul>
`]
  })
}

// What needs something to choose fits when there is something; the rest by where the person and the file are. Casework has the last word.
const onClosed: ReadonlySet<RecordedKind> = new Set<RecordedKind>(['record-fact', 'correct-fact', 'tell-recipient', 'send-correction', 'give-notice', 'give-person-copy', 'record-identity', 'record-nationality', 'withdraw-nationality', 'end-order', 'assign-officer', 'reopen-case', 'confirm-departure', 'record-arrival', 'record-unlawful-removal', 'record-counsel', 'end-counsel'])
const afterLeaving: ReadonlySet<RecordedKind> = new Set<RecordedKind>(['confirm-departure', 'record-arrival', 'record-unlawful-removal', 'record-return-considered'])
const beforeLeaving: ReadonlySet<RecordedKind> = new Set<RecordedKind>(['make-contact', 'ask-destination', 'draft-request', 'send-request', 'hold-interview', 'take-document', 'make-booking', 'hand-over', 'depart', 'record-left', 'propose-destination', 'record-risk', 'arrange-interview'])

function fitsNow(kind: RecordedKind, about: CaseToRecord, agreements: readonly Agreement[]): boolean {
  const { state } = about
  if (state.closed ? !onClosed.has(kind) : kind === 'reopen-case') return false
  if (hasLeft(state) ? beforeLeaving.has(kind) : afterLeaving.has(kind) && state.departures.length === 0) return false
  if (kind === 'travel-alone') return state.travelGroup !== undefined
  if (kind === 'record-custody-review') return state.detentions.at(-1)?.detained !== false
  return plans[kind].questions.every(({ fields }) => fields.every((field) => field.as !== 'thing' || field.optional === true || (optionsOf(field, { language: 'en', answers: {}, agreements, about }) ?? []).length > 0))
}
