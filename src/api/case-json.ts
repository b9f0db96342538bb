import type { Hold } from '../casework/apply-rule.ts'
import type { CaseState, KeptFact, Request } from '../casework/case-state.ts'
import type { CaseEvent, KeptEvent } from '../casework/event.ts'
import { standingOf } from '../casework/request-standing.ts'
import type { CaseRead } from '../service/work/read-case.ts'
import type { GatesRead } from '../service/work/read-gates.ts'
import type { Purpose } from '../service/work/purposes.ts'
import type { KeptAccess } from '../store/access-log.ts'
import type { CaseRow } from '../store/worklist.ts'
import type { CaseList, EventList, GatesAnswer, LookList, WholeCase } from './case-schema.ts'

type Summary = CaseList['cases'][number]

/** A case as a list shows it: the fields that are named here, and no other. */
export function summaryJson({ caseId, version, jurisdiction, inventory, openedOn, lastStepOn, familyName, givenNames, bornOn, country, officer, due, fictional }: CaseRow): Summary {
  return { caseId, version, jurisdiction, inventory, openedOn, lastStepOn, familyName, givenNames, ...some({ bornOn, country, officer }), ...(due ? { due: { on: due.on, for: due.for } } : {}), fictional }
}

/** A case for this reader. Sources, reasons and findings of risk are there only with a purpose. */
export function caseJson({ row, state, left, purpose }: CaseRead): WholeCase {
  const { identity, nationalities, orders, requests, documents, bookings, departures, facts, risks } = state
  const withPurpose = <Value>(value: Value): Value | undefined => (purpose === undefined ? undefined : value)
  return {
    ...summaryJson(row), version: state.version, identity: identityJson(identity),
    nationalities: nationalities.map(({ country, basis, on, withdrawnOn, source }) => ({ country, basis, on, ...some({ withdrawnOn, source: withPurpose(source) }) })),
    orders: orders.map(({ orderId, orderKind, madeOn, ended, source }) => ({ orderId, orderKind, madeOn, ...some({ endedOn: ended?.on, endedBecause: withPurpose(ended?.reason), source: withPurpose(source) }) })),
    requests: requests.map((request) => requestJson(request, purpose)),
    documents: documents.map(({ documentId, requestId, destination, documentType, validFrom, validUntil, takenOn, lostOn }) => ({ documentId, destination, documentType, validFrom, validUntil, takenOn, ...some({ requestId, lostOn }) })),
    bookings: bookings.map(({ bookingId, destination, place, departsOn, documentId, bookedOn, cancelledOn, handedOverOn }) => ({ bookingId, destination, departsOn, documentId, bookedOn, ...some({ place, cancelledOn, handedOverOn }) })),
    departures: departures.map(({ kind, bookingId, destination, on, confirmed, arrival, foundUnlawful }) => ({
      kind, on, ...some({ bookingId, destination, confirmed: confirmed && { on: confirmed.on, how: confirmed.how }, arrival: arrival && { on: arrival.on, outcome: arrival.outcome }, foundUnlawfulOn: foundUnlawful?.on, returnConsideredOn: foundUnlawful?.consideredOn }),
    })),
    facts: facts.map((fact) => factJson(fact, purpose)),
    ...some({ risks: withPurpose(risks.map(({ riskId, destination, finding, reasons, by, on }) => ({ riskId, destination, finding, reasons, by, on }))), purpose }),
    left: left.map(({ kind, sentAt, destination, digest }) => ({ kind, sentAt, destination, digest })),
  }
}

function identityJson({ familyName, givenNames, bornOn, bornIn, bornInCountry, sex, photograph, identityDocuments }: CaseState['identity']): WholeCase['identity'] {
  return { familyName, givenNames, ...some({ bornOn, bornIn, bornInCountry, photograph }), sex, identityDocuments: identityDocuments.map(({ documentType, number, country, copy }) => ({ documentType, number, country, copy })) }
}

function requestJson(request: Request, purpose: Purpose | undefined): WholeCase['requests'][number] {
  const { requestId, destination, consulate, documentType, agreement, earlier, drafted, checked, approved, sentOn, acknowledgedOn, interviewArrangedFor, interviews, personCopies, outcomes, withdrawn } = request
  return {
    requestId, destination, consulate, documentType, standing: standingOf(request), earlier, ...some({ agreement, drafted: drafted && signedJson(drafted), checked: checked && signedJson(checked), approved: approved && signedJson(approved), sentOn, acknowledgedOn, interviewArrangedFor }),
    interviews: [...interviews], personCopiesOn: personCopies.map(({ on }) => on),
    outcomes: outcomes.map(({ outcome, on, source }) => ({ outcome, on, ...(purpose === undefined ? {} : { source }) })),
    ...some({ withdrawnOn: withdrawn?.on, withdrawnBecause: purpose === undefined ? undefined : withdrawn?.reason }),
  }
}

function signedJson({ by, on }: { readonly by: string; readonly on: string }) {
  return { by, on }
}

function factJson({ id, fact, value, on, destination, place, recordedAt, corrects, source }: KeptFact, purpose: Purpose | undefined): WholeCase['facts'][number] {
  return { factId: id, fact, value, on, recordedAt, ...some({ destination, place, corrects, source: purpose === undefined ? undefined : source }) }
}

/** A page of what happened. */
export function eventsJson(events: readonly KeptEvent[], purpose: Purpose | undefined, next: string | undefined): EventList {
  return {
    events: events.map(({ sequence, recordedAt, recordedBy, commandId, event }) => ({ sequence, recordedAt, recordedBy, commandId, event: eventJson(event, purpose) })),
    ...some({ next }),
  }
}

// What an event may say to somebody without a purpose. Reasons, sources, notes, what a notice was about and what was taken over from
// another record may tell of protection, and are in no list; a field that an event is given one day is left out until it stands here.
const plainFields: ReadonlySet<string> = new Set([
  'kind', 'jurisdiction', 'identity', 'openedOn', 'country', 'basis', 'on', 'orderId', 'orderKind', 'madeOn', 'officer', 'group', 'caseId', 'version', 'correctionId', 'requestId', 'destination', 'place', 'clause', 'answer', 'answerBy', 'counselId', 'from',
  'noticeId', 'to', 'available', 'detained', 'consulate', 'documentType', 'agreement', 'by', 'draftedOn', 'sentOn', 'heldOn', 'outcome', 'documentId', 'validFrom', 'validUntil', 'bookingId', 'departsOn', 'how', 'decisionDigest',
])

function eventJson(event: CaseEvent, purpose: Purpose | undefined): EventList['events'][number]['event'] {
  const said = Object.fromEntries(Object.entries(event).filter(([field]) => purpose !== undefined || plainFields.has(field)))
  return { ...said, kind: event.kind, ...(event.kind === 'fact-recorded' ? { record: factJson(event.record, purpose) } : {}) }
}

/** What the gates say: by destination and step, each hold with the gate that has it. */
export function gatesJson({ caseId, version, on, over, destinations, purpose }: GatesRead): GatesAnswer {
  return {
    caseId, version, on, over, ...some({ purpose }),
    destinations: destinations.map(({ destination, place, steps }) => ({
      destination, ...some({ place }),
      steps: steps.map(({ step, answer }) => ({
        step, state: answer.state,
        holds: answer.gates.flatMap(({ gate, holds }) => holds.map((hold) => holdJson(gate, hold))), weighed: answer.gates.flatMap(({ gate, weighed }) => weighed.map((hold) => holdJson(gate, hold))),
      })),
    })),
  }
}

function holdJson(gate: string, { rule, reason, provisions, authority, text, reach, unsettled, opensWhen, ignored }: Hold) {
  return { gate, rule, reason, provisions: [...provisions], authority, text, reach, unsettled: [...unsettled], opensWhen: [...opensWhen], ignored: [...ignored] }
}

/** Who looked. */
export function looksJson(looks: readonly KeptAccess[]): LookList {
  return { looks: looks.map(({ happenedAt, handle, action, purpose, tokenId }) => ({ happenedAt, handle, action, ...some({ purpose }), byToken: tokenId !== undefined })) }
}

type Some<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> }

/** Leaves out what is not there. */
function some<Fields extends object>(fields: Fields): Some<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Some<Fields>
}
