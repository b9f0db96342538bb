import type { CaseState, Destination } from './case-state.ts'
import type { PersonEvent } from './event.ts'
import type { FactRecord } from './fact-record.ts'

/** Events about the person: facts, where they might go, counsel, notices, risks. */
export function evolvePerson(state: CaseState, event: PersonEvent): CaseState {
  switch (event.kind) {
    case 'fact-recorded': return factRecorded(state, event.record)
    case 'recipient-told': return { ...state, told: [...state.told, { correctionId: event.correctionId, recipient: event.recipient, on: event.on }] }
    case 'correction-sent': return { ...state, told: [...state.told, { correctionId: event.correctionId, recipient: `request/${event.requestId}`, on: event.on }], contacts: [...state.contacts, { destination: event.destination, on: event.on }] }
    case 'destination-proposed': return { ...state, destinations: [...state.destinations, proposed(event)] }
    case 'destination-asked': return { ...withDestination(state, event.destination, (one) => ({ ...one, askedOn: one.askedOn ?? event.on })), contacts: [...state.contacts, { destination: event.destination, on: event.on }] }
    case 'destination-answered': return withDestination(state, event.destination, (one) => ({ ...one, answers: [...one.answers, { answer: event.answer, on: event.on }] }))
    case 'answer-period-set': return withDestination(state, event.destination, (one) => ({ ...one, answerPeriods: [...one.answerPeriods, { answerBy: event.answerBy, on: event.on }] }))
    case 'destination-set-aside': return withDestination(state, event.destination, (one) => ({ ...one, setAside: { clause: event.clause, reason: event.reason, on: event.on } }))
    case 'contact-made': return { ...state, contacts: [...state.contacts, { destination: event.destination, on: event.on }] }
    case 'counsel-recorded': return { ...state, counsel: [...state.counsel, { counselId: event.counselId, name: event.name, address: event.address, from: event.from }] }
    case 'counsel-ended': return { ...state, counsel: state.counsel.map((one) => (one.counselId === event.counselId ? { ...one, endedOn: event.on } : one)) }
    case 'notice-given': return { ...state, notices: [...state.notices, { noticeId: event.noticeId, to: event.to, about: event.about, factIds: event.factIds, on: event.on }] }
    case 'risk-recorded': return { ...state, risks: [...state.risks, { riskId: event.riskId, destination: event.destination, finding: event.finding, reasons: event.reasons, by: event.by, on: event.on }] }
    case 'availability-recorded': return { ...state, available: { available: event.available, on: event.on } }
    case 'detention-recorded': return { ...state, detentions: [...state.detentions, { detained: event.detained, on: event.on }] }
    case 'custody-reviewed': return { ...state, custodyReviews: [...state.custodyReviews, event.on] }
  }
}

function factRecorded(state: CaseState, record: FactRecord): CaseState {
  const from = record.corrects === undefined ? undefined : state.facts.find((fact) => fact.id === record.corrects)?.absorbedFrom
  const facts = [...state.facts, from === undefined ? record : { ...record, absorbedFrom: from }]
  if (record.corrects === undefined) return { ...state, facts }
  return { ...state, facts, corrections: [...state.corrections, { correctionId: record.id, of: 'fact', subject: record.corrects, atVersion: state.version }] }
}

function proposed({ destination, place, clause, on }: Extract<PersonEvent, { kind: 'destination-proposed' }>): Destination {
  return { destination, ...(place === undefined ? {} : { place }), clause, proposedOn: on, answers: [], answerPeriods: [] }
}

// One that was set aside stays as it was, also when the same country is proposed again: what was said of it then is history.
function withDestination(state: CaseState, destination: string, change: (one: Destination) => Destination): CaseState {
  return { ...state, destinations: state.destinations.map((one) => (one.destination === destination && one.setAside === undefined ? change(one) : one)) }
}
