import { sql } from 'kysely'
import type { CaseEvent } from '../casework/event.ts'
import type { Instant } from '../casework/fact-record.ts'
import type { Identity } from '../casework/identity.ts'
import type { DocumentType, NationalityBasis } from '../casework/lists.ts'
import type { RequestOutside } from '../casework/outbound-correction.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { readAppend, type Appended, type AppendRefusal, type AppendRow } from './append.ts'
import type { Append } from './cases.ts'
import { often } from './connection.ts'
import type { LogStop } from './log-health.ts'
import { standingColumns } from './standing.ts'
import { isStorable } from './storable.ts'
import type { Database } from './tables.ts'

/** The events by which something leaves for a home state in our words. */
export type OutboundEvent = Extract<CaseEvent, { readonly kind: 'request-sent' | 'correction-sent' }>

export type Sending = Omit<Append, 'events'> & {
  readonly event: OutboundEvent
  /** What leaves, byte for byte: built by casework/outbound-request.ts or outbound-correction.ts from what `readPermitted` gives. */
  readonly content: string
}

/**
 * Sends one request or one correction: locks the case, looks for the open decision about its very version, and keeps event and
 * message, or neither. `tx` is of the role comity_outbound; nothing leaves in another way. Content that says anything but what
 * was recorded of the person is our bug, and throws.
 */
export async function sendOutbound(tx: Database, { caseId, expectedVersion, commandId, commandDigest, officer, event, content, standing }: Sending): Promise<Result<Appended, AppendRefusal>> {
  const json = JSON.stringify(event)
  if (!isStorable(json) || !isStorable(JSON.stringify(content))) return refuse({ code: 'text-not-storable' })
  const send = event.kind === 'request-sent' ? sql`send_outbound` : sql`send_correction`
  const sent = await sql<AppendRow>`${often} select * from ${send}(${caseId}, ${expectedVersion}, ${commandId}, ${commandDigest}, ${officer}, ${json}, ${content}, ${JSON.stringify(standingColumns(standing))})`.execute(tx).catch(stoppedByLog)
  return 'rows' in sent ? readAppend(sent.rows[0], { commandId, expectedVersion }) : sent
}

/** What the database says of anything that would leave while the log is not witnessed; every other fault is thrown on. */
export function stoppedByLog(cause: unknown): Result<never, { readonly code: LogStop }> {
  const { constraint } = cause as { readonly constraint?: string }
  if (constraint === 'log_unwitnessed' || constraint === 'log_halted') return refuse({ code: constraint === 'log_halted' ? 'log-halted' : 'log-unwitnessed' })
  throw cause
}

/** Everything that a request or a correction may be built from; nothing else can be read by the role that writes it. */
export type Permitted = {
  readonly identity: Identity
  readonly nationalities: readonly { readonly country: string; readonly basis: NationalityBasis; readonly on: string }[]
  readonly request: { readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string }
  /** What the state has of this request. */
  readonly outside: RequestOutside
  readonly version: number
}

/** What a request may hold; undefined when there is no such case, or no such draft. `tx` is of the role comity_outbound. */
export async function readPermitted(tx: Database, caseId: string, requestId: string): Promise<Permitted | undefined> {
  const { rows } = await sql<PermittedRow>`
    select version, identity.family_name, identity.given_names, identity.born_on, born_in, born_in_country, sex, photograph, identity_documents,
      (select coalesce(jsonb_agg(jsonb_build_object('country', country, 'basis', basis, 'on', recorded_on) order by sequence, country), '[]')
        from permitted_nationality as nationality where nationality.case_id = file.case_id) as nationalities,
      destination, consulate, document_type, agreement,
      exists (select 1 from outbound_message as message where message.case_id = file.case_id and message.request_id = request.request_id) as has_left,
      exists (select 1 from permitted_withdrawal as waiting where waiting.case_id = file.case_id and waiting.request_id = request.request_id)
        or exists (select 1 from outbound_withdrawal as gone where gone.case_id = file.case_id and gone.request_id = request.request_id) as was_withdrawn
    from case_file as file join permitted_identity as identity using (case_id) join permitted_request as request using (case_id)
    where case_id = ${caseId} and request_id = ${requestId}`.execute(tx)
  const [row] = rows
  return row && readPermittedRow(requestId, row)
}

/** Withdrawn requests whose message has not left yet, by the request's id: which, and since when, never why. `tx` is of the role comity_outbound. */
export async function pendingWithdrawals(tx: Database): Promise<readonly { readonly caseId: string; readonly requestId: string; readonly recordedAt: Instant }[]> {
  const { rows } = await sql<{ case_id: string; request_id: string; recorded_at: Date }>`select case_id, request_id, recorded_at from permitted_withdrawal order by request_id`.execute(tx)
  return rows.map((row) => ({ caseId: row.case_id, requestId: row.request_id, recordedAt: row.recorded_at.toISOString() }))
}

/** Keeps that the message by which a withdrawn request ends has left; false when it had left before. `tx` is of the role comity_outbound. */
export async function sendWithdrawal(tx: Database, caseId: string, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select send_withdrawal(${caseId}, ${requestId}) as done`.execute(tx)
  return rows[0]?.done === true
}

/** The requests and corrections that left about a case, in the order in which they left. */
export async function messagesOf(tx: Database, caseId: string): Promise<readonly KeptMessage[]> {
  const columns = sql`case_id as "caseId", sequence, destination, request_id as "requestId", encode(decision, 'hex') as "decisionDigest", sent_by as "sentBy",
      encode(digest, 'hex') as digest, content, sent_at as "sentAt"`
  const { rows } = await sql<Omit<KeptMessage, 'sentAt'> & { readonly sentAt: Date }>`
    select 'request' as kind, ${columns} from outbound_message where case_id = ${caseId}
    union all select 'correction', ${columns} from outbound_correction where case_id = ${caseId} order by sequence`.execute(tx)
  return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }))
}

export type KeptMessage = {
  readonly kind: 'request' | 'correction'
  readonly caseId: string
  /** The event that says so. */
  readonly sequence: number
  readonly destination: string
  readonly requestId: string
  readonly decisionDigest: string
  readonly sentBy: string
  readonly digest: string
  readonly content: string
  readonly sentAt: Instant
}

type PermittedRow = {
  readonly version: number
  readonly family_name: string
  readonly given_names: string
  readonly born_on: string | null
  readonly born_in: string | null
  readonly born_in_country: string | null
  readonly sex: Identity['sex']
  readonly photograph: string | null
  readonly identity_documents: Identity['identityDocuments']
  readonly nationalities: Permitted['nationalities']
  readonly destination: string
  readonly consulate: string
  readonly document_type: DocumentType
  readonly agreement: string | null
  readonly has_left: boolean
  readonly was_withdrawn: boolean
}

function readPermittedRow(requestId: string, row: PermittedRow): Permitted {
  const identity: Identity = {
    familyName: row.family_name,
    givenNames: row.given_names,
    sex: row.sex,
    identityDocuments: row.identity_documents,
    ...stated({ bornOn: row.born_on, bornIn: row.born_in, bornInCountry: row.born_in_country, photograph: row.photograph }),
  }
  const request = { requestId, destination: row.destination, consulate: row.consulate, documentType: row.document_type, ...stated({ agreement: row.agreement }) }
  return { version: row.version, identity, nationalities: row.nationalities, request, outside: { left: row.has_left, withdrawn: row.was_withdrawn } }
}

// What is absent stays absent: a property that says undefined is another thing.
function stated<Row extends Readonly<Record<string, string | null>>>(row: Row): { readonly [Name in keyof Row]?: string } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { readonly [Name in keyof Row]?: string }
}
