import type { RecordedKind, record } from '../../text/en/record.ts'
import type { ExtraDatum } from './extras.ts'

/** Things of a case from which one is chosen; what fits now is asked in `options-of-field.ts`. */
export type Thing = 'nationality' | 'order' | 'proposed' | 'asked' | 'counsel' | 'drafted' | 'checked' | 'approved' | 'with-state' | 'decided-or-not' | 'awaited' | 'any-request' | 'issued' | 'document' | 'usable-document' | 'booking' | 'unlawful-booking' | 'removed-booking' | 'fact-record' | 'owed' | 'owed-request' | 'officer'

/** Closed lists from which one is chosen. */
export type List = 'jurisdiction' | 'sex' | 'value' | 'to' | 'answer' | 'basis' | 'order-kind' | 'finding' | 'close-reason' | 'document-type' | 'outcome' | 'withdrawal' | 'confirmation' | 'arrival' | 'clause' | 'aside-clause' | 'agreement'

export type FieldName = keyof typeof record.fields

export type Field = {
  readonly name: FieldName
  readonly optional?: true
  /** Only where the fact that was chosen is about a state, or about a part of one; or where the agreement of the request requires it. */
  readonly onlyFor?: 'destination' | 'place' | ExtraDatum
} & (
  | { readonly as: 'line' | 'lines' | 'birth' | 'yes-or-no' | 'country' | 'country-ever' | 'destination' | 'fact' | 'records' | 'papers' | 'files' | 'photograph' }
  | { readonly as: 'day'; readonly is: 'past' | 'coming' | 'any' }
  | { readonly as: 'list'; readonly list: List }
  | { readonly as: 'thing'; readonly thing: Thing }
)

export type Question = { readonly id: keyof typeof record.questions; readonly fields: readonly Field[] }

export type Plan = {
  readonly group: keyof typeof record.groups
  readonly questions: readonly Question[]
  /** The field for the id of what is made: nobody types ids. */
  readonly made?: string
  /** Done on the day on which it is recorded: the day is not asked. */
  readonly today?: true
}

const on = { name: 'on', as: 'day', is: 'past' } as const
const source = { name: 'source', as: 'line' } as const
const when: Question = { id: 'when', fields: [on, source] }
const bySource: Question = { id: 'source', fields: [source] }
const day: Question = { id: 'day', fields: [on] }
const why: Question = { id: 'why', fields: [{ name: 'reason', as: 'lines' }] }
const thing = (id: Question['id'], name: FieldName, which: Thing): Question => ({ id, fields: [{ name, as: 'thing', thing: which }] })
const list = (name: FieldName, which: List): Field => ({ name, as: 'list', list: which })
const request = (which: Thing) => thing('which-request', 'requestId', which)
const booking = (which: Thing) => thing('which-booking', 'bookingId', which)
const place = { name: 'place', as: 'line', optional: true } as const
const extras: Question = { id: 'extras', fields: [
  { name: 'otherNames', as: 'lines', optional: true, onlyFor: 'other-names' }, { name: 'height', as: 'line', optional: true, onlyFor: 'height' }, { name: 'fingerprints', as: 'line', optional: true, onlyFor: 'fingerprints' },
  { name: 'visaNumber', as: 'line', optional: true, onlyFor: 'visa' }, { name: 'visaFrom', as: 'day', is: 'any', optional: true, onlyFor: 'visa' }, { name: 'visaUntil', as: 'day', is: 'any', optional: true, onlyFor: 'visa' },
] }
const who: readonly Question[] = [
  { id: 'person', fields: [{ name: 'familyName', as: 'line', optional: true }, { name: 'givenNames', as: 'line', optional: true }, list('sex', 'sex')] },
  { id: 'birth', fields: [{ name: 'bornOn', as: 'birth', optional: true }, { name: 'bornIn', as: 'line', optional: true }, { name: 'bornInCountry', as: 'country-ever', optional: true }] },
  { id: 'papers', fields: [{ name: 'identityDocuments', as: 'papers', optional: true }] },
]
const known: Question = { id: 'fact-value', fields: [list('value', 'value'), on, { name: 'destination', as: 'country', optional: true, onlyFor: 'destination' }, { ...place, onlyFor: 'place' }, source] }
const asked: readonly Field[] = [{ name: 'consulate', as: 'line' }, list('documentType', 'document-type'), { name: 'agreement', as: 'list', list: 'agreement', optional: true }]

/** What is asked for each command that an officer gives, in its order: one description, from which every page is made. */
export const plans: { readonly [Kind in RecordedKind]: Plan } = {
  'open-case': { group: 'file', questions: [{ id: 'law', fields: [list('jurisdiction', 'jurisdiction')] }, ...who, when] },
  'record-identity': { group: 'person', questions: [...who, { id: 'photograph', fields: [{ name: 'photograph', as: 'photograph', optional: true }] }, bySource] },
  'record-nationality': { group: 'person', questions: [{ id: 'nationality', fields: [{ name: 'country', as: 'country' }, list('basis', 'basis')] }, when] },
  'withdraw-nationality': { group: 'person', questions: [thing('which-nationality', 'country', 'nationality'), when] },
  'record-order': { group: 'file', made: 'orderId', questions: [{ id: 'order-kind', fields: [list('orderKind', 'order-kind')] }, when] },
  'end-order': { group: 'file', questions: [thing('which-order', 'orderId', 'order'), why, when] },
  'assign-officer': { group: 'file', questions: [{ id: 'officer', fields: [{ name: 'officer', as: 'thing', thing: 'officer' }, { name: 'note', as: 'lines' }] }] },
  'travel-with': { group: 'movement', questions: [{ id: 'group', fields: [{ name: 'group', as: 'line' }] }] },
  'travel-alone': { group: 'movement', questions: [{ id: 'alone', fields: [] }] },
  'close-case': { group: 'file', questions: [{ id: 'close', fields: [list('reason', 'close-reason')] }, day] },
  'reopen-case': { group: 'file', questions: [why, day] },
  'record-fact': { group: 'facts', made: 'factId', questions: [{ id: 'fact', fields: [{ name: 'fact', as: 'fact' }] }, known] },
  'correct-fact': { group: 'facts', made: 'factId', questions: [thing('which-record', 'corrects', 'fact-record'), known] },
  'tell-recipient': { group: 'facts', questions: [thing('whom-told', 'owed', 'owed'), when] },
  'send-correction': { group: 'facts', today: true, questions: [thing('which-correction', 'owed', 'owed-request'), extras, { id: 'files', fields: [{ name: 'files', as: 'files', optional: true }] }] },
  'record-risk': { group: 'facts', made: 'riskId', questions: [{ id: 'risk-where', fields: [{ name: 'destination', as: 'destination' }] }, { id: 'risk', fields: [list('finding', 'finding'), { name: 'reasons', as: 'lines' }] }, day] },
  'record-detention': { group: 'person', questions: [{ id: 'detained', fields: [{ name: 'detained', as: 'yes-or-no' }] }, when] },
  'record-custody-review': { group: 'person', questions: [when] },
  'propose-destination': { group: 'destination', questions: [{ id: 'destination', fields: [{ name: 'destination', as: 'destination' }, place, list('clause', 'clause')] }, when] },
  'ask-destination': { group: 'destination', today: true, questions: [thing('which-destination', 'destination', 'proposed'), bySource] },
  'record-destination-answer': { group: 'destination', questions: [{ id: 'answer', fields: [{ name: 'destination', as: 'thing', thing: 'asked' }, list('answer', 'answer')] }, when] },
  'set-answer-period': { group: 'destination', questions: [{ id: 'answer-by', fields: [{ name: 'destination', as: 'thing', thing: 'asked' }, { name: 'answerBy', as: 'day', is: 'any' }] }, when] },
  'set-destination-aside': { group: 'destination', questions: [{ id: 'aside', fields: [{ name: 'destination', as: 'thing', thing: 'proposed' }, list('clause', 'aside-clause')] }, why, when] },
  'make-contact': { group: 'destination', today: true, questions: [{ id: 'which-destination', fields: [{ name: 'destination', as: 'destination' }] }] },
  'record-counsel': { group: 'person', made: 'counselId', questions: [{ id: 'counsel', fields: [{ name: 'name', as: 'line' }, { name: 'address', as: 'lines' }, on] }] },
  'end-counsel': { group: 'person', questions: [thing('which-counsel', 'counselId', 'counsel'), day] },
  'give-notice': { group: 'person', made: 'noticeId', questions: [{ id: 'notice', fields: [list('to', 'to'), { name: 'about', as: 'line' }] }, { id: 'notice-records', fields: [{ name: 'factIds', as: 'records', optional: true }] }, when] },
  'give-person-copy': { group: 'person', questions: [request('any-request'), { id: 'receipt', fields: [on, { name: 'receipt', as: 'line' }] }] },
  'record-availability': { group: 'person', questions: [{ id: 'available', fields: [{ name: 'available', as: 'yes-or-no' }] }, when] },
  'draft-request': { group: 'request', made: 'requestId', today: true, questions: [{ id: 'request-to', fields: [{ name: 'destination', as: 'destination' }] }, { id: 'request-what', fields: asked }] },
  'record-earlier-request': { group: 'request', made: 'requestId', questions: [{ id: 'request-to', fields: [{ name: 'destination', as: 'destination' }] }, { id: 'request-what', fields: asked }, { id: 'earlier-when', fields: [{ name: 'draftedOn', as: 'day', is: 'past', optional: true }, on, source] }] },
  'check-request': { group: 'request', today: true, questions: [request('drafted')] },
  'approve-request': { group: 'request', today: true, questions: [request('checked')] },
  'send-request': { group: 'request', today: true, questions: [request('approved'), extras, { id: 'files', fields: [{ name: 'files', as: 'files', optional: true }] }] },
  'acknowledge-request': { group: 'request', questions: [request('with-state'), when] },
  'arrange-interview': { group: 'request', questions: [request('with-state'), { id: 'interview-day', fields: [{ name: 'heldOn', as: 'day', is: 'coming' }] }] },
  'hold-interview': { group: 'request', today: true, questions: [request('with-state')] },
  'record-outcome': { group: 'request', questions: [request('decided-or-not'), { id: 'outcome', fields: [list('outcome', 'outcome'), on, source] }] },
  'withdraw-request': { group: 'request', today: true, questions: [request('awaited'), { id: 'withdraw-why', fields: [list('reason', 'withdrawal')] }] },
  'take-document': { group: 'movement', made: 'documentId', today: true, questions: [{ id: 'document-request', fields: [{ name: 'requestId', as: 'thing', thing: 'issued', optional: true }] }, { id: 'document-what', fields: [{ name: 'destination', as: 'destination' }, list('documentType', 'document-type')] }, { id: 'validity', fields: [{ name: 'validFrom', as: 'day', is: 'any' }, { name: 'validUntil', as: 'day', is: 'coming' }, source] }] },
  'lose-document': { group: 'movement', questions: [thing('which-document', 'documentId', 'document'), when] },
  'make-booking': { group: 'movement', made: 'bookingId', today: true, questions: [thing('which-document', 'documentId', 'usable-document'), { id: 'journey', fields: [{ name: 'destination', as: 'destination' }, place, { name: 'departsOn', as: 'day', is: 'coming' }] }] },
  'cancel-booking': { group: 'movement', today: true, questions: [booking('booking')] },
  'hand-over': { group: 'movement', today: true, questions: [booking('booking')] },
  depart: { group: 'movement', today: true, questions: [booking('booking')] },
  'record-left': { group: 'movement', questions: [when] },
  'confirm-departure': { group: 'movement', questions: [{ id: 'how-known', fields: [list('how', 'confirmation')] }, when] },
  'record-arrival': { group: 'movement', questions: [{ id: 'arrival', fields: [list('outcome', 'arrival')] }, when] },
  'record-unlawful-removal': { group: 'movement', questions: [booking('removed-booking'), when] },
  'record-return-considered': { group: 'movement', questions: [booking('unlawful-booking'), when] },
}

export const recordedKinds = Object.keys(plans) as readonly RecordedKind[]

export function isRecordedKind(kind: string): kind is RecordedKind {
  return Object.hasOwn(plans, kind)
}
