import type { SubmitRefusal } from '../../service/work/submit-command.ts'
import type { Language } from '../../text/language.ts'
import { caseWords } from './case-words.ts'
import type { Plan } from './questions.ts'
import { recordWords, refusalWords } from './record-words.ts'

/** Why something was not recorded and what to do, in words. */
export function recordRefusal(refusal: SubmitRefusal, language: Language): string {
  const { gates, stale, notReached } = recordWords[language]
  const { inner, outbound, fileNotClean } = refusalWords[language]
  if (refusal.code === 'not-reached') return notReached
  if (refusal.code === 'stale-version') return stale.changed
  if (refusal.code === 'gate-held') return gates.refused(caseWords[language].steps[refusal.step])
  if (refusal.code === 'outbound') return say(outbound.refusals, refusal.why)
  if (refusal.code === 'file-not-clean') return [fileNotClean(refusal.file), ...refusal.findings.map((finding) => outbound.findings[finding.code](finding))].join(' ')
  return say(inner, refusal)
}

// A refusal's code chooses its sentence, so the facts are the ones that the sentence takes; a test says that each has one.
function say(sentences: object, refusal: { readonly code: string }): string {
  const sentence = (sentences as Readonly<Record<string, ((facts: object) => string) | undefined>>)[refusal.code]
  return sentence ? sentence(refusal) : refusal.code
}

// What a refusal is about where it does not name the field itself.
const aboutFields: Readonly<Record<string, readonly string[]>> = {
  'no-source': ['source'], 'not-today': ['on'], 'out-of-order': ['on', 'heldOn', 'validUntil'], 'unknown-country': ['country', 'destination', 'bornInCountry', 'identityDocuments'], 'status-code-as-country': ['country', 'destination', 'bornInCountry', 'identityDocuments'],
  'own-state-as-destination': ['destination'], 'unknown-destination': ['destination'], 'destination-already-proposed': ['destination'], 'destination-set-aside': ['destination'], 'destination-not-asked': ['destination'], 'no-other-answer-period': ['destination'], 'fact-needs-destination': ['destination'], 'fact-has-no-destination': ['destination'], 'fact-has-no-place': ['place'],
  'unknown-fact': ['fact'], 'fact-is-computed': ['fact'], 'unknown-fact-record': ['corrects', 'factIds'], 'already-corrected': ['corrects'], 'not-a-recipient': ['owed'], 'unknown-correction': ['owed'], 'unknown-nationality': ['country'], 'nationality-already-recorded': ['country'], 'unknown-order': ['orderId'], 'order-ended': ['orderId'],
  'unknown-counsel': ['counselId'], 'counsel-ended': ['counselId'], 'no-counsel': ['to'], 'same-officer': ['officer'], 'unknown-agreement': ['agreement'], 'request-already-open': ['consulate', 'documentType'], 'outcome-cannot-follow': ['outcome'], 'outcome-follows-from-another-command': ['outcome'], 'not-deemed-accepted': ['outcome'],
  'unknown-document': ['documentId'], 'document-lost': ['documentId'], 'document-not-valid': ['departsOn', 'documentId'], 'document-for-another-destination': ['destination'], 'document-not-issued': ['requestId'], 'reason-does-not-fit': ['reason'], 'still-open': ['reason'], 'person-has-not-left': ['reason'], 'not-confirmed': ['reason'], 'file-not-clean': ['files'],
  'unknown-request': ['requestId'], 'request-not-drafted': ['requestId'], 'request-not-checked': ['requestId'], 'request-not-approved': ['requestId'], 'request-not-sent': ['requestId'], 'request-already-sent': ['requestId'], 'request-left-elsewhere': ['owed'], 'request-ended': ['requestId', 'owed'], 'already-acknowledged': ['requestId'],
  'unknown-booking': ['bookingId'], 'booking-cancelled': ['bookingId'], 'already-handed-over': ['bookingId'], 'not-the-booked-day': ['bookingId'], 'no-such-removal': ['bookingId'], 'removal-not-found-unlawful': ['bookingId'],
}

/** The question and the field that a refusal is about; undefined when it is about none of them. */
export function whereRefused({ questions }: Plan, refusal: SubmitRefusal): { readonly question: string; readonly field: string } | undefined {
  const named = refusal.code === 'outbound' ? outboundFields(refusal.why) : 'field' in refusal ? [refusal.field.split('.')[0] ?? '', refusal.field.split('.').at(-1) ?? ''] : (aboutFields[refusal.code] ?? [])
  for (const field of named) {
    const question = questions.find(({ fields }) => fields.some(({ name }) => name === field))
    if (question) return { question: question.id, field }
  }
  return undefined
}

// Of what leaves, what an agreement requires is asked here; the rest is in the file of the case, or among the files.
function outboundFields(why: object): readonly string[] {
  const [field = ''] = ('field' in why && typeof why.field === 'string' ? why.field : 'for' in why && typeof why.for === 'string' ? why.for : '').split('.')
  return [field === 'visa' ? 'visaNumber' : field, 'files']
}
