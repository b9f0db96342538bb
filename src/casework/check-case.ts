import { findDay } from '../kernel/day.ts'
import { factDefinition } from '../law/facts.ts'
import { hasLeft, returnToConsider, type CaseState, type Request } from './case-state.ts'
import { checkDestination } from './check-country.ts'
import { isAwaited } from './request-standing.ts'
import { isSameOfficer } from './same-officer.ts'

/**
 * What is wrong with a case as a whole: nothing, unless we made a mistake. Run after every step in tests, by the explorer and by
 * whoever reads a case back from the store. Each answer names what is broken and where.
 */
export function checkCase(state: CaseState): readonly string[] {
  return [
    ...checkIds(state), ...checkDays(state), ...checkFacts(state), ...state.requests.flatMap(checkRequest),
    ...checkDocuments(state), ...checkBookings(state), ...checkDepartures(state), ...checkFile(state),
  ]
}

function broken(holds: boolean, what: string): readonly string[] {
  return holds ? [] : [what]
}

function checkIds(state: CaseState): readonly string[] {
  const lists = {
    facts: state.facts.map((one) => one.id), orders: state.orders.map((one) => one.orderId), requests: state.requests.map((one) => one.requestId), documents: state.documents.map((one) => one.documentId),
    bookings: state.bookings.map((one) => one.bookingId), counsel: state.counsel.map((one) => one.counselId), notices: state.notices.map((one) => one.noticeId), risks: state.risks.map((one) => one.riskId),
    corrections: state.corrections.map((one) => one.correctionId),
  }
  return Object.entries(lists).flatMap(([name, ids]) => broken(new Set(ids).size === ids.length, `two ${name} of one id`))
}

function checkDays(state: CaseState): readonly string[] {
  const days = [state.openedOn, state.lastStepOn, ...state.facts.map((one) => one.on), ...state.bookings.map((one) => one.departsOn), ...state.departures.map((one) => one.on), ...state.documents.flatMap((one) => [one.validFrom, one.validUntil])]
  return [...days.flatMap((day) => broken(findDay(day) !== undefined, `${day} is no day`)), ...broken(state.openedOn <= state.lastStepOn, 'the last step comes before the first')]
}

function checkFacts({ facts, corrections, told }: CaseState): readonly string[] {
  const corrected = facts.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects]))
  return [
    ...facts.flatMap((record, index) => [
      ...broken(record.source.trim() !== '', `fact ${record.id} has no source`),
      ...broken(factDefinition(record.fact).computed === undefined, `fact ${record.id} is computed, not recorded`),
      ...broken(record.destination === undefined || factDefinition(record.fact).about === 'destination', `fact ${record.id} is about no destination`),
      ...broken(record.place === undefined || (record.destination !== undefined && factDefinition(record.fact).ofPlace !== undefined), `fact ${record.id} is about no place`),
      ...broken(record.corrects === undefined || facts.slice(0, index).some((one) => one.id === record.corrects && one.fact === record.fact), `fact ${record.id} corrects no earlier record of the same fact`),
    ]),
    ...broken(new Set(corrected).size === corrected.length, 'one record is corrected twice'),
    ...told.flatMap((one) => broken(corrections.some(({ correctionId }) => correctionId === one.correctionId), `${one.recipient} was told of no correction`)),
  ]
}

function checkRequest(request: Request): readonly string[] {
  const { requestId, drafted, checked, approved, sentOn, earlier, acknowledgedOn, interviews, outcomes, withdrawn } = request
  const inOrder = [drafted?.on, checked?.on, approved?.on, sentOn, acknowledgedOn].filter((day) => day !== undefined)
  return [
    ...broken(inOrder.every((day, index) => (inOrder[index - 1] ?? day) <= day), `request ${requestId} has steps out of order`),
    ...broken(sentOn === undefined || earlier || (approved !== undefined && drafted !== undefined && !isSameOfficer(approved.by, drafted.by)), `request ${requestId} was sent without a second person`),
    ...broken(sentOn !== undefined || (acknowledgedOn === undefined && interviews.length === 0 && outcomes.length === 0), `request ${requestId} was answered before it was sent`),
    ...broken(outcomes.every(({ on }, index) => on >= (outcomes[index - 1]?.on ?? sentOn ?? on)), `request ${requestId} has answers out of order`),
    ...broken(outcomes.every(({ outcome }) => outcome !== 'withdrawn-authority'), `request ${requestId} was withdrawn by an answer`),
    ...broken(withdrawn === undefined || outcomes.every(({ outcome }) => outcome !== 'issued'), `request ${requestId} was withdrawn after its document was issued`),
  ]
}

function checkDocuments({ documents, requests }: CaseState): readonly string[] {
  return documents.flatMap(({ documentId, requestId, destination, validFrom, validUntil }) => [
    ...broken(validFrom <= validUntil, `document ${documentId} ends before it begins`),
    ...broken(requestId === undefined || requests.some((one) => one.requestId === requestId && one.destination === destination && one.sentOn !== undefined), `document ${documentId} comes from no request`),
  ])
}

function checkBookings(state: CaseState): readonly string[] {
  const { bookings, documents, departures } = state
  const open = bookings.filter((booking) => booking.cancelledOn === undefined && !departures.some((one) => one.bookingId === booking.bookingId))
  return [
    ...broken(open.length <= 1, 'two bookings are open'),
    ...bookings.flatMap(({ bookingId, documentId, departsOn, bookedOn, destination }) => [
      ...broken(documents.some((one) => one.documentId === documentId && one.validFrom <= departsOn && departsOn <= one.validUntil), `booking ${bookingId} has no document that is valid on its day`),
      ...broken(bookedOn <= departsOn, `booking ${bookingId} was made after its day`),
      ...broken(checkDestination(destination, state.jurisdiction) === undefined, `booking ${bookingId} goes nowhere`),
    ]),
  ]
}

function checkDepartures({ departures, bookings }: CaseState): readonly string[] {
  return departures.flatMap((one, index) => {
    const booking = bookings.find(({ bookingId }) => bookingId === one.bookingId)
    return [
      ...broken(one.kind === 'own-accord' || (booking !== undefined && booking.destination === one.destination && booking.departsOn === one.on && booking.cancelledOn === undefined), `departure ${index} follows no booking`),
      ...broken(index === departures.length - 1 || (one.arrival !== undefined && one.arrival.outcome !== 'admitted'), `departure ${index} was followed by another without a return`),
      ...broken(one.foundUnlawful === undefined || (one.kind === 'removal' && one.foundUnlawful.on >= one.on && (one.foundUnlawful.consideredOn ?? one.foundUnlawful.on) >= one.foundUnlawful.on), `departure ${index} was found unlawful out of order`),
      ...broken(departures.filter(({ bookingId }) => bookingId !== undefined && bookingId === one.bookingId).length <= 1, `departure ${index} shares its booking`),
    ]
  })
}

function checkFile(state: CaseState): readonly string[] {
  const { closed, mergedInto, requests, nationalities, absorbed, jurisdiction, version } = state
  const active = absorbed.filter((one) => one.undoneOn === undefined).map((one) => one.caseId)
  return [
    ...broken(Number.isSafeInteger(version) && version >= 1, 'the version is no count'),
    ...broken((closed?.reason === 'merged') === (mergedInto !== undefined), 'merged without being closed as merged'),
    ...broken(closed === undefined || !requests.some(isAwaited), 'closed while a request waits'),
    ...broken(closed === undefined || closed.reason === 'died' || returnToConsider(state) === undefined, 'closed while bringing the person back is to be considered'),
    ...broken(closed?.reason !== 'departed' || hasLeft(state), 'closed as departed, and nobody left'),
    ...broken(new Set(active).size === active.length, 'one case is absorbed twice'),
    ...nationalities.flatMap(({ country }) => broken(/^[A-Z]{2}$/.test(country), `${country} is no nationality`)),
    ...requests.flatMap(({ requestId, destination }) => broken(checkDestination(destination, jurisdiction) === undefined, `request ${requestId} goes nowhere`)),
  ]
}
