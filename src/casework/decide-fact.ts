import { accept, refuse, type Result } from '../kernel/result.ts'
import { factDefinition, isFactCode } from '../law/facts.ts'
import type { CaseState, Request } from './case-state.ts'
import { checkCountry, checkDestination } from './check-country.ts'
import { checkNotBefore, checkPastDay } from './check-day.ts'
import { checkFilled, checkListed, checkNewId, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, FactCommand } from './command.ts'
import type { CaseEvent } from './event.ts'
import type { FactRecord } from './fact-record.ts'
import { riskFindings } from './lists.ts'
import { recipientsToTell } from './recipients-to-tell.ts'
import type { CaseRefusal } from './refusal.ts'
import { takeStep } from './take-step.ts'

type Answer = Result<Decided, CaseRefusal>
type Of<Kind extends FactCommand['kind']> = Extract<FactCommand, { kind: Kind }>

/** Commands about what is known, and about who was told what. */
export function decideFact(command: FactCommand, state: CaseState, context: Context): Answer {
  switch (command.kind) {
    case 'record-fact': return recordFact(command, state, context)
    case 'correct-fact': return correctFact(command, state, context)
    case 'tell-recipient': return tellRecipient(command, state, context)
    case 'send-correction': return sendCorrection(command, state, context)
    case 'record-risk': return recordRisk(command, state, context)
    case 'record-detention': return recordDetention(command, state, context)
    case 'record-custody-review': return recordReview(command, state, context)
  }
}

function recordFact({ factId, fact, value, on, destination, place, source }: Of<'record-fact'>, state: CaseState, { at, today }: Context): Answer {
  if (!isFactCode(fact)) return refuse({ code: 'unknown-fact', fact })
  const record: FactRecord = { id: factId, fact, value, on, ...aboutWhere(destination, place), source, recordedAt: at }
  return settle(checkRecord(record, state, today), { kind: 'fact-recorded', record })
}

function correctFact({ factId, corrects, value, on, destination, place, source }: Of<'correct-fact'>, state: CaseState, { at, today }: Context): Answer {
  const wrong = state.facts.find((fact) => fact.id === corrects)
  if (!wrong) return refuse({ code: 'unknown-fact-record', factId: corrects })
  if (state.facts.some((fact) => fact.corrects === corrects)) return refuse({ code: 'already-corrected', factId: corrects })
  if (value === wrong.value && on === wrong.on && destination === wrong.destination && place === wrong.place) return refuse({ code: 'nothing-changed' })
  const record: FactRecord = { id: factId, fact: wrong.fact, value, on, ...aboutWhere(destination, place), source, recordedAt: at, corrects }
  return settle(checkRecord(record, state, today), { kind: 'fact-recorded', record })
}

function aboutWhere(destination: string | undefined, place: string | undefined): Pick<FactRecord, 'destination' | 'place'> {
  return { ...(destination === undefined ? {} : { destination }), ...(place === undefined ? {} : { place }) }
}

function checkRecord({ id, fact, value, on, destination, place, source }: FactRecord, state: CaseState, today: Context['today']): CaseRefusal | undefined {
  const { about, effect, computed, ofPlace } = factDefinition(fact)
  return firstOf(
    computed === undefined ? undefined : { code: 'fact-is-computed', fact },
    checkNewId(id, state.facts.map((one) => one.id)),
    checkListed('value', value, ['yes', 'no', 'unknown']),
    checkPastDay('on', on, today),
    checkSource(source),
    about === 'person' && destination !== undefined ? { code: 'fact-has-no-destination', fact } : undefined,
    // What ends protection ends it for a named state; protection itself may well be against every one.
    about === 'destination' && destination === undefined && effect === 'ends' && value === 'yes' ? { code: 'fact-needs-destination', fact } : undefined,
    destination === undefined ? undefined : checkCountry(destination),
    place === undefined ? undefined : firstOf(ofPlace === undefined ? { code: 'fact-has-no-place', fact } : undefined, destination === undefined ? { code: 'fact-needs-destination', fact } : undefined, checkFilled('place', place)),
  )
}

function tellRecipient({ correctionId, recipient, on, source }: Of<'tell-recipient'>, state: CaseState, { today }: Context): Answer {
  const refusal = firstOf(checkPastDay('on', on, today), checkSource(source), checkOwed(correctionId, recipient, state), recipient.startsWith('request/') ? { code: 'not-a-recipient', recipient } : undefined)
  return settle(refusal, { kind: 'recipient-told', correctionId, recipient, on, source })
}

function sendCorrection({ correctionId, requestId, on }: Of<'send-correction'>, state: CaseState, context: Context): Answer {
  const request = state.requests.find((one: Request) => one.requestId === requestId)
  if (!request) return refuse({ code: 'unknown-request', requestId })
  const refusal = firstOf(
    checkOwed(correctionId, `request/${requestId}`, state),
    request.earlier ? { code: 'request-left-elsewhere', requestId } : undefined,
    request.withdrawn ? { code: 'request-ended', requestId } : undefined,
  )
  if (refusal) return refuse(refusal)
  const { destination } = request
  return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'correction-sent', correctionId, requestId, destination, on, decisionDigest }))
}

function checkOwed(correctionId: string, recipient: string, state: CaseState): CaseRefusal | undefined {
  if (!state.corrections.some((one) => one.correctionId === correctionId)) return { code: 'unknown-correction', correctionId }
  const owed = recipientsToTell(state).some((one) => one.correctionId === correctionId && one.recipient === recipient)
  return owed ? undefined : { code: 'not-a-recipient', recipient }
}

// A finding has a name and reasons, and never a number. What follows from it is for the rules to say.
function recordRisk({ riskId, destination, finding, reasons, on }: Of<'record-risk'>, state: CaseState, { officer, today }: Context): Answer {
  const refusal = firstOf(checkNewId(riskId, state.risks.map((risk) => risk.riskId)), checkDestination(destination, state.jurisdiction), checkListed('finding', finding, riskFindings), checkFilled('reasons', reasons), checkPastDay('on', on, today))
  return settle(refusal, { kind: 'risk-recorded', riskId, destination, finding, reasons, by: officer, on })
}

function recordDetention({ detained, on, source }: Of<'record-detention'>, { detentions }: CaseState, { today }: Context): Answer {
  const last = detentions.at(-1)
  const refusal = firstOf(checkPastDay('on', on, today), checkNotBefore(on, 'detention-recorded', last?.on), (last?.detained ?? false) === detained ? { code: 'nothing-changed' } : undefined, checkSource(source))
  return settle(refusal, { kind: 'detention-recorded', detained, on, source })
}

function recordReview({ on, source }: Of<'record-custody-review'>, { detentions, custodyReviews }: CaseState, { today }: Context): Answer {
  const last = detentions.at(-1)
  const refusal = firstOf(last?.detained === false ? { code: 'not-detained' } : undefined, checkPastDay('on', on, today), checkNotBefore(on, 'detention-recorded', last?.on), checkNotBefore(on, 'custody-reviewed', custodyReviews.at(-1)), checkSource(source))
  return settle(refusal, { kind: 'custody-reviewed', on, source })
}

function settle(refusal: CaseRefusal | undefined, ...events: readonly CaseEvent[]): Answer {
  return refusal ? refuse(refusal) : accept({ events })
}
