import { sql } from 'kysely'
import type { CaseEvent, KeptEvent } from '../casework/event.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { readAppend, type Appended, type AppendRefusal, type AppendRow } from './append.ts'
import { often } from './connection.ts'
import { standingColumns, type Standing } from './standing.ts'
import { isStorable } from './storable.ts'
import type { Database } from './tables.ts'

/** The events of a case up to a version (the newest, unless another is asked for); undefined when there is no such case. */
export async function loadCase(tx: Database, caseId: string, atVersion?: number): Promise<readonly KeptEvent[] | undefined> {
  const { rows } = await sql<EventRow>`
    select sequence, kind, body, encode(decision, 'hex') as decision, recorded_at, recorded_by, command_id
    from case_event where case_id = ${caseId} ${atVersion === undefined ? sql`` : sql`and sequence <= ${atVersion}`} order by sequence`.execute(tx)
  return rows.length === 0 ? undefined : rows.map((row) => readEvent(caseId, row))
}

/** The events of many cases, in the order of the cases' ids; ids of no case are left out. */
export async function loadCases(tx: Database, caseIds: readonly string[]): Promise<readonly (readonly KeptEvent[])[]> {
  const { rows } = await sql<EventRow & { case_id: string }>`
    select case_id, sequence, kind, body, encode(decision, 'hex') as decision, recorded_at, recorded_by, command_id
    from case_event where case_id = any(${caseIds}::uuid[]) order by case_id, sequence`.execute(tx)
  return [...Map.groupBy(rows.map((row) => readEvent(row.case_id, row)), ({ caseId }) => caseId).values()]
}

export type Append = {
  readonly caseId: string
  /** The version that was decided about; 0 opens the case. */
  readonly expectedVersion: number
  readonly commandId: string
  /** See command-digest.ts. */
  readonly commandDigest: string
  readonly officer: string
  /** A gated event comes first, with the digest of its decision; a request or a correction is sent by outbound.ts. */
  readonly events: readonly CaseEvent[]
  /** What worklists shall say after these events. */
  readonly standing: Standing
}

/**
 * Adds the events of one command, in one statement; the same command again adds nothing and gives the same answer.
 * `tx` is of the application role; a database outside a transaction does for it, since one statement is a transaction.
 */
export async function appendEvents(tx: Database, { caseId, expectedVersion, commandId, commandDigest, officer, events, standing }: Append): Promise<Result<Appended, AppendRefusal>> {
  const json = JSON.stringify(events)
  if (!isStorable(json)) return refuse({ code: 'text-not-storable' })
  const { rows } = await sql<AppendRow>`${often} select * from append_events(${caseId}, ${expectedVersion}, ${commandId}, ${commandDigest}, ${officer}, ${json}, ${JSON.stringify(standingColumns(standing, events))})`.execute(tx)
  return readAppend(rows[0], { commandId, expectedVersion })
}

export type EventRow = {
  readonly sequence: number
  readonly kind: CaseEvent['kind']
  readonly body: object
  readonly decision: string | null
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly command_id: string
}

// When a fact was recorded is what the database's clock said, in its column, and nowhere else.
export function readEvent(caseId: string, { sequence, kind, body, decision, recorded_at, recorded_by, command_id }: EventRow): KeptEvent {
  const recordedAt = recorded_at.toISOString()
  const said = { kind, ...body, ...(decision === null ? {} : { decisionDigest: decision }) } as CaseEvent
  const event = said.kind === 'fact-recorded' ? { ...said, record: { ...said.record, recordedAt } } : said
  return { caseId, sequence, event, recordedAt, recordedBy: recorded_by, commandId: command_id }
}
