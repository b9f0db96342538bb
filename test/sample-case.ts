// A plainly fictional case, and decisions about it, for tests of what the database keeps and refuses.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { writeDecision, type Decision, type DecisionSubject } from '../src/casework/decision.ts'
import type { StepAnswer } from '../src/casework/decide-step.ts'
import type { CaseEvent } from '../src/casework/event.ts'
import type { Identity } from '../src/casework/identity.ts'
import { buildOutboundCorrection } from '../src/casework/outbound-correction.ts'
import { buildOutboundRequest } from '../src/casework/outbound-request.ts'
import { sha256 } from '../src/kernel/digest.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { appendEvents, type Append } from '../src/store/cases.ts'
import { commandDigest } from '../src/store/command-digest.ts'
import { recordDecision } from '../src/store/decisions.ts'
import { sendOutbound } from '../src/store/outbound.ts'
import type { Standing } from '../src/store/standing.ts'
import type { Database } from '../src/store/tables.ts'
import type { FreshDatabase } from './fresh-database.ts'

export const sampleDay = '2026-03-02' as PlainDate
/** Stands in what only the protected part of a sample case holds: whoever sees it has seen too much. */
export const secret = 'asylum-claim-of-sample-one'

export const sampleRequest = { requestId: '0a4dc6de-57fb-4bb2-9d3f-1f1f5c9c1c11', destination: 'GH', consulate: 'Consulate of sample', documentType: 'emergency-travel-document' } as const

export const sampleIdentity: Identity = {
  familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornIn: 'Exampletown', bornInCountry: 'GH', sex: 'female', photograph: sha256('no photograph'),
  identityDocuments: [{ documentType: 'passport', number: 'X0000001', country: 'GH', copy: true }],
}

export const sampleStanding: Standing = { inventory: 'working', openedOn: sampleDay, lastStepOn: sampleDay, country: 'GH', officer: 'officer-one', due: { on: '2026-03-20' as PlainDate, for: 'reply' }, attention: { on: sampleDay, collisions: [], answers: [] } }

export const openingEvents: readonly CaseEvent[] = [
  { kind: 'case-opened', jurisdiction: 'CA', identity: sampleIdentity, openedOn: sampleDay, source: 'file 1' },
  { kind: 'nationality-recorded', country: 'GH', basis: 'own-document', on: sampleDay, source: 'passport' },
  { kind: 'fact-recorded', record: { id: 'fact-1', fact: 'prra-notified', value: 'no', on: sampleDay, source: secret, recordedAt: '2001-01-01T00:00:00.000Z' } },
  { kind: 'request-drafted', ...sampleRequest, by: 'officer-one', on: sampleDay },
]

/** Opens a sample case and returns its id; its version is 4. */
export async function openSampleCase(fresh: FreshDatabase, caseId: string = randomUUID()): Promise<string> {
  const outcome = await appendEvents(fresh.as.application, command(caseId, 0, openingEvents))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return caseId
}

/** Books a journey for a sample case at version 4; its version is then 5. */
export async function bookSampleCase(fresh: FreshDatabase, caseId: string, place?: string): Promise<void> {
  const where = place === undefined ? {} : { place }
  const decision = await recordSampleDecision(fresh, sampleDecision(caseId, { step: 'booking', ...where }))
  const outcome = await appendEvents(fresh.as.application, command(caseId, 4, [{ kind: 'booking-made', bookingId: sampleBookingId, destination: 'GH', ...where, departsOn: sampleDay, documentId: 'document-1', on: sampleDay, decisionDigest: decision.digest }]))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}

export const sampleBookingId = 'booking-1'

export function command(caseId: string, expectedVersion: number, events: readonly CaseEvent[], commandId: string = randomUUID()): Append {
  return { caseId, expectedVersion, commandId, commandDigest: commandDigest(events), officer: 'officer-one', events, standing: sampleStanding }
}

const openAnswer: StepAnswer = { state: 'open', gates: [{ gate: 'sample-gate', holds: [], weighed: [] }], readings: [], alarms: [] }

/** An answer of one made-up gate: open, unless another state is wished. */
export function sampleDecision(caseId: string, subject: Partial<DecisionSubject> = {}, state: StepAnswer['state'] = 'open'): Decision {
  const hold = { rule: 'sample-rule', reason: 'so', provisions: [secret], authority: 'statute', text: 'verified', reach: 'everywhere', unsettled: [], opensWhen: [], ignored: [] } as const
  const answer: StepAnswer = state === 'open' ? openAnswer : { ...openAnswer, state, gates: [{ gate: 'sample-gate', holds: [hold], weighed: [] }] }
  return writeDecision({ caseId, caseVersion: 4, jurisdiction: 'CA', step: 'request', destination: 'GH', day: sampleDay, lawDigest: sha256('sample law'), ...subject }, answer)
}

export async function recordSampleDecision(fresh: FreshDatabase, decision: Decision): Promise<Decision> {
  const outcome = await recordDecision(fresh.as.gates, decision, 0)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return decision
}

export function requestSent(decision: Decision, requestId: string = sampleRequest.requestId) {
  return { kind: 'request-sent', requestId, destination: decision.destination, on: sampleDay, decisionDigest: decision.digest } as const
}

/** What leaves for the sample request. */
export function sampleContent(): string {
  const built = buildOutboundRequest({ identity: sampleIdentity, nationalities: [{ country: 'GH', basis: 'own-document', on: sampleDay }], request: sampleRequest, agreements: [], extras: {}, authorities: [], today: sampleDay })
  if (!built.ok) throw new Error(JSON.stringify(built.refusal))
  return built.value.content
}

/** Sends the sample request under this decision. */
export function sendSample(fresh: FreshDatabase, caseId: string, expectedVersion: number, decision: Decision, commandId: string = randomUUID()) {
  return sendSampleBy(fresh.as.outbound, caseId, expectedVersion, decision, commandId)
}

export function sendSampleBy(tx: Database, caseId: string, expectedVersion: number, decision: Decision, commandId: string = randomUUID()) {
  const event = requestSent(decision)
  const { events: _events, ...rest } = command(caseId, expectedVersion, [event], commandId)
  return sendOutbound(tx, { ...rest, event, content: sampleContent() })
}

/** The sample identity as it is put right after the request has left. */
export const rightIdentity: Identity = { ...sampleIdentity, bornOn: '1990-05-18' }
export const sampleCorrectionId = 'identity/6'

/** A sample case whose request has left and whose identity was then put right, with an open decision on contact; its version is 6. */
export async function wrongSampleCase(fresh: FreshDatabase): Promise<{ readonly caseId: string; readonly decision: Decision }> {
  const { caseId } = await sentSampleCase(fresh)
  const outcome = await appendEvents(fresh.as.application, command(caseId, 5, [{ kind: 'identity-recorded', identity: rightIdentity, source: secret }]))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return { caseId, decision: await recordSampleDecision(fresh, sampleDecision(caseId, { caseVersion: 6, step: 'contact' })) }
}

export function correctionSent(decision: Decision) {
  return { kind: 'correction-sent', correctionId: sampleCorrectionId, requestId: sampleRequest.requestId, destination: decision.destination, on: sampleDay, decisionDigest: decision.digest } as const
}

/** What leaves to correct the sample request. */
export function sampleCorrection(): string {
  const built = buildOutboundCorrection({ identity: rightIdentity, nationalities: [{ country: 'GH', basis: 'own-document', on: sampleDay }], request: sampleRequest, agreements: [], extras: {}, authorities: [], today: sampleDay }, { left: true, withdrawn: false })
  if (!built.ok) throw new Error(JSON.stringify(built.refusal))
  return built.value.content
}

/** Sends the sample correction under this decision. */
export function sendSampleCorrection({ as }: FreshDatabase, caseId: string, expectedVersion: number, decision: Decision, commandId: string = randomUUID()) {
  const event = correctionSent(decision)
  const { events: _events, ...rest } = command(caseId, expectedVersion, [event], commandId)
  return sendOutbound(as.outbound, { ...rest, event, content: sampleCorrection() })
}

/** A case in which everything is there that somebody could want to change: events, an open decision, a held one, a message. */
export async function sentSampleCase(fresh: FreshDatabase): Promise<{ readonly caseId: string; readonly decision: Decision; readonly version: number }> {
  const caseId = await openSampleCase(fresh)
  await recordSampleDecision(fresh, sampleDecision(caseId, { destination: 'KE' }, 'held-everywhere'))
  const decision = await recordSampleDecision(fresh, sampleDecision(caseId))
  const sent = await sendSample(fresh, caseId, 4, decision)
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
  await sql`select record_statutory_person(${caseId}, 'officer-one', 'GH', 1990, 'female', 'none-recorded')`.execute(fresh.as.application)
  return { caseId, decision, version: 5 }
}
