import { accept, refuse, type Result } from '../kernel/result.ts'
import { hasLeft, type Booking, type CaseState, type Departure, type Request, type TravelDocument } from './case-state.ts'
import { checkDestination } from './check-country.ts'
import { checkComingDay, checkDay, checkNotBefore, checkPastDay, checkToday } from './check-day.ts'
import { checkListed, checkNewId, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, MovementCommand } from './command.ts'
import { checkStillHere } from './decide-destination.ts'
import type { CaseEvent } from './event.ts'
import { arrivalOutcomes, confirmationMeans, documentTypes, type RequestOutcome } from './lists.ts'
import type { CaseRefusal } from './refusal.ts'
import { lastOutcome } from './request-standing.ts'
import { takeStep } from './take-step.ts'

type Answer = Result<Decided, CaseRefusal>
type Of<Kind extends MovementCommand['kind']> = Extract<MovementCommand, { kind: Kind }>

/** Commands about travel documents, bookings, leaving and arriving. */
export function decideMovement(command: MovementCommand, state: CaseState, context: Context): Answer {
  switch (command.kind) {
    case 'take-document': return takeDocument(command, state, context)
    case 'lose-document': return loseDocument(command, state, context)
    case 'make-booking': return makeBooking(command, state, context)
    case 'cancel-booking': return cancelBooking(command, state, context)
    case 'hand-over': return handOver(command, state, context)
    case 'depart': return depart(command, state, context)
    case 'record-left': return settle(firstOf(checkPastDay('on', command.on, context.today), checkNotBefore(command.on, 'case-opened', state.openedOn), checkStillHere(state), checkSource(command.source)), { kind: 'left-without-removal', on: command.on, source: command.source })
    case 'confirm-departure': return confirm(command, state, context)
    case 'record-arrival': return recordArrival(command, state, context)
    case 'record-unlawful-removal': return recordUnlawful(command, state, context)
    case 'record-return-considered': return recordConsidered(command, state, context)
  }
}

function takeDocument({ documentId, requestId, destination, documentType, validFrom, validUntil, on, source }: Of<'take-document'>, state: CaseState, context: Context): Answer {
  const request = state.requests.find((one) => one.requestId === requestId)
  const refusal = firstOf(
    checkNewId(documentId, state.documents.map((one) => one.documentId)), checkListed('documentType', documentType, documentTypes), checkSource(source),
    checkDay('validFrom', validFrom), checkComingDay('validUntil', validUntil, context.today), checkNotBefore(validUntil, 'validFrom', validFrom), checkStillHere(state),
    requestId === undefined ? undefined : checkIssued(requestId, request, destination),
  )
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'document', destination, on }, (decisionDigest) => ({
    kind: 'document-taken', documentId, ...(requestId === undefined ? {} : { requestId }), destination, documentType, validFrom, validUntil, on, source, decisionDigest,
  }))
}

const bringDocuments: readonly (RequestOutcome | undefined)[] = ['issued', 'issued-conditions', 'agreed-at-border', 'deemed-accepted']

function checkIssued(requestId: string, request: Request | undefined, destination: string): CaseRefusal | undefined {
  if (!request) return { code: 'unknown-request', requestId }
  if (request.destination !== destination) return { code: 'unknown-destination', destination }
  return request.withdrawn === undefined && bringDocuments.includes(lastOutcome(request)) ? undefined : { code: 'document-not-issued', requestId }
}

function loseDocument({ documentId, on, source }: Of<'lose-document'>, { documents }: CaseState, { today }: Context): Answer {
  const document = documents.find((one) => one.documentId === documentId)
  const refusal = firstOf(document ? checkNotLost(document) : { code: 'unknown-document', documentId }, checkPastDay('on', on, today), checkNotBefore(on, 'document-taken', document?.takenOn), checkSource(source))
  return settle(refusal, { kind: 'document-lost', documentId, on, source })
}

function makeBooking({ bookingId, destination, place, departsOn, documentId, on }: Of<'make-booking'>, state: CaseState, context: Context): Answer {
  const open = state.bookings.find((booking) => isOpen(booking, state))
  const refusal = firstOf(
    checkNewId(bookingId, state.bookings.map((one) => one.bookingId)), checkStillHere(state), checkDestination(destination, state.jurisdiction), checkComingDay('departsOn', departsOn, context.today),
    open && { code: 'booking-already-open', bookingId: open.bookingId },
    checkUsable(documentId, destination, departsOn, state),
  )
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'booking', destination, place, on }, (decisionDigest) => ({ kind: 'booking-made', bookingId, destination, ...(place === undefined ? {} : { place }), departsOn, documentId, on, decisionDigest }))
}

/** Refuses a document that is lost, is not valid on the day of the journey, or was made for a journey elsewhere. */
function checkUsable(documentId: string, destination: string, day: TravelDocument['validFrom'], { documents }: CaseState): CaseRefusal | undefined {
  const document = documents.find((one) => one.documentId === documentId)
  if (!document) return { code: 'unknown-document', documentId }
  const { documentType, validFrom, validUntil } = document
  // A national passport opens more than one border; every other document is for one journey to one state.
  const elsewhere = documentType !== 'national-passport' && document.destination !== destination
  return firstOf(
    checkNotLost(document),
    validFrom <= day && day <= validUntil ? undefined : { code: 'document-not-valid', documentId, day, validFrom, validUntil },
    elsewhere ? { code: 'document-for-another-destination', documentId, destination } : undefined,
  )
}

function checkNotLost({ documentId, lostOn }: TravelDocument): CaseRefusal | undefined {
  return lostOn === undefined ? undefined : { code: 'document-lost', documentId, lostOn }
}

function isOpen({ bookingId, cancelledOn }: Booking, { departures }: CaseState): boolean {
  return cancelledOn === undefined && !departures.some((one) => one.bookingId === bookingId)
}

function cancelBooking({ bookingId, on }: Of<'cancel-booking'>, state: CaseState, { today }: Context): Answer {
  const booking = state.bookings.find((one) => one.bookingId === bookingId)
  return settle(firstOf(checkOpenBooking(bookingId, booking, state), checkPastDay('on', on, today), checkNotBefore(on, 'booking-made', booking?.bookedOn)), { kind: 'booking-cancelled', bookingId, on })
}

function checkOpenBooking(bookingId: string, booking: Booking | undefined, state: CaseState): CaseRefusal | undefined {
  if (!booking) return { code: 'unknown-booking', bookingId }
  if (booking.cancelledOn !== undefined) return { code: 'booking-cancelled', bookingId }
  const used = state.departures.find((one) => one.bookingId === bookingId)
  return used && { code: 'person-has-left', leftOn: used.on }
}

function handOver({ bookingId, on }: Of<'hand-over'>, state: CaseState, context: Context): Answer {
  return useBooking(bookingId, on, state, context, (booking) => firstOf(
    booking.handedOverOn === undefined ? undefined : { code: 'already-handed-over', bookingId },
    on > booking.departsOn ? { code: 'not-the-booked-day', bookingId, departsOn: booking.departsOn, day: on } : undefined,
  ), ({ destination, place }) => takeStep(state, context, { step: 'hand-over', destination, place, on }, (decisionDigest) => ({ kind: 'handed-over', bookingId, destination, on, decisionDigest })))
}

// A journey that slips to another day is booked again: its document may not last so long.
function depart({ bookingId, on }: Of<'depart'>, state: CaseState, context: Context): Answer {
  return useBooking(bookingId, on, state, context, ({ departsOn }) => (on === departsOn ? undefined : { code: 'not-the-booked-day', bookingId, departsOn, day: on }),
    ({ destination, place }) => takeStep(state, context, { step: 'departure', destination, place, on }, (decisionDigest) => ({ kind: 'departed', bookingId, destination, on, decisionDigest })))
}

function useBooking(bookingId: string, on: Context['today'], state: CaseState, { today }: Context, check: (booking: Booking) => CaseRefusal | undefined, take: (booking: Booking) => Answer): Answer {
  const booking = state.bookings.find((one) => one.bookingId === bookingId)
  if (!booking) return refuse({ code: 'unknown-booking', bookingId })
  const refusal = firstOf(checkToday(on, today), checkOpenBooking(bookingId, booking, state), checkStillHere(state), check(booking), checkUsable(booking.documentId, booking.destination, booking.departsOn, state))
  return refusal ? refuse(refusal) : take(booking)
}

function confirm({ on, how, source }: Of<'confirm-departure'>, state: CaseState, { today }: Context): Answer {
  const last = state.departures.at(-1)
  const refusal = firstOf(
    last && hasLeft(state) ? undefined : { code: 'person-has-not-left' }, last?.confirmed ? { code: 'already-confirmed' } : undefined,
    checkListed('how', how, confirmationMeans), checkPastDay('on', on, today), checkNotBefore(on, 'departed', last?.on), checkSource(source),
  )
  return settle(refusal, { kind: 'departure-confirmed', on, how, source })
}

/** Who is not admitted comes back: the case opens again, and the request says what its document was worth. */
function recordArrival({ outcome, on, source }: Of<'record-arrival'>, state: CaseState, { today }: Context): Answer {
  const last = state.departures.at(-1)
  const refusal = firstOf(
    last ? undefined : { code: 'person-has-not-left' }, last?.arrival ? { code: 'already-arrived' } : undefined,
    checkListed('outcome', outcome, arrivalOutcomes), checkPastDay('on', on, today), checkNotBefore(on, 'departed', last?.on), checkSource(source),
  )
  if (refusal || outcome === 'admitted') return settle(refusal, { kind: 'arrival-recorded', outcome, on, source })
  const requestId = requestBehind(last?.bookingId, state)
  const requestOutcome = outcome === 'refused-on-arrival' ? 'issued-refused-on-arrival' : 'nationality-disputed'
  return accept({ events: [
    { kind: 'arrival-recorded', outcome, on, source },
    ...(requestId === undefined ? [] : [{ kind: 'outcome-recorded', requestId, outcome: requestOutcome, on, source } as const]),
    ...(state.closed ? [{ kind: 'case-reopened', reason: outcome, on } as const] : []),
  ] })
}

/** What was found unlawful is not over: the case opens again, and stays open until the authority has considered bringing the person back. */
function recordUnlawful({ bookingId, on, source }: Of<'record-unlawful-removal'>, state: CaseState, { today }: Context): Answer {
  const removal = state.departures.find((one) => one.bookingId === bookingId)
  const refusal = firstOf(checkRemoval(bookingId, removal), removal?.foundUnlawful ? { code: 'nothing-changed' } : undefined, checkPastDay('on', on, today), checkNotBefore(on, 'departed', removal?.on), checkSource(source))
  return settle(refusal, { kind: 'removal-found-unlawful', bookingId, on, source }, ...(state.closed ? [{ kind: 'case-reopened', reason: 'removal-found-unlawful', on } as const] : []))
}

function recordConsidered({ bookingId, on, source }: Of<'record-return-considered'>, state: CaseState, { today }: Context): Answer {
  const removal = state.departures.find((one) => one.bookingId === bookingId)
  const found = removal?.foundUnlawful
  const refusal = firstOf(
    checkRemoval(bookingId, removal), found ? undefined : { code: 'removal-not-found-unlawful', bookingId }, found?.consideredOn === undefined ? undefined : { code: 'nothing-changed' },
    checkPastDay('on', on, today), checkNotBefore(on, 'removal-found-unlawful', found?.on), checkSource(source),
  )
  return settle(refusal, { kind: 'return-considered', bookingId, on, source })
}

function checkRemoval(bookingId: string, removal: Departure | undefined): CaseRefusal | undefined {
  return removal ? undefined : { code: 'no-such-removal', bookingId }
}

function requestBehind(bookingId: string | undefined, { bookings, documents }: CaseState): string | undefined {
  const booking = bookings.find((one) => one.bookingId === bookingId)
  return documents.find((one) => one.documentId === booking?.documentId)?.requestId
}

function settle(refusal: CaseRefusal | undefined, ...events: readonly CaseEvent[]): Answer {
  return refusal ? refuse(refusal) : accept({ events })
}
