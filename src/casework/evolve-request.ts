import type { CaseState, Request } from './case-state.ts'
import type { RequestEvent } from './event.ts'

/** Events in the life of a request for a travel document. */
export function evolveRequest(state: CaseState, event: RequestEvent): CaseState {
  switch (event.kind) {
    case 'request-drafted': return { ...state, requests: [...state.requests, drafted(event)] }
    case 'earlier-request-recorded': return { ...state, requests: [...state.requests, recordedLater(event, state.version)] }
    case 'request-checked': return withRequest(state, event.requestId, (request) => ({ ...request, checked: { by: event.by, on: event.on } }))
    case 'request-approved': return withRequest(state, event.requestId, (request) => ({ ...request, approved: { by: event.by, on: event.on } }))
    case 'request-sent': return withRequest(state, event.requestId, (request) => ({ ...request, sentOn: event.on, sentAtVersion: state.version }))
    case 'request-acknowledged': return withRequest(state, event.requestId, (request) => ({ ...request, acknowledgedOn: event.on }))
    case 'person-copy-given': return withRequest(state, event.requestId, (request) => ({ ...request, personCopies: [...request.personCopies, { on: event.on, receipt: event.receipt, atVersion: state.version }] }))
    case 'interview-arranged': return withRequest(state, event.requestId, (request) => ({ ...request, interviewArrangedFor: event.heldOn }))
    case 'interview-held': return withRequest(state, event.requestId, (request) => ({ ...request, interviews: [...request.interviews, event.on] }))
    case 'outcome-recorded': return withRequest(state, event.requestId, (request) => ({ ...request, outcomes: [...request.outcomes, { outcome: event.outcome, on: event.on, source: event.source }] }))
    case 'request-withdrawn': return withRequest(state, event.requestId, (request) => ({ ...request, withdrawn: { reason: event.reason, on: event.on } }))
  }
}

const nothingYet = { personCopies: [], interviews: [], outcomes: [] } as const

function drafted({ requestId, destination, consulate, documentType, agreement, by, on }: Extract<RequestEvent, { kind: 'request-drafted' }>): Request {
  return { requestId, destination, consulate, documentType, ...(agreement === undefined ? {} : { agreement }), drafted: { by, on }, earlier: false, ...nothingYet }
}

function recordedLater({ requestId, destination, consulate, documentType, agreement, draftedOn, sentOn }: Extract<RequestEvent, { kind: 'earlier-request-recorded' }>, sentAtVersion: number): Request {
  return { requestId, destination, consulate, documentType, ...(agreement === undefined ? {} : { agreement }), ...(draftedOn === undefined ? {} : { drafted: { by: '', on: draftedOn } }), sentOn, sentAtVersion, earlier: true, ...nothingYet }
}

function withRequest(state: CaseState, requestId: string, change: (request: Request) => Request): CaseState {
  return { ...state, requests: state.requests.map((request) => (request.requestId === requestId ? change(request) : request)) }
}
