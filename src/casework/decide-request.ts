import { accept, refuse, type Result } from '../kernel/result.ts'
import type { CaseState, Request } from './case-state.ts'
import { checkDestination } from './check-country.ts'
import { checkComingDay, checkDay, checkNotBefore, checkPastDay } from './check-day.ts'
import { checkFilled, checkListed, checkNewId, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, RequestCommand } from './command.ts'
import { checkOutcome } from './decide-outcome.ts'
import { checkStillHere } from './decide-destination.ts'
import type { CaseEvent } from './event.ts'
import { documentTypes, withdrawalReasons } from './lists.ts'
import type { CaseRefusal } from './refusal.ts'
import { isAwaited, standingOf } from './request-standing.ts'
import { isSameOfficer } from './same-officer.ts'
import { checkForeigner, takeStep } from './take-step.ts'

type Answer = Result<Decided, CaseRefusal>
type Of<Kind extends RequestCommand['kind']> = Extract<RequestCommand, { kind: Kind }>

/** Commands in the life of a request: drafted, checked, approved by a second person, sent, interview, outcome. */
export function decideRequest(command: RequestCommand, state: CaseState, context: Context): Answer {
  if (command.kind === 'draft-request') return draft(command, state, context)
  if (command.kind === 'record-earlier-request') return recordEarlier(command, state, context)
  const request = state.requests.find((one) => one.requestId === command.requestId)
  if (!request) return refuse({ code: 'unknown-request', requestId: command.requestId })
  switch (command.kind) {
    case 'check-request': return check(command, request, context)
    case 'approve-request': return approve(command, request, state, context)
    case 'send-request': return send(command, request, state, context)
    case 'acknowledge-request': return acknowledge(command, request, context)
    case 'arrange-interview': return arrange(command, request, context)
    case 'hold-interview': return holdInterview(command, request, state, context)
    case 'record-outcome': return recordOutcome(command, request, state, context)
    case 'withdraw-request': return withdraw(command, request, context)
  }
}

function draft(command: Of<'draft-request'>, state: CaseState, { today, officer, agreements }: Context): Answer {
  const { requestId, destination, consulate, documentType, agreement, on } = command
  const refusal = firstOf(checkNewRequest(command, state, today), checkStillHere(state), checkAgreement(command, agreements))
  return settle(refusal, { kind: 'request-drafted', requestId, destination, consulate, documentType, ...(agreement === undefined ? {} : { agreement }), by: officer, on })
}

function checkAgreement({ agreement, destination }: Of<'draft-request' | 'record-earlier-request'>, agreements: Context['agreements']): CaseRefusal | undefined {
  const known = agreement === undefined || agreements.some((one) => one.code === agreement && one.country === destination)
  return known ? undefined : { code: 'unknown-agreement', agreement }
}

// Several states may be asked at once, and one state for several documents; the same thing of the same office only once.
function checkNewRequest({ requestId, destination, consulate, documentType, on }: Of<'draft-request' | 'record-earlier-request'>, state: CaseState, today: Context['today']): CaseRefusal | undefined {
  const same = state.requests.find((one) => isAwaited(one) && one.destination === destination && one.consulate === consulate && one.documentType === documentType)
  return firstOf(
    checkNewId(requestId, state.requests.map((one) => one.requestId)), checkDestination(destination, state.jurisdiction), checkForeigner(state),
    checkFilled('consulate', consulate), checkListed('documentType', documentType, documentTypes), checkPastDay('on', on, today),
    same && { code: 'request-already-open', requestId: same.requestId },
  )
}

function recordEarlier(command: Of<'record-earlier-request'>, state: CaseState, { today, agreements }: Context): Answer {
  const { requestId, destination, consulate, documentType, agreement, draftedOn, on, source } = command
  const refusal = firstOf(
    checkNewRequest(command, state, today), checkAgreement(command, agreements), checkSource(source),
    draftedOn === undefined ? undefined : firstOf(checkPastDay('draftedOn', draftedOn, today), checkNotBefore(on, 'request-drafted', draftedOn)),
    // What went out after the case was opened here went out through its gates, or not at all.
    on > state.openedOn ? { code: 'out-of-order', day: state.openedOn, after: 'earlier-request', afterDay: on } : undefined,
  )
  return settle(refusal, { kind: 'earlier-request-recorded', requestId, destination, consulate, documentType, ...(agreement === undefined ? {} : { agreement }), ...(draftedOn === undefined ? {} : { draftedOn }), sentOn: on, source })
}

function check({ requestId, on }: Of<'check-request'>, request: Request, { officer, today }: Context): Answer {
  const refusal = firstOf(standingOf(request) === 'drafted' ? undefined : { code: 'request-not-drafted', requestId }, checkPastDay('on', on, today), checkNotBefore(on, 'request-drafted', request.drafted?.on))
  return settle(refusal, { kind: 'request-checked', requestId, by: officer, on })
}

/** Whoever drafted a request does not approve it. Who checked it for completeness may. */
function approve({ requestId, on }: Of<'approve-request'>, request: Request, state: CaseState, { officer, today }: Context): Answer {
  const refusal = firstOf(
    standingOf(request) === 'checked' ? undefined : { code: 'request-not-checked', requestId },
    isSameOfficer(request.drafted?.by, officer) ? { code: 'self-approval', officer } : undefined,
    checkForeigner(state), checkPastDay('on', on, today), checkNotBefore(on, 'request-checked', request.checked?.on),
  )
  return settle(refusal, { kind: 'request-approved', requestId, by: officer, on })
}

function send({ requestId, on }: Of<'send-request'>, request: Request, state: CaseState, context: Context): Answer {
  const { destination, approved, drafted, sentOn } = request
  const refusal = firstOf(
    sentOn === undefined ? undefined : { code: 'request-already-sent', requestId },
    standingOf(request) === 'approved' ? undefined : { code: 'request-not-approved', requestId },
    isSameOfficer(approved?.by, drafted?.by) ? { code: 'self-approval', officer: approved?.by ?? '' } : undefined,
    checkDay('on', on), checkNotBefore(on, 'request-approved', approved?.on), checkStillHere(state),
  )
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'request', destination, on }, (decisionDigest) => ({ kind: 'request-sent', requestId, destination, on, decisionDigest }))
}

function acknowledge({ requestId, on, source }: Of<'acknowledge-request'>, request: Request, { today }: Context): Answer {
  const refusal = firstOf(checkWithState(request), request.acknowledgedOn === undefined ? undefined : { code: 'already-acknowledged', requestId }, checkPastDay('on', on, today), checkNotBefore(on, 'request-sent', request.sentOn), checkSource(source))
  return settle(refusal, { kind: 'request-acknowledged', requestId, on, source })
}

function arrange({ requestId, heldOn }: Of<'arrange-interview'>, request: Request, { today }: Context): Answer {
  return settle(firstOf(checkWithState(request), checkComingDay('heldOn', heldOn, today)), { kind: 'interview-arranged', requestId, heldOn })
}

function holdInterview({ requestId, on }: Of<'hold-interview'>, request: Request, state: CaseState, context: Context): Answer {
  const { destination } = request
  const refusal = firstOf(checkWithState(request), checkStillHere(state))
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'interview', destination, on }, (decisionDigest) => ({ kind: 'interview-held', requestId, destination, on, decisionDigest }))
}

function recordOutcome(command: Of<'record-outcome'>, request: Request, state: CaseState, context: Context): Answer {
  const { requestId, outcome, on, source } = command
  return settle(checkOutcome(command, request, state, context), { kind: 'outcome-recorded', requestId, outcome, on, source })
}

function withdraw({ requestId, reason, on }: Of<'withdraw-request'>, request: Request, { today }: Context): Answer {
  const begun = request.sentOn ?? request.drafted?.on
  const refusal = firstOf(isAwaited(request) ? undefined : { code: 'request-ended', requestId }, checkListed('reason', reason, withdrawalReasons), checkPastDay('on', on, today), checkNotBefore(on, 'request-sent', begun))
  return settle(refusal, { kind: 'request-withdrawn', requestId, reason, on })
}

/** Refuses what can only be done while the state has the request and has not decided it. */
function checkWithState(request: Request): CaseRefusal | undefined {
  const { requestId } = request
  if (request.sentOn === undefined) return { code: 'request-not-sent', requestId }
  return standingOf(request) === 'sent' ? undefined : { code: 'request-ended', requestId }
}

function settle(refusal: CaseRefusal | undefined, ...events: readonly CaseEvent[]): Answer {
  return refusal ? refuse(refusal) : accept({ events })
}
