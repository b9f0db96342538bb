import type { PlainDate } from '../kernel/day.ts'
import type { Step } from '../law/rule.ts'
import type { StepAnswer } from './decide-step.ts'
import type { Decision } from './decision.ts'
import type { CloseReason, RequestOutcome } from './lists.ts'

/** Why a command was not done: a code and facts, no prose. The case is unchanged. */
export type CaseRefusal =
  | { readonly code: 'no-case' }
  | { readonly code: 'case-already-open' }
  | { readonly code: 'stale-version'; readonly expected: number; readonly actual: number }
  | { readonly code: 'case-closed'; readonly reason: CloseReason; readonly closedOn: PlainDate }
  | { readonly code: 'case-not-closed' }
  | { readonly code: 'case-merged'; readonly into: string }
  | { readonly code: 'case-not-merged' }
  | { readonly code: 'person-has-left'; readonly leftOn: PlainDate }
  | { readonly code: 'person-has-not-left' }
  // Days
  | { readonly code: 'impossible-day'; readonly field: string; readonly value: string }
  | { readonly code: 'day-in-future'; readonly field: string; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: 'day-in-past'; readonly field: string; readonly day: PlainDate; readonly today: PlainDate }
  /** A step is taken on the day on which its gates are asked. */
  | { readonly code: 'not-today'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: 'out-of-order'; readonly day: PlainDate; readonly after: string; readonly afterDay: PlainDate }
  // Values
  | { readonly code: 'empty-field'; readonly field: string }
  /** `allowed`: what may stand there; absent where no list is short enough to say. */
  | { readonly code: 'not-in-list'; readonly field: string; readonly value: string; readonly allowed?: readonly string[] }
  | { readonly code: 'no-source' }
  | { readonly code: 'unknown-country'; readonly country: string }
  | { readonly code: 'status-code-as-country'; readonly country: string }
  | { readonly code: 'own-state-as-destination'; readonly country: string }
  | { readonly code: 'own-citizen'; readonly country: string }
  | { readonly code: 'id-in-use'; readonly id: string }
  // Facts
  | { readonly code: 'unknown-fact'; readonly fact: string }
  | { readonly code: 'fact-is-computed'; readonly fact: string }
  | { readonly code: 'fact-needs-destination'; readonly fact: string }
  | { readonly code: 'fact-has-no-destination'; readonly fact: string }
  | { readonly code: 'fact-has-no-place'; readonly fact: string }
  | { readonly code: 'unknown-fact-record'; readonly factId: string }
  | { readonly code: 'already-corrected'; readonly factId: string }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'unknown-correction'; readonly correctionId: string }
  | { readonly code: 'not-a-recipient'; readonly recipient: string }
  // Things of the case
  | { readonly code: 'unknown-nationality'; readonly country: string }
  | { readonly code: 'nationality-already-recorded'; readonly country: string }
  | { readonly code: 'unknown-order'; readonly orderId: string }
  | { readonly code: 'order-ended'; readonly orderId: string }
  | { readonly code: 'unknown-destination'; readonly destination: string }
  | { readonly code: 'destination-already-proposed'; readonly destination: string }
  | { readonly code: 'destination-set-aside'; readonly destination: string }
  | { readonly code: 'destination-not-asked'; readonly destination: string }
  | { readonly code: 'no-other-answer-period'; readonly destination: string; readonly clause: string }
  | { readonly code: 'unknown-counsel'; readonly counselId: string }
  | { readonly code: 'no-counsel' }
  | { readonly code: 'counsel-ended'; readonly counselId: string }
  | { readonly code: 'same-officer'; readonly officer: string }
  | { readonly code: 'not-travelling-with-others' }
  | { readonly code: 'not-detained' }
  // Requests
  | { readonly code: 'unknown-request'; readonly requestId: string }
  | { readonly code: 'unknown-agreement'; readonly agreement: string }
  | { readonly code: 'request-already-open'; readonly requestId: string }
  | { readonly code: 'request-not-drafted'; readonly requestId: string }
  | { readonly code: 'request-not-checked'; readonly requestId: string }
  | { readonly code: 'request-not-approved'; readonly requestId: string }
  | { readonly code: 'request-not-sent'; readonly requestId: string }
  | { readonly code: 'request-already-sent'; readonly requestId: string }
  /** It was sent before the case was kept here: there is no message of it that a correction could name. */
  | { readonly code: 'request-left-elsewhere'; readonly requestId: string }
  | { readonly code: 'request-ended'; readonly requestId: string }
  | { readonly code: 'already-acknowledged'; readonly requestId: string }
  | { readonly code: 'self-approval'; readonly officer: string }
  | { readonly code: 'outcome-cannot-follow'; readonly outcome: RequestOutcome; readonly standing: RequestOutcome | 'none' }
  | { readonly code: 'outcome-follows-from-another-command'; readonly outcome: RequestOutcome }
  | { readonly code: 'not-deemed-accepted'; readonly why: NotDeemed; readonly lastDay?: PlainDate }
  // Documents and movement
  | { readonly code: 'unknown-document'; readonly documentId: string }
  | { readonly code: 'document-lost'; readonly documentId: string; readonly lostOn: PlainDate }
  | { readonly code: 'document-not-valid'; readonly documentId: string; readonly day: PlainDate; readonly validFrom: PlainDate; readonly validUntil: PlainDate }
  | { readonly code: 'document-for-another-destination'; readonly documentId: string; readonly destination: string }
  | { readonly code: 'document-not-issued'; readonly requestId: string }
  | { readonly code: 'unknown-booking'; readonly bookingId: string }
  | { readonly code: 'booking-cancelled'; readonly bookingId: string }
  | { readonly code: 'booking-already-open'; readonly bookingId: string }
  | { readonly code: 'already-handed-over'; readonly bookingId: string }
  | { readonly code: 'not-the-booked-day'; readonly bookingId: string; readonly departsOn: PlainDate; readonly day: PlainDate }
  | { readonly code: 'already-confirmed' }
  | { readonly code: 'already-arrived' }
  | { readonly code: 'not-confirmed' }
  | { readonly code: 'no-such-removal'; readonly bookingId: string }
  | { readonly code: 'removal-not-found-unlawful'; readonly bookingId: string }
  | { readonly code: 'return-to-be-considered'; readonly bookingId: string; readonly foundOn: PlainDate }
  // Closing and merging
  | { readonly code: 'still-open'; readonly requests: readonly string[]; readonly bookings: readonly string[] }
  | { readonly code: 'reason-does-not-fit'; readonly reason: CloseReason }
  | { readonly code: 'other-case-missing' }
  | { readonly code: 'same-case' }
  | { readonly code: 'other-jurisdiction' }
  | { readonly code: 'minority-would-be-lost'; readonly bornOn: string }
  | { readonly code: 'not-absorbed'; readonly caseId: string }
  | { readonly code: 'already-absorbed'; readonly caseId: string }
  | { readonly code: 'still-merged'; readonly caseId: string }
  | { readonly code: 'correction-would-be-lost'; readonly factIds: readonly string[] }
  // Gates
  | { readonly code: 'gate-held'; readonly step: Step; readonly destination: string; readonly answer: StepAnswer; readonly decision: Decision }

export type NotDeemed = 'no-agreement' | 'two-agreements' | 'agreement-not-verified' | 'silence-means-nothing' | 'reply-days-not-verified' | 'not-acknowledged' | 'holidays-not-known' | 'period-not-passed' | 'answered'

export type CaseRefusalCode = CaseRefusal['code']
