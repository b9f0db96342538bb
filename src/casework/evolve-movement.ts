import type { Booking, CaseState, Departure, TravelDocument } from './case-state.ts'
import type { MovementEvent } from './event.ts'

/** Events about travel documents, bookings and leaving. */
export function evolveMovement(state: CaseState, event: MovementEvent): CaseState {
  switch (event.kind) {
    case 'document-taken': return { ...state, documents: [...state.documents, documentOf(event)] }
    case 'document-lost': return { ...state, documents: state.documents.map((one) => (one.documentId === event.documentId ? { ...one, lostOn: event.on } : one)) }
    case 'booking-made': return { ...state, bookings: [...state.bookings, bookingOf(event)] }
    case 'booking-cancelled': return withBooking(state, event.bookingId, (booking) => ({ ...booking, cancelledOn: event.on }))
    case 'handed-over': return withBooking(state, event.bookingId, (booking) => ({ ...booking, handedOverOn: event.on }))
    case 'departed': return { ...state, departures: [...state.departures, { kind: 'removal', bookingId: event.bookingId, destination: event.destination, on: event.on }] }
    case 'left-without-removal': return { ...state, departures: [...state.departures, { kind: 'own-accord', on: event.on }] }
    case 'departure-confirmed': return withLastDeparture(state, (departure) => ({ ...departure, confirmed: { on: event.on, how: event.how } }))
    case 'arrival-recorded': return withLastDeparture(state, (departure) => ({ ...departure, arrival: { outcome: event.outcome, on: event.on } }))
    case 'removal-found-unlawful': return withRemoval(state, event.bookingId, (departure) => ({ ...departure, foundUnlawful: { on: event.on } }))
    case 'return-considered': return withRemoval(state, event.bookingId, (departure) => (departure.foundUnlawful ? { ...departure, foundUnlawful: { ...departure.foundUnlawful, consideredOn: event.on } } : departure))
  }
}

function documentOf({ documentId, requestId, destination, documentType, validFrom, validUntil, on }: Extract<MovementEvent, { kind: 'document-taken' }>): TravelDocument {
  return { documentId, ...(requestId === undefined ? {} : { requestId }), destination, documentType, validFrom, validUntil, takenOn: on }
}

function bookingOf({ bookingId, destination, place, departsOn, documentId, on }: Extract<MovementEvent, { kind: 'booking-made' }>): Booking {
  return { bookingId, destination, ...(place === undefined ? {} : { place }), departsOn, documentId, bookedOn: on }
}

function withBooking(state: CaseState, bookingId: string, change: (booking: Booking) => Booking): CaseState {
  return { ...state, bookings: state.bookings.map((booking) => (booking.bookingId === bookingId ? change(booking) : booking)) }
}

function withRemoval(state: CaseState, bookingId: string, change: (departure: Departure) => Departure): CaseState {
  return { ...state, departures: state.departures.map((one) => (one.bookingId === bookingId ? change(one) : one)) }
}

function withLastDeparture(state: CaseState, change: (departure: Departure) => Departure): CaseState {
  return { ...state, departures: state.departures.map((one, index, all) => (index === all.length - 1 ? change(one) : one)) }
}
