// What must be so of everything that the code emits, written without its tables, its reader and its way of asking.
import type { CaseState } from '../../src/casework/case-state.ts'
import type { Context, Decided } from '../../src/casework/command.ts'
import type { Decision } from '../../src/casework/decision.ts'
import type { CaseEvent } from '../../src/casework/event.ts'
import type { FactRecord } from '../../src/casework/fact-record.ts'
import { allGates } from '../../src/casework/gates/all.ts'
import { askGate } from '../../src/casework/gate.ts'
import { readerOf } from '../../src/casework/read-case.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import type { Step } from '../../src/law/rule.ts'
import { expectedGates } from '../expected-steps.ts'
import { locks } from './alphabet.ts'

/** Events after which a home state knows something, or a person is gone or closer to going: their step, and whom they tell. */
export const guarded: Readonly<Record<string, Step>> = {
  'contact-made': 'contact', 'destination-asked': 'contact', 'correction-sent': 'contact', 'request-sent': 'request', 'interview-held': 'interview',
  'document-taken': 'document', 'booking-made': 'booking', 'handed-over': 'hand-over', departed: 'departure',
}

export const outboundKinds: readonly string[] = ['contact-made', 'destination-asked', 'correction-sent', 'request-sent']

/** What the events of a case brought, kept without `evolve`: its records and where they came from, and whether it goes on. */
export type Ledger = { readonly records: readonly Written[]; readonly left: boolean; readonly closed: boolean }
type Written = FactRecord & { readonly from?: string }

/** The ledger of a case that has just been made ready. */
export function openLedger(records: readonly FactRecord[]): Ledger {
  return { records, left: false, closed: false }
}

/** The ledger after one more event. */
export function writeLedger(ledger: Ledger, event: CaseEvent): Ledger {
  const { kind } = event
  if (kind === 'fact-recorded') return { ...ledger, records: [...ledger.records, written(event.record, ledger.records.find(({ id }) => id === event.record.corrects)?.from)] }
  if (kind === 'case-absorbed') return { ...ledger, records: [...ledger.records, ...event.facts.map((record) => written(record, event.caseId))] }
  if (kind === 'absorption-undone') return { ...ledger, records: ledger.records.filter(({ from }) => from !== event.caseId) }
  if (kind === 'departed' || kind === 'left-without-removal') return { ...ledger, left: true }
  if (kind === 'arrival-recorded') return { ...ledger, left: event.outcome === 'admitted' }
  if (kind === 'case-closed' || kind === 'merged-into') return { ...ledger, closed: true }
  return kind === 'case-reopened' || kind === 'merge-undone' ? { ...ledger, closed: false } : ledger
}

function written(record: FactRecord, from: string | undefined): Written {
  return from === undefined ? record : { ...record, from }
}

export type Judged = { readonly state: CaseState; readonly ledger: Ledger; readonly context: Context; readonly otherLedger?: Ledger }

/** What is wrong with what `decide` gave for this state; nothing when all is well. The store is not asked. */
export function judge({ state, ledger, context, otherLedger }: Judged, { events, decision }: Decided): readonly string[] {
  const guardedEvents = events.filter(({ kind }) => kind in guarded)
  const [event, ...more] = guardedEvents
  const plain = events.flatMap((one) => judgePlain(one, state, ledger.records, context, otherLedger?.records ?? []))
  if (!event) return decision ? [...plain, 'a decision without an event that needs one'] : plain
  const step = guarded[event.kind] as Step
  const { destination, on, decisionDigest } = event as { readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  const { today, caseId } = context
  const said = decision && decision.caseId === caseId && decision.caseVersion === state.version && decision.step === step && decision.destination === destination
    && decision.state === 'open' && decision.digest === decisionDigest && decision.digest === sha256(decision.bytes) && decision.lawDigest === context.book.digest
  return [
    ...plain,
    ...(more.length > 0 || events[0] !== event ? [`${event.kind} is not the first, or not the only one of its kind`] : []),
    ...(said ? [] : [`${event.kind} without an open decision about version ${state.version}, ${step}, ${destination}`]),
    ...(on === today ? [] : [`${event.kind} on ${on}, asked on ${today}`]),
    ...closedGates(state, step, destination, context).map((gate) => `${event.kind} to ${destination} although ${gate} holds`),
    ...plainReasons(ledger, state, event.kind, destination, context).map((reason) => `${event.kind} to ${destination} although ${reason}`),
    ...misplaced(state, ledger, event),
  ]
}

/** What the gates answered is kept when they hold, too; kept as open it would let another program through. */
export function judgeHeld({ state, context }: Judged, decision: Decision): readonly string[] {
  const bytes = JSON.parse(decision.bytes) as { readonly state: string; readonly gates: readonly { readonly holds: readonly unknown[] }[] }
  const fits = decision.caseVersion === state.version && decision.caseId === context.caseId && decision.state === bytes.state && decision.digest === sha256(decision.bytes)
  return decision.state === 'open' || !fits || bytes.gates.every(({ holds }) => holds.length === 0) ? ['a held step is kept as an open one, or about another version'] : []
}

function judgePlain(event: CaseEvent, state: CaseState, ledger: readonly FactRecord[], { caseId, officer, other }: Context, otherLedger: readonly FactRecord[]): readonly string[] {
  if (event.kind === 'request-approved') return state.requests.some(({ requestId, drafted }) => requestId === event.requestId && drafted?.by === officer) ? ['a request approved by whoever drafted it'] : []
  const has = (all: readonly FactRecord[]) => (record: FactRecord) => all.some(({ id }) => id === record.id)
  if (event.kind === 'case-absorbed') return otherLedger.every(has(event.facts)) ? [] : ['a case absorbed without some of its records']
  if (event.kind === 'merged-into') return ledger.every(has(otherLedger)) ? [] : ['a case merged whose records were not all taken over']
  if (event.kind === 'absorption-undone') return other?.state.mergedInto === caseId ? ['records given up that the case they came from still rests on'] : []
  return []
}

/** Every gate that the step must ask, by the list written down a second time, asked one by one. */
function closedGates(state: CaseState, step: Step, destination: string, { today, book }: Context): readonly string[] {
  const read = readerOf(state, destination, undefined, today, book, step)
  return expectedGates(state.jurisdiction, step).filter((code) => {
    const gate = allGates.find((one) => one.code === code)
    return !gate || askGate(gate, { read, day: today, book }).holds.length > 0
  })
}

/** Reasons that anybody can see in the records, without the law: a stay or a protection that nothing has ended. */
function plainReasons({ records: facts, left }: Ledger, { jurisdiction, risks, orders, nationalities }: CaseState, kind: CaseEvent['kind'], destination: string, { today, book }: Context): readonly string[] {
  const step = guarded[kind] as Step
  const standing = facts.filter((record) => record.on <= today && !facts.some(({ corrects }) => corrects === record.id) && (record.destination === undefined || record.destination === destination))
  const of = (fact: string, value: string) => standing.filter((record) => record.fact === fact && record.value === value)
  const held = locks[jurisdiction].flatMap(({ closes, ends, destination: named }) => {
    const endings = of(ends, 'yes').filter((one) => named === undefined || one.destination === destination)
    const open = of(closes, 'yes').filter((yes) => !endings.some(({ on }) => on >= yes.on))
    const doubt = of(closes, 'unknown').filter((unknown) => ![...of(closes, 'yes'), ...of(closes, 'no')].some((certain) => isAfter(certain, unknown)))
    return [...(open.length > 0 ? [`${closes} is recorded and not ended`] : []), ...(doubt.length > 0 ? [`${closes} is in doubt`] : [])]
  })
  const moratorium = jurisdiction === 'CA' && book.instruments.some((one) => one.code === newMoratorium && one.place.country === destination)
  const noWarrant = jurisdiction === 'US' && ['hand-over', 'departure'].includes(step) && book.rules.some(({ code, until }) => code === closedRule && until.length === 0)
  const worst = risks.filter((risk) => risk.destination === destination && risk.on === today && risk.finding === 'substantial-risk')
  return [
    ...(worst.length > 0 && ['contact', 'request', 'interview', 'document'].includes(step) ? ['a substantial risk was found there today'] : []),
    ...(orders.every(({ ended }) => ended !== undefined && ended.on <= today) ? ['no order is left'] : []),
    ...(nationalities.some(({ country, withdrawnOn }) => country === jurisdiction && withdrawnOn === undefined) ? ['the person may be a citizen here'] : []),
    // What a state was told wrong must be put right there, wherever the person is by now.
    ...(left && kind !== 'correction-sent' ? ['the person has left'] : []),
    ...held,
    ...(moratorium ? ['a moratorium is in force there'] : []),
    ...(noWarrant ? ['no warrant opens this any more'] : []),
  ]
}

function isAfter(one: FactRecord, other: FactRecord): boolean {
  return one.on > other.on || (one.on === other.on && one.recordedAt > other.recordedAt)
}

/** What the second law book has and the first has not: an instrument of Canada, and a rule of the United States that nothing ends. */
export const newMoratorium = 'sample-moratorium'
export const closedRule = 'us-warrant'

function misplaced(state: CaseState, { closed }: Ledger, event: CaseEvent): readonly string[] {
  const request = event.kind === 'request-sent' || event.kind === 'correction-sent' ? state.requests.find(({ requestId }) => requestId === event.requestId) : undefined
  return [
    ...(event.kind !== 'correction-sent' && closed ? [`${event.kind} in a case that is closed`] : []),
    ...(event.kind === 'request-sent' && (!request?.approved || !request.checked || request.approved.by === request.drafted?.by) ? ['a request sent without a check and the approval of a second person'] : []),
    ...(event.kind === 'request-sent' && (request?.withdrawn || request?.sentOn !== undefined) ? ['a request sent twice, or after it was withdrawn'] : []),
    ...(event.kind === 'correction-sent' && (request?.sentOn === undefined || request.earlier || request.withdrawn) ? ['a correction of a request that did not leave from here, or was withdrawn'] : []),
  ]
}
