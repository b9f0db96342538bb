// The functions that a role may call, given what they must not take; and those that it may not call.
import { randomUUID } from 'node:crypto'
import type { Decision } from '../../src/casework/decision.ts'
import { gatedSteps } from '../../src/casework/event.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import type { ServingRole } from '../../src/store/roles.ts'
import { openingEvents, sampleBookingId, sampleContent, sampleDay, sampleDecision, sampleRequest, secret as protectedText } from '../sample-case.ts'
import { allBut, attempts, forbidden, trials, type Attempt, type Attacker, type Row } from './attack.ts'
import { sendCorrection } from './corrections.ts'
import { quoted, requestBody } from './statements.ts'
import type { World } from './world.ts'

// What somebody would like to send along.
const remark = 'words-of-an-attacker'
const columns = { inventory: 'working', opened_on: sampleDay, last_step_on: sampleDay, attention: {}, family_name: 'x', given_names: 'x', name_key: 'x' }
const standing = quoted(columns)
const [opened] = openingEvents
const review = { kind: 'custody-reviewed', on: sampleDay, source: 'x' }

type Call = { readonly caseId: string; readonly version?: number | null; readonly commandId?: string; readonly digest?: string; readonly officer?: string; readonly events?: unknown; readonly json?: string }

export function append({ caseId, version = 4, commandId = randomUUID(), digest = sha256('x'), officer = 'x', events = [review], json = quoted(events) }: Call): string {
  return `select * from append_events('${caseId}', ${version}, ${commandId === 'null' ? 'null' : `'${commandId}'`}, ${quoted(digest)}, ${quoted(officer)}, ${json}, ${standing})`
}

function send(caseId: string, version: number, decision: string, { body = {}, content = sampleContent() }: { readonly body?: object; readonly content?: string | null } = {}): string {
  const event = { kind: 'request-sent', ...requestBody, decisionDigest: decision, ...body }
  return `select * from send_outbound('${caseId}', ${version}, '${randomUUID()}', '${sha256('x')}', 'x', ${quoted(event)}, ${content === null ? 'null' : quoted(content)}, ${standing})`
}

const record = (decision: Decision, revision = 0) => `select * from record_decision(${quoted(decision.bytes)}, ${revision})`
const departed = (decision: string, change: object = {}) => ({ kind: 'departed', bookingId: sampleBookingId, destination: 'GH', on: sampleDay, decisionDigest: decision, ...change })

const wasDone = (rows: readonly Row[]) => rows.some(({ outcome }) => outcome === 'added' || outcome === 'recorded' || outcome === 'repeated' || outcome === 'approved')

// 22…: the value is no value of that type. 23…: a key, check or NOT NULL refuses.
const senseless = [...forbidden, '22023', '22P02', '22P05', '23502', '23514', '23503', '23505']

function call(name: string, attacker: Attacker, statement: (world: World) => string, refusals: readonly string[] = senseless): readonly Attempt[] {
  return trials(name, (world) => [statement(world)], wasDone, [attacker], refusals)
}

/** Refused by an answer, not by an error: the guard stands before the wall behind it. */
const answer: readonly string[] = []

/** A decision whose bytes say something else than what the gates would have written. */
function forged(decision: Decision, change: (said: Record<string, unknown>) => object): Decision {
  return { ...decision, bytes: JSON.stringify(change(JSON.parse(decision.bytes) as Record<string, unknown>)) }
}

const content = (change: object) => {
  const bare = JSON.stringify({ ...(JSON.parse(sampleContent()) as object), ...change, padding: '' })
  return `${bare.slice(0, -2)}${' '.repeat(Math.max(0, 8192 - Buffer.byteLength(bare)))}"}`
}

const functionCalls: Readonly<Record<string, { readonly call: (world: World) => string; readonly by: readonly ServingRole[] }>> = {
  'append_events': { call: ({ ready }) => append({ caseId: ready.caseId }), by: ['application'] },
  'lock_cases': { call: ({ ready }) => `select lock_cases(array['${ready.caseId}']::uuid[])`, by: ['application'] },
  'open_cases': { call: () => `select * from open_cases('x', '[]')`, by: ['application'] },
  'refresh_standing': { call: ({ ready }) => `select refresh_standing('${ready.caseId}', 4, ${standing})`, by: ['application'] },
  'propose_law_update': { call: () => `select propose_law_update('${randomUUID()}', 'x', '{}')`, by: ['application'] },
  'approve_law_update': { call: ({ updateId }) => `select * from approve_law_update('${updateId}', 'reviewer-two', '${sha256('{}')}', '[]')`, by: ['application'] },
  'record_statutory_person': { call: ({ ready }) => `select record_statutory_person('${ready.caseId}', 'x', 'GH', 1990, 'female', 'security')`, by: ['application'] },
  'record_decision': { call: ({ held }) => record(sampleDecision(held.caseId)), by: ['gates'] },
  'send_outbound': { call: ({ ready }) => send(ready.caseId, 4, ready.decision.digest), by: ['outbound'] },
  'send_withdrawal': { call: ({ sent }) => `select send_withdrawal('${sent.caseId}', '${sampleRequest.requestId}')`, by: ['outbound'] },
  'send_correction': { call: ({ wrong }) => sendCorrection(wrong), by: ['outbound'] },
  'use_session': { call: () => `select * from use_session(sha256('x'))`, by: ['application'] },
  'read_invitation': { call: () => `select * from read_invitation(sha256('x'))`, by: ['application'] },
  'use_invitation': { call: () => `select use_invitation(sha256('x'))`, by: ['application'] },
  'take_pending': { call: () => `select * from take_pending(sha256('x'), sha256('x'), 'provider')`, by: ['application'] },
  'count_attempt': { call: () => `select count_attempt('all', sha256('x'), interval '1 minute')`, by: ['application'] },
  'remove_old_attempts': { call: () => 'select remove_old_attempts()', by: ['application'] },
  'add_events': { call: ({ ready }) => `select * from add_events('${ready.caseId}', 4, '${randomUUID()}', sha256('x'), 'x', ${quoted([review])}, ${standing}, null)`, by: [] },
  'remove_fictional_cases': { call: () => 'select remove_fictional_cases()', by: [] },
  'load_fictional_cases': { call: () => `select load_fictional_cases('x', '[]')`, by: [] },
}

export const functions: readonly Attempt[] = [
  ...Object.entries(functionCalls).flatMap(([name, { call: statement, by }]) => attempts(`call ${name}`, statement, allBut(...by))),

  // Appending
  ...Object.keys(gatedSteps).filter((kind) => kind !== 'request-sent' && kind !== 'correction-sent').flatMap((kind) => [
    ...call(`record ${kind} without a decision`, 'application', ({ ready }) => append({ caseId: ready.caseId, events: [{ kind, destination: 'GH', on: sampleDay }] }), answer),
    ...call(`record ${kind} without a decision, behind another event`, 'application', ({ ready }) => append({ caseId: ready.caseId, events: [review, { kind, destination: 'GH', on: sampleDay }] }), ['23514']),
    ...call(`import ${kind}`, 'application', () => `select * from open_cases('x', ${quoted([{ caseId: randomUUID(), commandId: randomUUID(), commandDigest: sha256('x'), events: [opened, { kind, destination: 'GH', on: sampleDay }], standing: columns }])})`, ['23514']),
  ]),
  ...call('record a departure without a decision', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed('')] })),
  ...call('record a departure without naming a decision', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [{ ...departed(''), decisionDigest: null }] })),
  ...call('record a departure under a decision about another step', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.request.digest)] }), answer),
  ...call('record a departure under a decision about another case', 'application', ({ held, booked }) => append({ caseId: held.caseId, events: [departed(booked.departure.digest)] }), answer),
  ...call('record a departure to another destination', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.departure.digest, { destination: 'KE' })] }), answer),
  ...call('record a departure on another day', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.departure.digest, { on: '2026-03-03' })] }), answer),
  ...call('record a departure without a day', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.departure.digest, { on: null })] })),
  ...call('record a departure without a destination', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.departure.digest, { destination: null })] })),
  ...call('record contact under a held decision', 'application', ({ held }) => append({ caseId: held.caseId, events: [{ kind: 'contact-made', destination: 'GH', on: sampleDay, decisionDigest: held.decision.digest }] }), answer),
  ...call('record contact under a decision about the version before', 'application', ({ moved }) => append({ caseId: moved.caseId, version: 5, events: [{ kind: 'contact-made', destination: 'GH', on: sampleDay, decisionDigest: moved.decision.digest }] }), answer),
  ...call('record a departure at the version before', 'application', ({ moved }) => append({ caseId: moved.caseId, version: 4, events: [departed(moved.decision.digest)] }), answer),
  ...call('record a departure behind another event', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [review, departed(booked.departure.digest)] })),
  ...call('record two departures under one decision', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.departure.digest), departed(booked.departure.digest)] })),
  ...call('book a flight to another place than was decided about', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [{ kind: 'booking-made', destination: 'GH', on: sampleDay, place: 'Elsewhere', decisionDigest: ready.booking.digest }] }), answer),
  ...call('book a flight to no place in particular', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [{ kind: 'booking-made', destination: 'GH', on: sampleDay, decisionDigest: ready.booking.digest }] }), answer),
  ...call('record a departure under a decision about a place that nobody booked', 'application', ({ booked }) => append({ caseId: booked.caseId, version: 5, events: [departed(booked.elsewhere.digest)] }), ['23514']),
  ...call('record a departure under a booking that nobody made', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [departed(ready.departure.digest)] }), ['23514']),
  ...call('hand somebody over under a booking that nobody made', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [departed(ready.handOver.digest, { kind: 'handed-over' })] }), ['23514']),
  ...call('record a departure under a booking that was cancelled', 'application', ({ cancelled }) => append({ caseId: cancelled.caseId, version: 6, events: [departed(cancelled.departure.digest)] }), ['23514']),
  ...call('record a departure under an old decision’s digest in capitals', 'application', ({ moved }) => append({ caseId: moved.caseId, version: 5, events: [departed(moved.decision.digest.toUpperCase())] })),
  ...call('record that a request was sent, without sending it', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [{ kind: 'request-sent', ...requestBody, decisionDigest: ready.decision.digest }] }), forbidden),
  ...call('record that a request was sent, behind another event', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [review, { kind: 'request-sent', ...requestBody, decisionDigest: ready.decision.digest }] }), forbidden),
  ...call('record that a request was sent, saying its kind twice', 'application', ({ ready }) => append({ caseId: ready.caseId, json: `'[{"kind":"custody-reviewed","kind":"request-sent","requestId":"x","destination":"GH","on":"${sampleDay}","decisionDigest":"${ready.decision.digest}"}]'` })),
  ...['Departed', 'departed ', ' departed', 'DEPARTED', 'departed\\u00a0', '', 'handed–over'].flatMap((kind) => call(`record an event of the kind “${kind}”`, 'application', ({ ready }) => append({ caseId: ready.caseId, json: `'[{"kind":"${kind}","on":"${sampleDay}"}]'` }))),
  ...call('record an event without a kind', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [{ on: sampleDay }] })),
  ...call('record an event that is a text', 'application', ({ ready }) => append({ caseId: ready.caseId, events: ['departed'] })),
  ...call('record an event that is a list', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [[review]] })),
  ...call('record events that are no list', 'application', ({ ready }) => append({ caseId: ready.caseId, events: review })),
  ...call('record no events', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [] }), ['22023']),
  ...call('record nothing at all', 'application', ({ ready }) => append({ caseId: ready.caseId, json: 'null' })),
  ...call('record at a version to come', 'application', ({ ready }) => append({ caseId: ready.caseId, version: 5 }), answer),
  ...call('record at a version that is negative', 'application', ({ ready }) => append({ caseId: ready.caseId, version: -1 }), answer),
  ...call('record at whatever version', 'application', ({ ready }) => append({ caseId: ready.caseId, version: null }), ['22023']),
  ...call('record without a command', 'application', ({ ready }) => append({ caseId: ready.caseId, commandId: 'null' }), ['22023']),
  ...call('record without saying what was asked', 'application', ({ ready }) => append({ caseId: ready.caseId, digest: '' }), ['22023']),
  ...call('record as nobody', 'application', ({ ready }) => append({ caseId: ready.caseId, officer: '' }), ['23514']),
  ...call('open a case a second time', 'application', ({ ready }) => append({ caseId: ready.caseId, version: 0, events: [opened] }), answer),
  ...call('open a case within a case', 'application', ({ ready }) => append({ caseId: ready.caseId, events: [opened] })),
  ...call('begin a case in the middle', 'application', () => append({ caseId: randomUUID(), version: 0, events: [{ ...review, jurisdiction: 'CA' }] }), ['23514']),
  ...call('open a case in another country', 'application', () => append({ caseId: randomUUID(), version: 0, events: [{ ...opened, jurisdiction: 'XX' }] }), ['23514']),
  ...call('a case that there is not', 'application', () => append({ caseId: randomUUID(), version: 4 }), answer),
  ...call('import a gated event', 'application', () => `select * from open_cases('x', ${quoted([{ caseId: randomUUID(), commandId: randomUUID(), commandDigest: sha256('x'), events: [opened, departed(sha256('x'))], standing: columns }])})`),
  ...call('import a request that was sent', 'application', () => `select * from open_cases('x', ${quoted([{ caseId: randomUUID(), commandId: randomUUID(), commandDigest: sha256('x'), events: [opened, { kind: 'request-sent', ...requestBody }], standing: columns }])})`),
  ...trials('backdate what was recorded', ({ ready }) => [
    append({ caseId: ready.caseId, events: [{ kind: 'fact-recorded', recordedAt: '2001-01-01', record: { id: 'f', recordedAt: '2001-01-01T00:00:00.000Z' } }] }),
    `select 1 from case_event where case_id = '${ready.caseId}' and (recorded_at < now() - interval '1 minute' and sequence = 5 or body -> 'record' ? 'recordedAt' and sequence = 5)`,
  ], (rows) => rows.length > 0, ['application']),
  ...trials('slip a version into the standing', ({ ready }) => [
    `select * from append_events('${ready.caseId}', 4, '${randomUUID()}', '${sha256('x')}', 'x', ${quoted([review])}, ${quoted({ ...columns, version: 99, fictional: true, jurisdiction: 'US', case_id: randomUUID() })})`,
    `select 1 from case_file where case_id = '${ready.caseId}' and (version <> 5 or fictional or jurisdiction <> 'CA')`,
  ], (rows) => rows.length > 0, ['application']),
  ...trials('open a case as fictional', () => [
    `select * from append_events('${randomUUID()}', 0, '${randomUUID()}', '${sha256('x')}', 'x', ${quoted([opened])}, ${quoted({ ...columns, fictional: true })})`,
    'select 1 from case_file where fictional',
  ], (rows) => rows.length > 0, ['application']),
  ...trials('have what was acknowledged not kept', ({ ready }) => ['set local synchronous_commit = off', append({ caseId: ready.caseId }), `select current_setting('synchronous_commit') as kept`], ([row]) => row?.['kept'] === 'off', ['application']),
  ...trials('shadow our names by a search path', ({ ready }) => ['set local search_path = pg_temp, statutory, public', append({ caseId: ready.caseId, events: [departed('00')] })], wasDone, ['application'], senseless),
  ...trials('search nowhere', ({ ready }) => [`set local search_path = ''`, append({ caseId: ready.caseId, events: [departed('00')] }).replace('append_events', 'public.append_events')], wasDone, ['application'], senseless),
  ...trials('a command that comes back with another content', ({ ready }) => {
    const commandId = randomUUID()
    return [append({ caseId: ready.caseId, commandId }), append({ caseId: ready.caseId, version: 5, commandId, digest: sha256('y') })]
  }, wasDone, ['application']),
  ...trials('a command that comes back in capitals', ({ ready }) => {
    const commandId = randomUUID()
    return [append({ caseId: ready.caseId, commandId }), append({ caseId: ready.caseId, version: 5, commandId: commandId.toUpperCase() }), `select 1 from case_event where case_id = '${ready.caseId}' and sequence = 6`]
  }, (rows) => rows.length > 0, ['application']),

  // Law
  ...call('approve one’s own change of the law', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', 'reviewer-one', '${sha256('{}')}', '[]')`, answer),
  ...call('approve one’s own change in capitals', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', ' REVIEWER-ONE', '${sha256('{}')}', '[]')`, answer),
  ...call('approve a change that was not shown', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', 'reviewer-two', '${sha256('other')}', '[]')`, answer),
  ...call('approve a change without having seen anything', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', 'reviewer-two', null, '[]')`, answer),
  ...call('approve as nobody', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', '', '${sha256('{}')}', '[]')`),
  ...call('approve without a list of effects', 'application', ({ updateId }) => `select * from approve_law_update('${updateId}', 'reviewer-two', '${sha256('{}')}', null)`),
  ...call('approve a change that nobody proposed', 'application', () => `select * from approve_law_update('${randomUUID()}', 'reviewer-two', '${sha256('{}')}', '[]')`, answer),
  ...attempts('propose the same change again with another content', ({ updateId }) => `select propose_law_update('${updateId}', 'x', '{"a":1}')`, ['application'], ['23505']),
  ...trials('move the standing of another version', ({ moved }) => [`select refresh_standing('${moved.caseId}', 4, ${standing}) as outcome`], ([row]) => row?.['outcome'] === true, ['application']),
  ...attempts('a breakdown of nobody', `select record_statutory_person('${randomUUID()}', 'x', 'GH', 1990, 'female', 'security')`, ['application'], ['23503']),
  ...attempts('a breakdown outside the lists', ({ ready }) => `select record_statutory_person('${ready.caseId}', 'x', 'GH', 1990, 'female', 'religion: x')`, ['application'], ['23514']),

  // Deciding
  ...call('decide about a version to come', 'gates', ({ ready }) => record(sampleDecision(ready.caseId, { caseVersion: 5 })), answer),
  ...call('decide about a version that is over', 'gates', ({ moved }) => record(sampleDecision(moved.caseId, { caseVersion: 4, destination: 'KE' })), answer),
  ...call('decide about a case that there is not', 'gates', () => record(sampleDecision(randomUUID())), answer),
  ...call('decide about no version of a case that there is not', 'gates', () => record(forged(sampleDecision(randomUUID()), (said) => ({ ...said, caseVersion: null })))),
  ...call('decide that a step is open although a gate holds', 'gates', ({ held }) => record(forged(held.decision, (said) => ({ ...said, state: 'open' })))),
  ...call('decide that a step is open without asking a gate', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, asked: [] })))),
  ...call('decide without saying which gates were asked', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), ({ asked: _asked, ...said }) => said))),
  ...call('decide that a step is open although somebody must look', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, alarms: ['sample-gate'] })))),
  ...call('decide in another format', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, format: 'comity-decision/0' })))),
  ...call('decide about an unknown step', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, step: 'everything' })))),
  ...call('decide about no step', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, step: null })))),
  ...call('decide about no destination', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, destination: '' })))),
  ...call('decide for a day to come', 'gates', ({ held }) => record(sampleDecision(held.caseId, { day: '2999-01-01' as typeof sampleDay }))),
  ...call('decide for no day', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, day: 'today' })))),
  ...call('decide by no law', 'gates', ({ held }) => record(forged(sampleDecision(held.caseId), (said) => ({ ...said, law: '' })))),
  ...call('decide at a revision below none', 'gates', ({ held }) => record(sampleDecision(held.caseId), -1)),
  ...call('decide with something that is no JSON', 'gates', () => `select * from record_decision('open', 0)`),
  ...call('decide nothing', 'gates', () => `select * from record_decision(null, 0)`),
  ...call('decide by a list', 'gates', () => `select * from record_decision('[]', 0)`),

  // Sending
  ...call('send without a decision', 'outbound', ({ ready }) => send(ready.caseId, 4, '')),
  ...call('send under a held decision', 'outbound', ({ held }) => send(held.caseId, 4, held.decision.digest), answer),
  ...call('send under a decision about the version before', 'outbound', ({ moved }) => send(moved.caseId, 5, moved.decision.digest), answer),
  ...call('send at the version before', 'outbound', ({ moved }) => send(moved.caseId, 4, moved.decision.digest), answer),
  ...call('send under a decision about another case', 'outbound', ({ held, ready }) => send(held.caseId, 4, ready.decision.digest), answer),
  ...call('send under a decision about another step', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.contact.digest), answer),
  ...call('send to another destination', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { body: { destination: 'KE' } }), answer),
  ...call('send on another day', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { body: { on: '2026-03-03' } }), answer),
  ...call('send again', 'outbound', ({ sent }) => send(sent.caseId, 5, sent.decision.digest), answer),
  ...call('send another request than was drafted', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { body: { requestId: randomUUID() } })),
  ...call('send without a request', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { body: { requestId: null } })),
  ...call('send a departure', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.departure.digest, { body: departed(ready.departure.digest) }), forbidden),
  ...call('send an event that no gate holds', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { body: { kind: 'custody-reviewed' } }), forbidden),
  ...call('send under a decision that is two hours old', 'outbound', ({ old }) => send(old.caseId, 4, old.decision.digest), answer),
  ...call('send under a decision of another law', 'outbound', ({ otherLaw }) => send(otherLaw.caseId, 4, otherLaw.decision.digest), answer),
  ...call('send nothing', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: null }), forbidden),
  ...call('send something that is no request', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: remark })),
  ...call('send a request of another length', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: sampleContent().replace('  ', ' ') })),
  ...Object.entries({
    'with a remark': { remark },
    'with another name': { familyName: remark },
    'with a name that is a list': { givenNames: [remark] },
    'with another day of birth': { bornOn: '1990-05-18' },
    'with another birthplace': { bornIn: remark },
    'with another country of birth': { bornInCountry: 'KE' },
    'with another sex': { sex: 'male' },
    'with another photograph': { photograph: sha256(remark) },
    'to another state inside': { to: 'KE' },
    'under another id inside': { request: randomUUID() },
    'for another document': { document: 'charter-clearance' },
    'with another nationality': { nationality: { claimed: 'KE', bases: ['own-document'] } },
    'that tells of a decision': { nationality: { claimed: 'GH', bases: ['earlier-decision'] } },
    'with a remark on the nationality': { nationality: { claimed: 'GH', bases: ['own-document'], remark: remark } },
    'with a document that nobody recorded': { identityDocuments: [{ documentType: 'passport', number: remark, copy: true }] },
    'with a remark on a document': { identityDocuments: [{ documentType: 'passport', number: 'X0000001', copy: true, remark: remark }] },
    'with health among what is required': { required: { otherNames: null, height: null, fingerprints: null, visa: null, health: remark } },
    'with a text for what is required': { required: remark },
    'with a text for prints': { required: { otherNames: null, height: null, fingerprints: { agreement: 'a', article: 'b', value: remark }, visa: null } },
    'with an object for a height': { required: { otherNames: null, height: { agreement: 'a', article: 'b', value: { remark } }, fingerprints: null, visa: null } },
    'with a story for an article': { required: { otherNames: null, height: { agreement: 'a', article: 'x'.repeat(41), value: 170 }, fingerprints: null, visa: null } },
    'with a remark on other names': { required: { otherNames: { agreement: 'a', article: 'b', value: [{ familyName: 'x', givenNames: 'y', remark: remark }] }, height: null, fingerprints: null, visa: null } },
  }).flatMap(([what, change]) => call(`send a request ${what}`, 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: content(change) }))),
  ...call('send a request with words in its padding', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: `${sampleContent().slice(0, -2 - remark.length)}${remark}"}` })),
  ...call('send a request with a key said twice', 'outbound', ({ ready }) => send(ready.caseId, 4, ready.decision.digest, { content: sampleContent().replace('{"format"', `{"remark":"${remark}","format"`).replace(' '.repeat(remark.length + 12), '') })),
  ...attempts('withdraw what was not withdrawn', ({ sent }) => `select send_withdrawal('${sent.caseId}', '${sampleRequest.requestId}')`, ['outbound'], ['23514']),
  ...attempts('withdraw what was not sent', ({ ready }) => `select send_withdrawal('${ready.caseId}', '${sampleRequest.requestId}')`, ['outbound'], ['23503']),
  ...trials('find out by refusals what a case says', ({ ready }) => [send(ready.caseId, 3, '')], (rows) => JSON.stringify(rows).includes(protectedText), ['outbound']),
]
