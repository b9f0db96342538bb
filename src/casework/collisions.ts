import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { hasLeft, type Booking, type CaseState, type TravelDocument } from './case-state.ts'
import type { DepartureAnswer } from './inventory.ts'
import { isValidFor } from './inventory.ts'

/**
 * Where expiry, gate and booking collide. `document-lost-before-departure`, `document-expires-before-departure`: the journey has no document.
 * `gate-held-before-departure`: a gate holds it as things are. `document-expired-unused`, `document-expires-unbooked`: a document was
 * obtained, and the days run out without a journey; `gate-held-until-expiry`: the same, while a gate holds every journey.
 */
export type Collision =
  | { readonly kind: 'document-lost-before-departure' | 'document-expires-before-departure' | 'gate-held-before-departure' | 'booking-not-used'; readonly bookingId: string; readonly documentId: string; readonly departsOn: PlainDate }
  | { readonly kind: 'document-expired-unused' | 'document-expires-unbooked' | 'gate-held-until-expiry'; readonly documentId: string; readonly validUntil: PlainDate }

/** All collisions on a day. `warnFrom`: documents that expire on or before this day count as running out. */
export function collisionsOn(state: CaseState, answers: readonly DepartureAnswer[], day: PlainDate, warnFrom: PlainDate): readonly Collision[] {
  if (state.closed || hasLeft(state)) return []
  const open = state.bookings.filter((booking) => booking.cancelledOn === undefined && !state.departures.some((one) => one.bookingId === booking.bookingId))
  return [...open.flatMap((booking) => ofBooking(booking, state, answers, day)), ...state.documents.flatMap((document) => ofDocument(document, open, state, answers, day, warnFrom))]
}

function ofBooking(booking: Booking, { documents }: CaseState, answers: readonly DepartureAnswer[], day: PlainDate): readonly Collision[] {
  const { bookingId, documentId, departsOn, destination } = booking
  const document = documents.find((one) => one.documentId === documentId)
  invariant(document, 'a journey was booked on a document that nobody took', { bookingId, documentId })
  const held = answers.some((one) => one.destination === destination && one.answer.state !== 'open')
  const kinds = [
    ...(departsOn < day ? ['booking-not-used' as const] : []),
    ...(document.lostOn === undefined ? [] : ['document-lost-before-departure' as const]),
    ...(document.lostOn === undefined && !isValidFor(document, destination, departsOn) ? ['document-expires-before-departure' as const] : []),
    ...(held ? ['gate-held-before-departure' as const] : []),
  ]
  return kinds.map((kind) => ({ kind, bookingId, documentId, departsOn }))
}

function ofDocument({ documentId, validUntil, lostOn, destination }: TravelDocument, open: readonly Booking[], { departures, bookings }: CaseState, answers: readonly DepartureAnswer[], day: PlainDate, warnFrom: PlainDate): readonly Collision[] {
  const used = departures.some(({ bookingId }) => bookings.some((booking) => booking.bookingId === bookingId && booking.documentId === documentId))
  if (lostOn !== undefined || used) return []
  if (validUntil < day) return [{ kind: 'document-expired-unused', documentId, validUntil }]
  if (validUntil > warnFrom || open.some((booking) => booking.documentId === documentId)) return []
  const held = answers.some((one) => one.destination === destination && one.answer.state !== 'open')
  return [{ kind: held ? 'gate-held-until-expiry' : 'document-expires-unbooked', documentId, validUntil }]
}
