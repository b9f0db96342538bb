import type { CaseState, Nationality, Request } from './case-state.ts'
import type { FileEvent } from './event.ts'

/** Events about the case as a file: identity, nationality, orders, officers, closing, merging. */
export function evolveFile(state: CaseState, event: Exclude<FileEvent, { kind: 'case-opened' }>): CaseState {
  switch (event.kind) {
    case 'identity-recorded': return { ...withdrawApproval(state), identity: event.identity, corrections: [...state.corrections, { correctionId: `identity/${state.version}`, of: 'identity', subject: 'identity', atVersion: state.version }] }
    case 'nationality-recorded': return { ...withdrawApproval(state), nationalities: [...state.nationalities, { country: event.country, basis: event.basis, on: event.on, source: event.source }] }
    case 'nationality-withdrawn': return nationalityWithdrawn(withdrawApproval(state), event)
    case 'order-recorded': return { ...state, orders: [...state.orders, { orderId: event.orderId, orderKind: event.orderKind, madeOn: event.madeOn, source: event.source }] }
    case 'order-ended': return { ...state, orders: state.orders.map((order) => (order.orderId === event.orderId ? { ...order, ended: { on: event.on, reason: event.reason } } : order)) }
    case 'officer-assigned': return { ...state, officers: [...state.officers, { officer: event.officer, note: event.note }] }
    case 'travels-with': return { ...state, travelGroup: event.group }
    case 'travels-alone': return without(state, 'travelGroup')
    case 'case-absorbed': return absorbed(state, event)
    case 'absorption-undone': return absorptionUndone(state, event)
    case 'merged-into': return { ...state, mergedInto: event.caseId, closed: { reason: 'merged', on: event.on } }
    case 'merge-undone': return without(without(state, 'mergedInto'), 'closed')
    case 'case-closed': return { ...state, closed: { reason: event.reason, on: event.on } }
    case 'case-reopened': return without(state, 'closed')
  }
}

/** What a second person approved was the request as it then read: when the person's particulars change, it must be read again. */
function withdrawApproval(state: CaseState): CaseState {
  return { ...state, requests: state.requests.map((request) => (request.sentOn === undefined ? unread(request) : request)) }
}

function unread(request: Request): Request {
  const { checked: _checked, approved: _approved, ...rest } = request
  return rest
}

function nationalityWithdrawn(state: CaseState, { country, on }: Extract<FileEvent, { kind: 'nationality-withdrawn' }>): CaseState {
  const end = (one: Nationality): Nationality => (one.country === country && one.withdrawnOn === undefined ? { ...one, withdrawnOn: on } : one)
  return {
    ...state,
    nationalities: state.nationalities.map(end),
    corrections: [...state.corrections, { correctionId: `nationality/${state.version}`, of: 'nationality', subject: country, atVersion: state.version }],
  }
}

function absorbed(state: CaseState, { caseId, version, facts, nationalities, risks }: Extract<FileEvent, { kind: 'case-absorbed' }>): CaseState {
  return {
    ...withdrawApproval(state),
    facts: [...state.facts, ...facts.map((fact) => ({ ...fact, absorbedFrom: caseId }))],
    nationalities: [...state.nationalities, ...nationalities.map((one) => ({ ...one, absorbedFrom: caseId }))],
    risks: [...state.risks, ...risks.map((risk) => ({ ...risk, absorbedFrom: caseId }))],
    absorbed: [...state.absorbed, { caseId, version }],
  }
}

// A record made meanwhile to correct one from the other case goes with it: the other case has the same correction by now.
function absorptionUndone(state: CaseState, { caseId, on }: Extract<FileEvent, { kind: 'absorption-undone' }>): CaseState {
  return {
    ...withdrawApproval(state),
    facts: state.facts.filter((fact) => fact.absorbedFrom !== caseId),
    nationalities: state.nationalities.filter((one) => one.absorbedFrom !== caseId),
    risks: state.risks.filter((one) => one.absorbedFrom !== caseId),
    absorbed: state.absorbed.map((one) => (one.caseId === caseId && one.undoneOn === undefined ? { ...one, undoneOn: on } : one)),
  }
}

function without(state: CaseState, key: 'travelGroup' | 'mergedInto' | 'closed'): CaseState {
  const { [key]: _gone, ...rest } = state
  return rest
}
