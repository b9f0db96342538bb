import { invariant } from '../kernel/invariant.ts'
import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { evolveFile } from './evolve-file.ts'
import { evolveMovement } from './evolve-movement.ts'
import { evolvePerson } from './evolve-person.ts'
import { evolveRequest } from './evolve-request.ts'

/** The state of a case after one more event. Events were checked when they were decided: an impossible one is our bug, and throws. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.kind === 'case-opened') {
    invariant(state === undefined, 'a case is opened twice')
    return openedCase(event)
  }
  invariant(state, 'a case has events before it is opened', { kind: event.kind })
  return evolveGroup({ ...state, version: state.version + 1, lastStepOn: laterOf(state, event) }, event)
}

/** The state after all of these events, in the order of their sequence; undefined when there is none. */
export function evolveAll(events: readonly CaseEvent[]): CaseState | undefined {
  return events.reduce<CaseState | undefined>(evolve, undefined)
}

/** One file for each group of events. */
function evolveGroup(state: CaseState, event: Exclude<CaseEvent, { kind: 'case-opened' }>): CaseState {
  switch (event.kind) {
    case 'identity-recorded': case 'nationality-recorded': case 'nationality-withdrawn': case 'order-recorded': case 'order-ended':
    case 'officer-assigned': case 'travels-with': case 'travels-alone': case 'case-absorbed': case 'absorption-undone': case 'merged-into':
    case 'merge-undone': case 'case-closed': case 'case-reopened':
      return evolveFile(state, event)
    case 'fact-recorded': case 'recipient-told': case 'correction-sent': case 'destination-proposed': case 'destination-asked':
    case 'destination-answered': case 'answer-period-set': case 'destination-set-aside': case 'counsel-recorded': case 'counsel-ended': case 'notice-given':
    case 'contact-made': case 'risk-recorded': case 'availability-recorded': case 'custody-reviewed': case 'detention-recorded':
      return evolvePerson(state, event)
    case 'request-drafted': case 'earlier-request-recorded': case 'request-checked': case 'request-approved': case 'request-sent':
    case 'request-acknowledged': case 'person-copy-given': case 'interview-arranged': case 'interview-held': case 'outcome-recorded':
    case 'request-withdrawn':
      return evolveRequest(state, event)
    case 'document-taken': case 'document-lost': case 'booking-made': case 'booking-cancelled': case 'handed-over': case 'departed':
    case 'left-without-removal': case 'departure-confirmed': case 'arrival-recorded': case 'removal-found-unlawful': case 'return-considered':
      return evolveMovement(state, event)
  }
}

function openedCase({ jurisdiction, identity, openedOn }: Extract<CaseEvent, { kind: 'case-opened' }>): CaseState {
  return {
    version: 1, jurisdiction, openedOn, lastStepOn: openedOn, identity,
    nationalities: [], orders: [], facts: [], corrections: [], told: [], destinations: [], counsel: [], notices: [], officers: [],
    contacts: [], requests: [], documents: [], bookings: [], departures: [], risks: [], detentions: [], custodyReviews: [], absorbed: [],
  }
}

// Events are ordered by their sequence; the day that one speaks of may well lie before the day of the one before it.
function laterOf({ lastStepOn }: CaseState, event: CaseEvent): CaseState['lastStepOn'] {
  const on = event.kind === 'fact-recorded' ? event.record.on : 'on' in event ? event.on : lastStepOn
  return on > lastStepOn ? on : lastStepOn
}
