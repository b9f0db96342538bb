import type { CaseState, Request } from './case-state.ts'
import { checkNotBefore, checkPastDay } from './check-day.ts'
import { checkListed, checkSource, firstOf } from './check-value.ts'
import type { Context, RequestCommand } from './command.ts'
import { whyNotDeemed } from './deemed-acceptance.ts'
import { requestOutcomes, type RequestOutcome } from './lists.ts'
import type { CaseRefusal } from './refusal.ts'
import { lastOutcome } from './request-standing.ts'

type RecordOutcome = Extract<RequestCommand, { kind: 'record-outcome' }>

// What a state may answer while it has said nothing that decides.
const anyAnswer = ['issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'no-statement', 'insufficient-information', 'refused-policy', 'nationality-disputed'] as const

/**
 * What may follow what. Silence (`no-response`) may be recorded again and again and followed by any answer: it is no refusal.
 * A state that said no has answered; what it says later, on new evidence, answers a new request.
 */
const mayFollow: Readonly<Record<RequestOutcome | 'none', readonly RequestOutcome[]>> = {
  none: [...anyAnswer, 'no-response', 'deemed-accepted'],
  'no-response': [...anyAnswer, 'no-response', 'deemed-accepted'],
  'no-statement': [...anyAnswer, 'no-response'],
  'insufficient-information': [...anyAnswer, 'no-response'],
  'nationality-confirmed-no-document': ['issued', 'issued-conditions', 'agreed-at-border', 'refused-policy', 'nationality-disputed'],
  'deemed-accepted': ['issued', 'issued-conditions', 'agreed-at-border', 'nationality-confirmed-no-document', 'nationality-not-confirmed', 'refused-policy', 'nationality-disputed', 'expired-unused'],
  issued: ['expired-unused', 'nationality-disputed'],
  'issued-conditions': ['issued', 'expired-unused', 'nationality-disputed'],
  'agreed-at-border': ['issued', 'issued-conditions', 'expired-unused', 'nationality-disputed'],
  'nationality-not-confirmed': ['nationality-disputed'],
  'refused-policy': [],
  'withdrawn-authority': [],
  'expired-unused': [],
  'issued-refused-on-arrival': [],
  'nationality-disputed': [],
}

/** Why this outcome cannot be recorded; undefined when it can. */
export function checkOutcome({ requestId, outcome, on, source }: RecordOutcome, request: Request, state: CaseState, { today, agreements }: Context): CaseRefusal | undefined {
  return firstOf(
    checkListed('outcome', outcome, requestOutcomes),
    request.sentOn === undefined ? { code: 'request-not-sent', requestId } : undefined,
    request.withdrawn ? { code: 'request-ended', requestId } : undefined,
    // Withdrawal has its reason, and refusal on arrival its journey: each has a command of its own.
    outcome === 'withdrawn-authority' || outcome === 'issued-refused-on-arrival' ? { code: 'outcome-follows-from-another-command', outcome } : undefined,
    checkPastDay('on', on, today),
    checkNotBefore(on, 'request-sent', request.sentOn),
    checkNotBefore(on, 'outcome-recorded', request.outcomes.at(-1)?.on),
    checkSource(source),
    checkFollows(outcome, request),
    outcome === 'deemed-accepted' ? whyNotDeemed(request, agreements, on) : undefined,
    outcome === 'expired-unused' ? checkExpired(requestId, state, today) : undefined,
  )
}

function checkFollows(outcome: RequestOutcome, request: Request): CaseRefusal | undefined {
  const standing = lastOutcome(request) ?? 'none'
  return mayFollow[standing].includes(outcome) ? undefined : { code: 'outcome-cannot-follow', outcome, standing }
}

function checkExpired(requestId: string, { documents, bookings, departures }: CaseState, today: Context['today']): CaseRefusal | undefined {
  const ofRequest = documents.filter((one) => one.requestId === requestId)
  const document = ofRequest.find((one) => ofRequest.every((other) => other.validUntil <= one.validUntil))
  if (!document) return { code: 'document-not-issued', requestId }
  const { documentId, validFrom, validUntil } = document
  if (validUntil >= today) return { code: 'day-in-future', field: 'validUntil', day: validUntil, today }
  const used = departures.some(({ bookingId }) => bookings.some((booking) => booking.bookingId === bookingId && booking.documentId === documentId))
  return used ? { code: 'document-not-valid', documentId, day: today, validFrom, validUntil } : undefined
}
