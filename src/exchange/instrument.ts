import type { PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { toHex } from './byte-text.ts'
import { canonicalBytes } from './canonical.ts'
import type { Sha256 } from './content-digest.ts'
import { agreedFields, requiredFields } from './agreed-fields.ts'
import { agreedTypes, approvers, endReasons, instrumentForms, purposes } from './lists.ts'
import { code, day, digest, listOf, members, uuid, whole, type ValueOf } from './shape.ts'

/** Everything that two authorities agreed, in codes and days. The text that lawyers signed stays outside, and is named by its digest. */
export const termsShape = members({
  instrument: uuid,
  /** The two nodes, in the order of their names. */
  parties: listOf(uuid, 2, 2),
  form: code(instrumentForms),
  /** Who allowed each party to enter into it, and the document that says so. */
  approvals: listOf(members({ party: uuid, by: code(approvers), document: digest }), 2, 2),
  purposes: listOf(code(purposes), purposes.length, 1),
  /** Which messages may be sent, and which of their members may hold something. */
  messages: listOf(members({ type: code(agreedTypes), fields: listOf(code([...new Set(Object.values(agreedFields).flat())]), 60, 1) }), agreedTypes.length, 1),
  /** Counts are told in multiples of `base`; a figure about fewer than `least` people is withheld. */
  rounding: members({ base: whole(5, 100), least: whole(10, 1000) }),
  retentionDays: whole(1, 3660),
  /** There is no other answer. */
  onward: code(['never']),
  startsOn: day,
  /** The last day. */
  endsOn: day,
})
export type Terms = ValueOf<typeof termsShape>

export type TermsFault = { readonly code: 'parties-not-in-order' | 'approval-missing' | 'type-twice' | 'field-not-of-type' | 'field-required' | 'rounding-uneven' | 'ends-before-it-begins'; readonly place: string }

/** Are these terms that could stand? The shape says what each member may hold, this what they may hold together. */
export function checkTerms(terms: Terms): Result<Terms, TermsFault> {
  const { parties: [one = '', other = ''], approvals, messages, rounding, startsOn, endsOn } = terms
  if (one >= other) return refuse({ code: 'parties-not-in-order', place: 'parties' })
  if (!terms.parties.every((party) => approvals.some((approval) => approval.party === party))) return refuse({ code: 'approval-missing', place: 'approvals' })
  if (new Set(messages.map(({ type }) => type)).size < messages.length) return refuse({ code: 'type-twice', place: 'messages' })
  for (const [index, { type, fields }] of messages.entries()) {
    const place = `messages[${index}].fields`
    if (fields.some((field) => !agreedFields[type].includes(field))) return refuse({ code: 'field-not-of-type', place })
    if (requiredFields[type].some((field) => !fields.includes(field))) return refuse({ code: 'field-required', place })
  }
  // Else rounding could bring a count under the least, and rounding twice would not be rounding once.
  if (rounding.least % rounding.base !== 0) return refuse({ code: 'rounding-uneven', place: 'rounding' })
  return startsOn <= endsOn ? accept(terms) : refuse({ code: 'ends-before-it-begins', place: 'endsOn' })
}

/** The one name of an instrument: whoever names it names every word of it. */
export function termsDigest(terms: Terms, sha256: Sha256): string {
  return toHex(sha256(canonicalBytes(terms)))
}

export type EndReason = (typeof endReasons)[number]

export type InstrumentEvent =
  | { readonly kind: 'proposed'; readonly by: string; readonly on: PlainDate }
  | { readonly kind: 'signed'; readonly by: string; readonly terms: string; readonly on: PlainDate }
  | { readonly kind: 'ended'; readonly by: string; readonly terms: string; readonly reason: EndReason; readonly on: PlainDate }

export type Instrument = { readonly terms: Terms; readonly digest: string; readonly events: readonly InstrumentEvent[] }
export type EventFault = 'not-a-party' | 'other-terms' | 'already-signed' | 'already-ended'

/** An instrument begins with its proposal. */
export function proposedInstrument(terms: Terms, by: string, on: PlainDate, sha256: Sha256): Result<Instrument, TermsFault | 'not-a-party'> {
  const checked = checkTerms(terms)
  if (!checked.ok) return checked
  return terms.parties.includes(by) ? accept({ terms, digest: termsDigest(terms, sha256), events: [{ kind: 'proposed', by, on }] }) : refuse('not-a-party')
}

/** What happens next to an instrument. Each party signs once, the very terms; either may end it, signed or not, and nothing follows. */
export function nextEvent(instrument: Instrument, event: Exclude<InstrumentEvent, { readonly kind: 'proposed' }>): Result<Instrument, EventFault> {
  const { terms, digest, events } = instrument
  if (!terms.parties.includes(event.by)) return refuse('not-a-party')
  if (event.terms !== digest) return refuse('other-terms')
  if (events.some(({ kind }) => kind === 'ended')) return refuse('already-ended')
  if (event.kind === 'signed' && hasSigned(instrument, event.by)) return refuse('already-signed')
  return accept({ ...instrument, events: [...events, event] })
}

/** `proposed`: a signature is missing. `to-begin`: signed by both, its first day is to come. */
export type InstrumentStanding = 'proposed' | 'to-begin' | 'in-force' | 'over' | 'ended'

/** Where it stands on a day. The day on which it is ended is not one of its days any more. */
export function standingOn(instrument: Instrument, on: PlainDate): InstrumentStanding {
  const { terms, events } = instrument
  if (events.some((event) => event.kind === 'ended' && event.on <= on)) return 'ended'
  if (terms.endsOn < on) return 'over'
  if (!terms.parties.every((party) => hasSigned(instrument, party, on))) return 'proposed'
  return terms.startsOn <= on ? 'in-force' : 'to-begin'
}

function hasSigned({ events }: Instrument, party: string, on?: PlainDate): boolean {
  return events.some((event) => event.kind === 'signed' && event.by === party && (on === undefined || event.on <= on))
}
