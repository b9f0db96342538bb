// Pieces of SQL that several attempts are put together from.
import type { Decision } from '../../src/casework/decision.ts'
import { sha256 } from '../../src/kernel/digest.ts'
import { sampleContent, sampleDay, sampleRequest } from '../sample-case.ts'

export function quoted(value: unknown): string {
  return `'${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll("'", "''")}'`
}

export function bytea(hex: string): string {
  return `'\\x${hex}'::bytea`
}

/** An insert of one row, its values as SQL. */
export function insertRow(table: string, row: Readonly<Record<string, string>>): string {
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}

export type EventChange = { readonly sequence?: number; readonly version?: number; readonly kind?: string; readonly body?: object; readonly decision?: string | null; readonly commandId?: string }

export const requestBody = { requestId: sampleRequest.requestId, destination: 'GH', on: sampleDay }

/** What the owner would run to add an event properly; each attempt changes one thing in it. */
export function eventAsOwner(caseId: string, { sequence = 5, version = sequence, kind = 'custody-reviewed', body = { on: sampleDay, source: 'x' }, decision = null, commandId }: EventChange = {}): string {
  return `with file as (update case_file set version = ${version} where case_id = '${caseId}' returning case_id)
    insert into case_event (case_id, sequence, command_id, command_digest, kind, recorded_by, body, decision)
    select case_id, ${sequence}, ${commandId ? `'${commandId}'` : 'gen_random_uuid()'}, sha256('x'), '${kind}', 'owner', ${quoted(body)}, ${decision === null ? 'null' : bytea(decision)} from file`
}

export type MessageChange = { readonly decision?: string | null; readonly destination?: string | null; readonly day?: string; readonly content?: string; readonly digest?: string; readonly requestId?: string; readonly sequence?: number; readonly body?: object; readonly eventDecision?: string; readonly kind?: string }

/** What the owner would run to send a request properly. */
export function messageAsOwner(caseId: string, decision: Decision, change: MessageChange = {}): string {
  const { sequence = decision.caseVersion + 1, content = sampleContent(), requestId = sampleRequest.requestId, kind = 'request-sent' } = change
  const { decision: messageDecision = decision.digest, destination = 'GH', day = sampleDay, digest = sha256(content), eventDecision = decision.digest } = change
  const body = change.body ?? { ...requestBody, requestId }
  return `with file as (update case_file set version = ${sequence} where case_id = '${caseId}' returning case_id), event as (
      insert into case_event (case_id, sequence, command_id, command_digest, kind, recorded_by, body, decision)
      select case_id, ${sequence}, gen_random_uuid(), sha256('x'), '${kind}', 'owner', ${quoted(body)}, ${bytea(eventDecision)} from file)
    insert into outbound_message (case_id, sequence, destination, day, decision, request_id, sent_by, digest, content)
    select case_id, ${sequence}, ${destination === null ? 'null' : quoted(destination)}, ${quoted(day)}, ${messageDecision === null ? 'null' : bytea(messageDecision)}, ${quoted(requestId)}, 'owner', ${bytea(digest)}, ${quoted(content)} from file`
}

/** What the owner would run to keep a decision properly; `columns` puts other values into columns than the bytes say. */
export function decisionAsOwner(decision: Decision, columns: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    case_id: quoted(decision.caseId), case_version: String(decision.caseVersion), law_revision: '0', step: quoted(decision.step), destination: quoted(decision.destination),
    place: decision.place === undefined ? 'null' : quoted(decision.place), day: quoted(sampleDay), state: quoted(decision.state), digest: bytea(sha256(decision.bytes)), law_digest: bytea(decision.lawDigest), bytes: quoted(decision.bytes), ...columns,
  }
  return `insert into gate_decision (${Object.keys(row).join()}) values (${Object.values(row).join()})`
}
