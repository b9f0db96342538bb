// What the tables refuse by themselves, even to the owner: keys, checks and triggers, with one thing wrong at a time.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { sha256 } from '../../src/kernel/digest.ts'
import { sampleBookingId, sampleContent, sampleDay, sampleDecision, sampleRequest } from '../sample-case.ts'
import { properChanges } from './account-changes.ts'
import { properTokens } from './api-tokens.ts'
import { attempts, undone, type Attempt } from './attack.ts'
import { correctionAsOwner } from './corrections.ts'
import { properKnowledge } from './country-knowledge.ts'
import { properDrafts } from './drafts.ts'
import { bytea, decisionAsOwner, eventAsOwner, messageAsOwner, quoted, requestBody, type EventChange, type MessageChange } from './statements.ts'
import { properDocuments } from './travel-documents.ts'
import type { World } from './world.ts'

const [missing, unequal, otherwise, taken, stays] = ['23502', '23503', '23514', '23505', '23001']

function refuses(name: string, code: string, statement: (world: World) => string): readonly Attempt[] {
  return attempts(name, statement, ['owner'], [code])
}

const event = (name: string, code: string, change: EventChange | ((world: World) => EventChange)) =>
  refuses(name, code, (world) => eventAsOwner(world.ready.caseId, typeof change === 'function' ? change(world) : change))
const message = (name: string, code: string, change: MessageChange | ((world: World) => MessageChange)) =>
  refuses(name, code, (world) => messageAsOwner(world.ready.caseId, world.ready.decision, typeof change === 'function' ? change(world) : change))
const departed = ({ booked }: World): EventChange => ({ sequence: 6, kind: 'departed', body: { bookingId: sampleBookingId, destination: 'GH', on: sampleDay }, decision: booked.departure.digest })
const departure = (name: string, code: string, change: (world: World) => EventChange) => refuses(name, code, (world) => eventAsOwner(world.booked.caseId, { ...departed(world), ...change(world) }))

/** The same statements with nothing wrong in them: they must be taken, or the attempts below prove nothing. */
export async function takeProperOnes(world: World): Promise<void> {
  const { ready, held, sent, updateId, fresh } = world
  const statements = [
    eventAsOwner(ready.caseId),
    eventAsOwner(world.booked.caseId, departed(world)),
    messageAsOwner(ready.caseId, ready.decision),
    correctionAsOwner(world.wrong),
    decisionAsOwner(sampleDecision(held.caseId, { destination: 'KE' })),
    approval(updateId, {}),
    newCase({}),
    `update case_file set inventory = 'closed', due_on = 'infinity', due_for = null where case_id = '${sent.caseId}'`,
    ...properDrafts, ...properTokens, ...properKnowledge, ...properChanges, ...properDocuments(world),
  ]
  for (const statement of statements) await undone(fresh.asOwner(), (tx) => sql.raw(statement).execute(tx))
}

function approval(updateId: string, { revision = 1, proposer = 'reviewer-one', approver = 'reviewer-two', digest = sha256('{}') }: { readonly revision?: number; readonly proposer?: string; readonly approver?: string; readonly digest?: string }): string {
  return `insert into law_approval (revision, update_id, proposed_by, digest, approved_by, effects) values (${revision}, '${updateId}', ${quoted(proposer)}, ${bytea(digest)}, ${quoted(approver)}, '[]')`
}

function newCase({ kind = 'case-opened', version = 1, columns = {} }: { readonly kind?: string; readonly version?: number; readonly columns?: Readonly<Record<string, string>> }): string {
  const row: Readonly<Record<string, string>> = { case_id: quoted(randomUUID()), version: String(version), opened_on: quoted(sampleDay), last_step_on: quoted(sampleDay), attention: `'{}'`, jurisdiction: `'CA'`, inventory: `'working'`, family_name: `'x'`, given_names: `'x'`, name_key: `'x'`, ...columns }
  return `with file as (insert into case_file (${Object.keys(row).join()}) values (${Object.values(row).join()}) returning case_id)
    insert into case_event (case_id, sequence, command_id, kind, recorded_by, body) select case_id, 1, gen_random_uuid(), '${kind}', 'owner', '{}' from file`
}

export const tables: readonly Attempt[] = [
  // An event and its decision
  ...departure('a departure without a decision', otherwise, () => ({ decision: null })),
  ...departure('a departure under a decision about an older version', unequal, ({ moved }) => ({ decision: moved.decision.digest })),
  ...refuses('a departure under the decision about the version before', unequal, ({ moved }) => eventAsOwner(moved.caseId, { sequence: 6, kind: 'contact-made', body: { destination: 'GH', on: sampleDay }, decision: moved.decision.digest })),
  ...refuses('a departure under a decision about another case', unequal, (world) => eventAsOwner(world.held.caseId, { ...departed(world), sequence: 5 })),
  ...departure('a departure under a decision about another step', unequal, ({ booked }) => ({ decision: booked.contact.digest })),
  ...departure('a departure to another destination', unequal, () => ({ body: { bookingId: sampleBookingId, destination: 'KE', on: sampleDay } })),
  ...departure('a departure on another day', unequal, () => ({ body: { bookingId: sampleBookingId, destination: 'GH', on: '2026-03-03' } })),
  ...departure('a departure without a destination', otherwise, () => ({ body: { bookingId: sampleBookingId, on: sampleDay } })),
  ...departure('a departure without a day', otherwise, () => ({ body: { bookingId: sampleBookingId, destination: 'GH' } })),
  ...departure('a departure under no booking', otherwise, () => ({ body: { destination: 'GH', on: sampleDay } })),
  ...departure('a departure under a booking that nobody made', otherwise, () => ({ body: { bookingId: 'booking-2', destination: 'GH', on: sampleDay } })),
  ...refuses('a departure under a booking that was cancelled', otherwise, (world) => eventAsOwner(world.cancelled.caseId, { ...departed(world), sequence: 7, decision: world.cancelled.departure.digest })),
  ...refuses('a departure under a held decision', unequal, ({ held }) => eventAsOwner(held.caseId, { kind: 'contact-made', body: { destination: 'GH', on: sampleDay }, decision: held.decision.digest })),
  ...event('an ordinary event with a decision', otherwise, ({ ready }) => ({ decision: ready.departure.digest })),
  ...event('an event of an unknown kind', '22P02', { kind: 'Departed' }),
  ...refuses('a step said otherwise than by the kind', '428C9', ({ ready }) => `insert into case_event (case_id, sequence, command_id, kind, recorded_by, body, step) values ('${ready.caseId}', 5, gen_random_uuid(), 'departed', 'x', '{}', 'contact')`),
  // Order
  ...event('an event behind a gap', otherwise, { sequence: 6 }),
  ...refuses('two events with a gap between them', otherwise, ({ ready }) => `with file as (update case_file set version = 7 where case_id = '${ready.caseId}' returning case_id)
    insert into case_event (case_id, sequence, command_id, kind, recorded_by, body) select case_id, place, gen_random_uuid(), 'custody-reviewed', 'owner', '{}' from file, (values (5), (7)) as list (place)`),
  ...event('an event that the version does not tell of', otherwise, { sequence: 5, version: 4 }),
  ...refuses('a version ahead of its events', unequal, ({ ready }) => `update case_file set version = 5 where case_id = '${ready.caseId}'`),
  ...refuses('a case without events', unequal, () => newCase({}).replace(/insert into case_event[\s\S]*/u, 'select case_id from file')),
  ...refuses('an event of no case', otherwise, () => `insert into case_event (case_id, sequence, command_id, kind, recorded_by, body) values ('${randomUUID()}', 1, gen_random_uuid(), 'case-opened', 'x', '{}')`),
  ...event('a second opening', otherwise, { kind: 'case-opened' }),
  ...refuses('a case that begins with something else', otherwise, () => newCase({ kind: 'custody-reviewed' })),
  ...event('an event in a place that is taken', taken, { sequence: 4, version: 4 }),
  ...refuses('a command that was done before', taken, ({ ready }) => eventAsOwner(ready.caseId).replace('gen_random_uuid()', `(select command_id from case_event where case_id = '${ready.caseId}' and sequence = 2)`)),
  ...event('an event before the first', otherwise, { sequence: 0, version: 4 }),
  ...refuses('an event recorded by nobody', otherwise, ({ ready }) => eventAsOwner(ready.caseId).replace(`'owner'`, `''`)),
  ...refuses('an event that is no object', otherwise, ({ ready }) => eventAsOwner(ready.caseId).replace(/'\{"on[^']*'/u, `'[]'`)),
  // What happened stays
  ...['case_event', 'gate_decision', 'outbound_message', 'law_update', 'law_approval', 'outbound_withdrawal', 'outbound_correction'].flatMap((table) => [
    ...refuses(`change rows of ${table}`, stays, () => `update ${table} set ${{ case_event: `recorded_by = 'x'`, gate_decision: 'law_revision = 1', outbound_message: `sent_by = 'x'`, law_update: `proposed_by = 'x'`, law_approval: `effects = ''`, outbound_withdrawal: `left_at = now()`, outbound_correction: `sent_by = 'x'` }[table]}`),
    ...refuses(`delete rows of ${table}`, stays, () => `delete from ${table}`),
    ...refuses(`empty ${table}`, stays, () => `truncate ${table} cascade`),
  ]),
  ...refuses('delete a case', stays, ({ ready }) => `delete from case_file where case_id = '${ready.caseId}'`),
  ...refuses('set a version back', stays, ({ moved }) => `update case_file set version = 4 where case_id = '${moved.caseId}'`),
  ...refuses('move a case to another jurisdiction', stays, ({ ready }) => `update case_file set jurisdiction = 'US' where case_id = '${ready.caseId}'`),
  ...refuses('call a case fictional', stays, ({ ready }) => `update case_file set fictional = true where case_id = '${ready.caseId}'`),
  // A message
  ...message('a message without a decision', missing, { decision: null }),
  ...message('a message under another case’s decision', unequal, ({ sent }) => ({ decision: sent.decision.digest })),
  ...message('a message under a decision about another step', unequal, ({ ready }) => ({ decision: ready.contact.digest })),
  ...message('a message to another destination', unequal, { destination: 'KE', content: sampleContent().replace('"to":"GH"', '"to":"KE"').replace('"claimed":"GH"', '"claimed":"KE"') }),
  ...message('a message to nowhere', missing, { destination: null }),
  ...refuses('a message on no day', missing, ({ ready }) => messageAsOwner(ready.caseId, ready.decision).replace(`'GH', '${sampleDay}', '\\x`, `'GH', null, '\\x`)),
  ...message('a message on another day', unequal, { day: '2026-03-03' }),
  ...message('a message with another digest', otherwise, { digest: sha256('other') }),
  ...message('a message of another length', otherwise, { content: sampleContent().replace('  ', ' ') }),
  ...message('a message with another key', otherwise, { content: sampleContent().replace('"padding":"            ', '"remark":"","padding":"') }),
  ...message('a message with another name', otherwise, { content: sampleContent().replace('"Sample"', '"Simple"') }),
  ...message('a message without its request', otherwise, { requestId: randomUUID() }),
  ...refuses('a request that is sent without a message', unequal, ({ ready }) => eventAsOwner(ready.caseId, { kind: 'request-sent', body: requestBody, decision: ready.decision.digest })),
  ...refuses('a message that no event tells of', unequal, ({ ready }) => `insert into outbound_message (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content) values ('${ready.caseId}', 5, 'GH', '${sampleDay}', ${bytea(ready.decision.digest)}, '${sampleRequest.requestId}', 'x', ${bytea(sha256(sampleContent()))}, ${quoted(sampleContent())})`),
  ...message('a message whose event is another contact', otherwise, ({ ready }) => ({ kind: 'contact-made', eventDecision: ready.contact.digest })),
  ...refuses('a second message about one request', taken, ({ sent }) => {
    const decision = sampleDecision(sent.caseId, { caseVersion: 5 })
    return `${decisionAsOwner(decision)}; ${messageAsOwner(sent.caseId, decision)}`
  }),
  ...refuses('a withdrawal of what did not leave', unequal, ({ ready }) => `insert into outbound_withdrawal (case_id, request_id) values ('${ready.caseId}', '${sampleRequest.requestId}')`),
  ...refuses('a withdrawal of what was not withdrawn', otherwise, ({ sent }) => `insert into outbound_withdrawal (case_id, request_id) values ('${sent.caseId}', '${sampleRequest.requestId}')`),
  // A decision
  ...refuses('a decision about a version that the case does not have', unequal, ({ held }) => decisionAsOwner(sampleDecision(held.caseId, { caseVersion: 5 }))),
  ...refuses('a decision with another digest', otherwise, ({ held }) => decisionAsOwner(sampleDecision(held.caseId), { digest: bytea(sha256('other')) })),
  ...refuses('a held decision in an open one’s column', otherwise, ({ held }) => decisionAsOwner(sampleDecision(held.caseId, { destination: 'KE' }, 'held-here'), { state: `'open'` })),
  ...['case_version = 3', `step = 'departure'`, `destination = 'TG'`, `day = '2026-03-03'`, `place = 'Elsewhere'`, `law_digest = sha256('other law')`].flatMap((change) => {
    const [column = '', value = ''] = change.split(' = ')
    return refuses(`a decision whose bytes do not say: ${change}`, otherwise, ({ held }) => decisionAsOwner(sampleDecision(held.caseId), { [column]: value }))
  }),
  ...refuses('a decision for a day to come', otherwise, ({ held }) => decisionAsOwner(sampleDecision(held.caseId, { day: '2999-01-01' as typeof sampleDay }), { day: `'2999-01-01'` })),
  // The law, the file, the breakdowns
  ...refuses('an approval by the person who proposed', otherwise, ({ updateId }) => approval(updateId, { approver: 'Reviewer-One ' })),
  ...refuses('an approval of another content', unequal, ({ updateId }) => approval(updateId, { digest: sha256('other') })),
  ...refuses('an approval that names another proposer', unequal, ({ updateId }) => approval(updateId, { proposer: 'reviewer-nine' })),
  ...refuses('a revision behind a gap', unequal, ({ updateId }) => approval(updateId, { revision: 2 })),
  ...refuses('a second approval of one change', taken, ({ updateId }) => `${approval(updateId, {})}; ${approval(updateId, { revision: 2 })}`),
  ...refuses('a change with another digest', otherwise, () => `insert into law_update (update_id, proposed_by, digest, content) values (gen_random_uuid(), 'x', sha256('other'), '{}')`),
  ...refuses('a due day without a reason', otherwise, () => newCase({ columns: { due_on: quoted(sampleDay) } })),
  ...refuses('an inventory that there is not', otherwise, () => newCase({ columns: { inventory: `'risky'` } })),
  ...refuses('a breakdown that the statute does not ask for', otherwise, ({ ready }) => `insert into statutory.person (case_id, country_of_origin, gender, criminal_background, recorded_by) values ('${ready.caseId}', 'GH', 'female', 'religion', 'x')`),
]
