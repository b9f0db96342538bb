import type { CommandRefusal } from '../service/cases/case-refusal.ts'
import { api } from '../text/en/api.ts'

export type Status = keyof typeof api.statuses
/** What only the API refuses. */
export type OwnCode = keyof typeof api.refusals
export type ProblemCode = OwnCode | CommandRefusal['code']

/** The one table from codes to statuses: 409 where the case or the law is against it, 422 where what was sent is not right. */
export const problemStatus: Readonly<Record<ProblemCode, Status>> = {
  // How it was asked
  'no-token': 401, 'not-found': 404, 'method-not-allowed': 405, 'not-json': 400, 'body-too-large': 413, 'media-type-wrong': 415, 'header-missing': 400, 'header-wrong': 400, 'version-missing': 428, 'purpose-unknown': 400,
  'query-wrong': 400, 'content-wrong': 422, 'too-many-requests': 429, 'server-fault': 500, 'search-empty': 422, 'search-needs-family-name': 422, 'search-too-short': 422, 'search-too-long': 422,
  'bad-id': 422, 'no-officer': 422, 'fictional-with-real': 409, 'unknown-command': 422, 'field-missing': 422, 'field-not-known': 422, 'field-wrong': 422, 'no-destination': 422, 'moment-in-future': 422, 'not-known-yet': 422,
  // The case
  'no-case': 404, 'case-already-open': 409, 'stale-version': 412, 'case-closed': 409, 'case-not-closed': 409, 'case-merged': 409, 'case-not-merged': 409, 'person-has-left': 409, 'person-has-not-left': 409,
  'impossible-day': 422, 'day-in-future': 422, 'day-in-past': 422, 'not-today': 409, 'out-of-order': 409,
  'empty-field': 422, 'not-in-list': 422, 'no-source': 422, 'unknown-country': 422, 'status-code-as-country': 422, 'own-state-as-destination': 422, 'own-citizen': 409, 'id-in-use': 409,
  'unknown-fact': 422, 'fact-is-computed': 422, 'fact-needs-destination': 422, 'fact-has-no-destination': 422, 'fact-has-no-place': 422, 'unknown-fact-record': 422, 'already-corrected': 409, 'nothing-changed': 409, 'unknown-correction': 422, 'not-a-recipient': 409,
  'unknown-nationality': 422, 'nationality-already-recorded': 409, 'unknown-order': 422, 'order-ended': 409, 'unknown-destination': 422, 'destination-already-proposed': 409, 'destination-set-aside': 409, 'destination-not-asked': 409, 'no-other-answer-period': 409,
  'unknown-counsel': 422, 'no-counsel': 409, 'counsel-ended': 409, 'same-officer': 409, 'not-travelling-with-others': 409, 'not-detained': 409,
  // Requests
  'unknown-request': 422, 'unknown-agreement': 422, 'request-already-open': 409, 'request-not-drafted': 409, 'request-not-checked': 409, 'request-not-approved': 409, 'request-not-sent': 409, 'request-already-sent': 409, 'request-left-elsewhere': 409, 'request-ended': 409,
  'already-acknowledged': 409, 'self-approval': 409, 'outcome-cannot-follow': 409, 'outcome-follows-from-another-command': 422, 'not-deemed-accepted': 409,
  // Documents and movement
  'unknown-document': 422, 'document-lost': 409, 'document-not-valid': 409, 'document-for-another-destination': 409, 'document-not-issued': 409, 'unknown-booking': 422, 'booking-cancelled': 409, 'booking-already-open': 409, 'already-handed-over': 409,
  'not-the-booked-day': 409, 'already-confirmed': 409, 'already-arrived': 409, 'not-confirmed': 409, 'no-such-removal': 422, 'removal-not-found-unlawful': 409, 'return-to-be-considered': 409,
  // Closing and merging
  'still-open': 409, 'reason-does-not-fit': 409, 'other-case-missing': 422, 'same-case': 422, 'other-jurisdiction': 409, 'minority-would-be-lost': 409, 'not-absorbed': 409, 'already-absorbed': 409, 'still-merged': 409, 'correction-would-be-lost': 409,
  // Gates, what leaves, and the database
  'gate-held': 409, outbound: 409, 'file-not-clean': 422, 'command-repeated-differently': 422, 'decision-missing': 409, 'decision-outdated': 409, 'text-not-storable': 422, 'log-unwitnessed': 503, 'log-halted': 503,
}

/** The status of a code; what is not known here is the case's or the law's objection. */
export function statusOf(code: string): Status {
  return isProblemCode(code) ? problemStatus[code] : 409
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemStatus, code)
}
