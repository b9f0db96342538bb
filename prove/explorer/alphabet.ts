import type { CaseState } from '../../src/casework/case-state.ts'
import type { Command } from '../../src/casework/command.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'
import { elsewhere, firstDay, home, secondDay } from './ready-case.ts'

/** A fact that closes every step, one that closes steps toward one country, and what ends each. */
export type Lock = { readonly closes: FactCode; readonly ends: FactCode; readonly destination?: string }

export const locks: Readonly<Record<Jurisdiction, readonly Lock[]>> = {
  CA: [{ closes: 'court-stay-ordered', ends: 'court-stay-ended' }, { closes: 'restricted-protection-granted', ends: 'restricted-protection-cancelled', destination: home }],
  US: [{ closes: 'removal-stayed-by-court', ends: 'stay-by-court-ended' }, { closes: 'withholding-granted', ends: 'withholding-terminated', destination: home }],
}

/** How often each kind of thing may be recorded anew in one case, so that the exploration ends. */
export type Bounds = {
  readonly facts: number; readonly requests: number; readonly documents: number; readonly bookings: number; readonly contacts: number; readonly merges: boolean
  /** How many of the rarer things may be recorded: a risk, the end of the order, a nationality, that the person left. */
  readonly others: number
  /** `stay`: one fact that closes every step, and what ends it. `all`: also one about a destination, one about another one, and a doubt. */
  readonly locks: 'stay' | 'all'
  /** Only these kinds of commands; absent: all. */
  readonly kinds?: readonly Command['kind'][]
  /** `gated`: only commands with a gate decision can be overtaken or cut off half-way; the others are done at once. */
  readonly crashes: 'everything' | 'gated'
}

/** Everything that somebody might ask of a case now. Most of it is refused, which is part of what is tried. */
export function commandsFor(caseId: string, state: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const all = [...factCommands(caseId, state, on, bounds), ...requestCommands(caseId, state, on, bounds), ...journeyCommands(caseId, state, on, bounds), ...fileCommands(state, on, bounds), ...otherCommands(caseId, state, on, bounds)]
  return bounds.kinds ? all.filter(({ kind }) => bounds.kinds?.includes(kind)) : all
}

const source = 'sample record'

function factCommands(caseId: string, { facts, jurisdiction }: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const later = facts.filter(({ id }) => id.startsWith(`${caseId}/`))
  if (later.length >= bounds.facts) return []
  const factId = `${caseId}/${later.length + 1}`
  const to = (destination: string | undefined) => (destination === undefined ? {} : { destination })
  const corrections = later.filter((record) => !facts.some(({ corrects }) => corrects === record.id)).map((record): Command =>
    ({ kind: 'correct-fact', factId, corrects: record.id, value: record.value === 'yes' ? 'no' : 'yes', on, ...to(record.destination), source }))
  return [
    ...locks[jurisdiction].slice(0, bounds.locks === 'stay' ? 1 : 2).flatMap(({ closes, ends, destination }): readonly Command[] => [
      { kind: 'record-fact', factId, fact: closes, value: 'yes', on, ...to(destination), source },
      { kind: 'record-fact', factId, fact: ends, value: 'yes', on, ...to(destination), source },
    ]),
    ...(bounds.locks === 'stay' ? [] : [
      { kind: 'record-fact', factId, fact: locks[jurisdiction][1]?.closes ?? '', value: 'yes', on, destination: elsewhere, source },
      // Refused: what ends protection must name the state for which it ends.
      { kind: 'record-fact', factId, fact: locks[jurisdiction][1]?.ends ?? '', value: 'yes', on, source },
      { kind: 'record-fact', factId, fact: locks[jurisdiction][0]?.closes ?? '', value: 'unknown', on, source },
    ] as const),
    ...corrections,
  ]
}

function requestCommands(caseId: string, { requests }: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const requestId = `${caseId}/request-${requests.length + 1}`
  const fresh: Command = { kind: 'draft-request', requestId, destination: elsewhere, consulate: 'sample office', documentType: 'emergency-travel-document', on }
  return [
    ...(requests.length < bounds.requests ? [fresh] : []),
    ...requests.flatMap(({ requestId: id }): readonly Command[] => [
      { kind: 'check-request', requestId: id, on }, { kind: 'approve-request', requestId: id, on }, { kind: 'send-request', requestId: id, on },
      { kind: 'hold-interview', requestId: id, on }, { kind: 'record-outcome', requestId: id, outcome: 'issued', on, source }, { kind: 'withdraw-request', requestId: id, reason: 'status-granted', on },
    ]),
  ]
}

function journeyCommands(caseId: string, { requests, documents, bookings }: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const [documentId, bookingId] = [`${caseId}/document-${documents.length + 1}`, `${caseId}/booking-${bookings.length + 1}`]
  const validUntil = '2027-02-01' as PlainDate
  return [
    ...(documents.length < bounds.documents ? requests.map(({ requestId, destination }): Command => ({ kind: 'take-document', documentId, requestId, destination, documentType: 'emergency-travel-document', validFrom: on, validUntil, on, source })) : []),
    ...(bookings.length < bounds.bookings ? documents.map((document): Command => ({ kind: 'make-booking', bookingId, destination: document.destination, departsOn: on, documentId: document.documentId, on })) : []),
    ...bookings.flatMap(({ bookingId: id }): readonly Command[] => [{ kind: 'hand-over', bookingId: id, on }, { kind: 'depart', bookingId: id, on }, { kind: 'cancel-booking', bookingId: id, on }]),
  ]
}

function fileCommands({ contacts, officers, closed, mergedInto, absorbed, corrections, requests }: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const correction = corrections.at(-1)?.correctionId
  return [
    // Refused on the wrong day: a step rests on the gates of its own day.
    ...(contacts.length < bounds.contacts ? [firstDay, secondDay].map((day): Command => ({ kind: 'make-contact', destination: home, on: day })) : []),
    ...(correction === undefined ? [] : requests.filter(({ sentOn }) => sentOn !== undefined).map(({ requestId }): Command => ({ kind: 'send-correction', correctionId: correction, requestId, on }))),
    ...(officers.length === 0 ? [{ kind: 'assign-officer', officer: 'officer-2', note: 'sample note' } as const] : []),
    ...(closed ? [{ kind: 'reopen-case', reason: 'sample reason', on } as const] : [{ kind: 'close-case', reason: 'status-granted', on } as const]),
    ...(bounds.merges ? [
      ...(absorbed.length === 0 ? [{ kind: 'absorb-case', on, reason: 'one person' } as const] : [{ kind: 'undo-absorption', on, reason: 'two people' } as const]),
      mergedInto === undefined ? { kind: 'merge-into', on, reason: 'one person' } as const : { kind: 'undo-merge', on, reason: 'two people' } as const,
    ] : []),
  ]
}

function otherCommands(caseId: string, { identity, risks, orders, nationalities, departures, destinations, jurisdiction }: CaseState, on: PlainDate, bounds: Bounds): readonly Command[] {
  const done = risks.filter(({ riskId }) => riskId.startsWith(`${caseId}/`)).length + orders.filter(({ ended }) => ended).length
    + nationalities.filter(({ country }) => country === jurisdiction).length + departures.filter(({ kind }) => kind === 'own-accord').length + (identity.givenNames === 'Un' ? 0 : 1)
  if (done >= bounds.others) return []
  return [
    { kind: 'record-risk', riskId: `${caseId}/risk`, destination: home, finding: 'substantial-risk', reasons: 'sample reasons', on },
    ...orders.filter(({ ended }) => !ended).map(({ orderId }): Command => ({ kind: 'end-order', orderId, reason: 'sample reason', on, source })),
    { kind: 'record-nationality', country: jurisdiction, basis: 'own-statement', on, source },
    { kind: 'record-identity', identity: { ...identity, givenNames: 'Deux' }, source },
    { kind: 'record-left', on, source },
    ...destinations.map(({ destination }): Command => ({ kind: 'ask-destination', destination, on, source })),
  ]
}
