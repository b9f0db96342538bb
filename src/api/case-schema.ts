import { Type, type Static, type TSchema } from 'typebox'
import { arrivalOutcomes, confirmationMeans, documentTypes, inventories, nationalityBases, orderKinds, requestOutcomes, riskFindings, withdrawalReasons } from '../casework/lists.ts'
import { everyStep } from '../law/rule.ts'
import { purposes } from '../service/work/purposes.ts'

// What the API answers about cases. Each is built field by field in case-json.ts: what stands in no schema leaves nowhere.

export const oneOf = <const Names extends readonly string[]>(names: Names, description?: string) => Type.Unsafe<Names[number]>({ type: 'string', enum: [...names], ...(description === undefined ? {} : { description }) })
const strict = <Fields extends Record<string, TSchema>>(fields: Fields, description?: string) => Type.Object(fields, { additionalProperties: false, ...(description === undefined ? {} : { description }) })
const day = Type.String({ format: 'date' })
const moment = Type.String({ format: 'date-time' })
const id = Type.String()
const state = Type.String({ description: 'ISO 3166-1, two letters' })
const source = Type.Optional(Type.String({ description: 'Only with a purpose' }))
const maybe = Type.Optional

export const jurisdictions = ['CA', 'US'] as const

const summary = {
  caseId: Type.String({ format: 'uuid' }), version: Type.Integer(), jurisdiction: oneOf(jurisdictions), inventory: oneOf(inventories),
  openedOn: day, lastStepOn: day, familyName: Type.String(), givenNames: Type.String(), bornOn: maybe(Type.String({ description: 'A day, a month or a year' })),
  country: maybe(state), officer: maybe(Type.String()), due: maybe(strict({ on: day, for: Type.String() })), fictional: Type.Boolean(),
}

export const caseList = strict({ cases: Type.Array(strict(summary)), next: maybe(Type.String({ description: 'Where the list goes on: the value of `after` for the next page' })) })
export const caseFound = strict({ cases: Type.Array(strict(summary)), more: Type.Boolean({ description: 'Not all are here: narrow the search' }) })

const signed = maybe(strict({ by: Type.String(), on: day }))
const identity = strict({
  familyName: Type.String(), givenNames: Type.String(), bornOn: maybe(Type.String()), bornIn: maybe(Type.String()), bornInCountry: maybe(Type.String()), sex: Type.String(), photograph: maybe(Type.String({ description: 'SHA-256' })),
  identityDocuments: Type.Array(strict({ documentType: Type.String(), number: Type.String(), country: Type.String(), copy: Type.Boolean() })),
})
const everyOrder = [...orderKinds.CA, ...orderKinds.US] as const

export const wholeCase = strict({
  ...summary, identity,
  nationalities: Type.Array(strict({ country: state, basis: oneOf(nationalityBases), on: day, withdrawnOn: maybe(day), source })),
  orders: Type.Array(strict({ orderId: id, orderKind: oneOf(everyOrder), madeOn: day, endedOn: maybe(day), endedBecause: source, source })),
  requests: Type.Array(strict({
    requestId: id, destination: state, consulate: Type.String(), documentType: oneOf(documentTypes), agreement: maybe(Type.String()), standing: oneOf(['drafted', 'checked', 'approved', 'sent', 'answered', 'withdrawn']), earlier: Type.Boolean(),
    drafted: signed, checked: signed, approved: signed, sentOn: maybe(day), acknowledgedOn: maybe(day), interviewArrangedFor: maybe(day), interviews: Type.Array(day), personCopiesOn: Type.Array(day),
    outcomes: Type.Array(strict({ outcome: oneOf(requestOutcomes), on: day, source })), withdrawnOn: maybe(day), withdrawnBecause: maybe(oneOf(withdrawalReasons, 'Only with a purpose')),
  })),
  documents: Type.Array(strict({ documentId: id, requestId: maybe(id), destination: state, documentType: oneOf(documentTypes), validFrom: day, validUntil: day, takenOn: day, lostOn: maybe(day) })),
  bookings: Type.Array(strict({ bookingId: id, destination: state, place: maybe(Type.String()), departsOn: day, documentId: id, bookedOn: day, cancelledOn: maybe(day), handedOverOn: maybe(day) })),
  departures: Type.Array(strict({
    kind: oneOf(['removal', 'own-accord']), bookingId: maybe(id), destination: maybe(state), on: day, confirmed: maybe(strict({ on: day, how: oneOf(confirmationMeans) })),
    arrival: maybe(strict({ on: day, outcome: oneOf(arrivalOutcomes) })), foundUnlawfulOn: maybe(day), returnConsideredOn: maybe(day),
  })),
  facts: Type.Array(strict({ factId: id, fact: Type.String(), value: oneOf(['yes', 'no', 'unknown']), on: day, destination: maybe(state), place: maybe(Type.String()), recordedAt: moment, corrects: maybe(id), source })),
  risks: maybe(Type.Array(strict({ riskId: id, destination: state, finding: oneOf(riskFindings), reasons: Type.String(), by: Type.String(), on: day }), { description: 'Only with a purpose' })),
  left: Type.Array(strict({ kind: Type.String(), sentAt: moment, destination: state, digest: Type.String({ description: 'SHA-256 of the very bytes' }) }), { description: 'What left for a state' }),
  purpose: maybe(oneOf(purposes)),
})

export const eventList = strict({
  events: Type.Array(strict({
    sequence: Type.Integer(), recordedAt: moment, recordedBy: Type.String(), commandId: Type.String(),
    event: Type.Object({ kind: Type.String() }, { additionalProperties: true, description: 'What happened. Without a purpose, what was written freely and reasons are left out, and what is protected is not in the list.' }),
  })),
  next: maybe(Type.String({ description: 'Where the list goes on: the value of `after` for the next page' })),
})

const hold = strict({
  gate: Type.String(), rule: Type.String(), reason: oneOf(['so', 'may-be-so', 'draft', 'conflict', 'no-rule', 'two-rules']), provisions: Type.Array(Type.String()), authority: Type.String(), text: Type.String(), reach: oneOf(['everywhere', 'destination']),
  unsettled: Type.Array(Type.String(), { description: 'Facts that are not known, or in conflict' }), opensWhen: Type.Array(Type.String()), ignored: Type.Array(Type.String()),
})

export const gatesAnswer = strict({
  caseId: Type.String({ format: 'uuid' }), version: Type.Integer(), on: day, over: Type.Boolean({ description: 'Nothing is to be decided any more: the case is closed, or the person has left' }),
  destinations: Type.Array(strict({
    destination: state, place: maybe(Type.String()),
    steps: Type.Array(strict({ step: oneOf(everyStep), state: oneOf(['open', 'held-here', 'held-everywhere']), holds: Type.Array(hold), weighed: Type.Array(hold) })),
  })),
  purpose: maybe(oneOf(purposes)),
})

export const lookList = strict({ looks: Type.Array(strict({ happenedAt: moment, handle: Type.String(), action: Type.String(), purpose: maybe(Type.String()), byToken: Type.Boolean() })) })

export const done = strict({ caseId: Type.String({ format: 'uuid' }), version: Type.Integer({ description: 'Of the case after this command' }), firstSequence: Type.Integer(), lastSequence: Type.Integer() })
export const proposed = strict({ caseId: Type.String({ format: 'uuid' }), proposalId: Type.String({ description: 'Nothing has happened yet: a second person must agree' }) })

export const merged = strict({ caseId: Type.String({ format: 'uuid' }), version: Type.Integer({ description: 'Of this case after it' }), duplicate: Type.String({ format: 'uuid' }), duplicateVersion: Type.Integer({ description: 'Of the other case after it' }) })

export const bearer = strict({ handle: Type.String(), displayName: Type.String(), roles: Type.Array(Type.String()), demonstration: Type.Boolean(), tokenEndsAt: moment })

export type CaseList = Static<typeof caseList>
export type CaseFound = Static<typeof caseFound>
export type WholeCase = Static<typeof wholeCase>
export type EventList = Static<typeof eventList>
export type GatesAnswer = Static<typeof gatesAnswer>
export type LookList = Static<typeof lookList>
