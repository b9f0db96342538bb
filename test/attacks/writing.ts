// Rows written, changed or removed without the functions that may.
import { randomUUID } from 'node:crypto'
import { sampleContent, sampleDay, sampleDecision } from '../sample-case.ts'
import { attempts, everyRole, type Attempt } from './attack.ts'
import { bytea, decisionAsOwner, eventAsOwner, messageAsOwner, quoted, requestBody } from './statements.ts'
import type { World } from './world.ts'

const plainEvent = (caseId: string, kind: string, body: object, decision = 'null', sequence = 5) =>
  `insert into case_event (case_id, sequence, command_id, kind, recorded_by, body, decision) values ('${caseId}', ${sequence}, '${randomUUID()}', '${kind}', 'x', ${quoted(body)}, ${decision})`
const plainMessage = (caseId: string, decision: string, sequence = 5) =>
  `insert into outbound_message (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content) values ('${caseId}', ${sequence}, 'GH', '${sampleDay}', ${decision}, '${requestBody.requestId}', 'x', sha256('x'), ${quoted(sampleContent())})`
const cases = (change: string) => ({ ready }: World) => `update case_event set ${change} where case_id = '${ready.caseId}' and sequence = 3`
const decisions = (change: string) => ({ held }: World) => `update gate_decision set ${change} where case_id = '${held.caseId}'`

export const writing: readonly Attempt[] = [
  ...attempts('write an outbound row under an open decision', ({ ready }) => plainMessage(ready.caseId, bytea(ready.decision.digest))),
  ...attempts('write an outbound row under another case’s decision', ({ ready, sent }) => plainMessage(ready.caseId, bytea(sent.decision.digest))),
  ...attempts('write an outbound row under a held decision', ({ held }) => plainMessage(held.caseId, bytea(held.decision.digest))),
  ...attempts('write outbound row, event and version in one statement', ({ ready }) => messageAsOwner(ready.caseId, ready.decision)),
  ...attempts('write an outbound row by merge', ({ ready }) => `merge into outbound_message as message using (select 1) as one on false when not matched then insert (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content) values ('${ready.caseId}', 5, 'GH', '${sampleDay}', ${bytea(ready.decision.digest)}, 'x', 'x', sha256('x'), 'x')`),
  ...attempts('write a withdrawal', ({ sent }) => `insert into outbound_withdrawal (case_id, request_id) values ('${sent.caseId}', '${requestBody.requestId}')`),
  ...attempts('write an event', ({ ready }) => plainEvent(ready.caseId, 'custody-reviewed', { on: sampleDay })),
  ...attempts('write a gated event under an open decision', ({ ready }) => plainEvent(ready.caseId, 'departed', { destination: 'GH', on: sampleDay }, bytea(ready.departure.digest))),
  ...attempts('write a gated event without a decision', ({ ready }) => plainEvent(ready.caseId, 'departed', { destination: 'GH', on: sampleDay })),
  ...attempts('write an event of the past', ({ ready }) => `insert into case_event (case_id, sequence, command_id, kind, recorded_by, body, recorded_at) values ('${ready.caseId}', 5, '${randomUUID()}', 'custody-reviewed', 'x', '{}', '2001-01-01')`),
  ...attempts('write an event and the version in one statement', ({ ready }) => eventAsOwner(ready.caseId)),
  ...attempts('write an event by insert on conflict', ({ ready }) => `insert into case_event (case_id, sequence, command_id, kind, recorded_by, body) values ('${ready.caseId}', 3, '${randomUUID()}', 'fact-recorded', 'x', '{}') on conflict (case_id, sequence) do update set body = excluded.body`),
  ...attempts('write a case', () => `insert into case_file (case_id, version, opened_on, last_step_on, attention, jurisdiction, inventory, family_name, given_names, name_key) values ('${randomUUID()}', 1, '${sampleDay}', '${sampleDay}', '{}', 'CA', 'working', 'x', 'x', 'x')`),
  ...attempts('write an open decision', ({ held }) => decisionAsOwner(sampleDecision(held.caseId))),
  ...attempts('copy an open decision to the newest version', ({ moved }) => `insert into gate_decision (case_id, case_version, law_revision, step, destination, day, state, digest, law_digest, bytes) select case_id, 5, law_revision, step, destination, day, state, digest, law_digest, bytes from gate_decision where case_id = '${moved.caseId}'`),
  ...attempts('change what an event says', cases(`body = '{}'`)),
  ...attempts('backdate an event', cases(`recorded_at = '2001-01-01'`)),
  ...attempts('change who recorded an event', cases(`recorded_by = 'somebody-else'`)),
  ...attempts('give an event another place in the order', cases('sequence = 99')),
  ...attempts('give an event another kind', cases(`kind = 'departed'`)),
  ...attempts('put a decision beside an event', cases(`decision = sha256('x')`)),
  ...attempts('delete events', ({ ready }) => `delete from case_event where case_id = '${ready.caseId}'`),
  ...attempts('empty the events', 'truncate case_event cascade'),
  ...attempts('empty all by cascade', 'truncate case_file cascade'),
  ...attempts('open a held decision', decisions(`state = 'open'`)),
  ...attempts('move a decision to another version', decisions('case_version = 3')),
  ...attempts('move a decision to another case', ({ held, ready }) => `update gate_decision set case_id = '${ready.caseId}' where case_id = '${held.caseId}'`),
  ...attempts('move a decision to another step', decisions(`step = 'departure'`)),
  ...attempts('move a decision to another destination', decisions(`destination = 'KE'`)),
  ...attempts('move a decision to another day', decisions(`day = '2026-03-03'`)),
  ...attempts('make a decision fresh', decisions('decided_at = clock_timestamp()')),
  ...attempts('change the bytes of a decision', decisions(`bytes = '{}', digest = sha256('{}')`)),
  ...attempts('delete a decision', ({ held }) => `delete from gate_decision where case_id = '${held.caseId}'`),
  ...attempts('empty the decisions', 'truncate gate_decision cascade'),
  ...attempts('change what left', `update outbound_message set content = 'x', digest = sha256('x')`),
  ...attempts('delete what left', 'delete from outbound_message'),
  ...attempts('empty what left', 'truncate outbound_message cascade'),
  ...attempts('set a version back', ({ moved }) => `update case_file set version = 4 where case_id = '${moved.caseId}'`),
  ...attempts('set a version forward', ({ moved }) => `update case_file set version = 6 where case_id = '${moved.caseId}'`),
  ...attempts('move a case to another jurisdiction', ({ ready }) => `update case_file set jurisdiction = 'US' where case_id = '${ready.caseId}'`),
  ...attempts('call a case fictional', ({ ready }) => `update case_file set fictional = true where case_id = '${ready.caseId}'`),
  ...attempts('delete a case', ({ ready }) => `delete from case_file where case_id = '${ready.caseId}'`),
  ...attempts('approve a change of the law directly', ({ updateId }) => `insert into law_approval (revision, update_id, proposed_by, digest, approved_by, effects) values (1, '${updateId}', 'reviewer-one', sha256('{}'), 'reviewer-two', '[]')`),
  ...attempts('change a proposed change of the law', ({ updateId }) => `update law_update set content = '{"a":1}', digest = sha256('{"a":1}') where update_id = '${updateId}'`),
  ...attempts('delete a proposed change of the law', 'delete from law_update'),
  ...attempts('write a statutory breakdown directly', ({ ready }) => `insert into statutory.person (case_id, country_of_origin, gender, criminal_background, recorded_by) values ('${ready.caseId}', 'GH', 'female', 'security', 'x')`),
  ...attempts('change a statutory breakdown', `update statutory.person set criminal_background = 'none-recorded'`),
  ...attempts('delete a statutory breakdown', 'delete from statutory.person'),
  ...attempts('write through a view', `insert into permitted_request (case_id, sequence) values ('${randomUUID()}', 1)`),
  ...attempts('change through a view', `update permitted_request set sequence = 9`),
  ...attempts('delete through a view', 'delete from permitted_request'),
  ...attempts('forget a migration', 'delete from migration', everyRole),
  ...attempts('copy rows into the events', 'copy case_event from stdin'),
  ...attempts('copy rows into the decisions', 'copy gate_decision from stdin'),
]
