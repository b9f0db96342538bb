import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Database, Transaction } from './tables.ts'

/** Another log that we witness. `keys` are its verifier keys (signed-note), one a line. */
export type WitnessedLog = { readonly origin: string; readonly keys: string; readonly size: number; readonly root: Uint8Array; readonly ended: boolean }

export type WitnessEvidence = { readonly origin: string; readonly code: 'two-roots' | 'empty-tree-with-root' | 'unexplained'; readonly seenNote: string; readonly otherNote: string; readonly proof: string; readonly foundAt: Instant }

type Row = { readonly origin: string; readonly keys: string; readonly size: number; readonly root: Buffer; readonly ended_at: Date | null }

const emptyRoot = sql`sha256(''::bytea)`

/** Begins to witness a log, from nothing; false when it is witnessed already. */
export async function addWitnessedLog(tx: Database, { origin, keys, by }: { readonly origin: string; readonly keys: string; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`insert into witnessed_log (origin, keys, root, added_by) values (${origin}, ${keys}, ${emptyRoot}, ${by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function endWitnessedLog(tx: Database, origin: string): Promise<void> {
  await sql`update witnessed_log set ended_at = clock_timestamp() where origin = ${origin} and ended_at is null`.execute(tx)
}

export async function listWitnessedLogs(tx: Database): Promise<readonly WitnessedLog[]> {
  const { rows } = await sql<Row>`select origin, keys, size, root, ended_at from witnessed_log order by origin`.execute(tx)
  return rows.map(readRow)
}

/** A log that we witness, locked until the transaction ends: nobody else can cosign it meanwhile. */
export async function lockWitnessedLog(tx: Transaction, origin: string): Promise<WitnessedLog | undefined> {
  const { rows: [row] } = await sql<Row>`select origin, keys, size, root, ended_at from witnessed_log where origin = ${origin} and ended_at is null for update`.execute(tx)
  return row && readRow(row)
}

function readRow({ origin, keys, size, root, ended_at: endedAt }: Row): WitnessedLog {
  return { origin, keys, size, root: Uint8Array.from(root), ended: endedAt !== null }
}

/** A checkpoint as we cosigned it, the newest or at one size. */
export async function findWitnessedCheckpoint(tx: Database, origin: string, size?: number): Promise<{ readonly size: number; readonly root: Uint8Array; readonly note: string } | undefined> {
  const { rows: [row] } = await sql<{ size: number; root: Buffer; note: string }>`
    select size, root, note from witnessed_checkpoint where origin = ${origin} ${size === undefined ? sql`` : sql`and size = ${size}`} order by size desc, seen_at desc limit 1`.execute(tx)
  return row && { size: row.size, root: Uint8Array.from(row.root), note: row.note }
}

/** Keeps what we cosign, before it is said to anybody. The log must be locked. */
export async function keepSeen(tx: Transaction, { origin, oldSize, size, root, note }: { readonly origin: string; readonly oldSize: number; readonly size: number; readonly root: Uint8Array; readonly note: string }): Promise<boolean> {
  const { rows: [row] } = await sql<{ kept: boolean }>`select keep_seen(${origin}, ${oldSize}, ${size}, ${Buffer.from(root).toString('base64')}, ${note}) as kept`.execute(tx)
  return row?.kept === true
}

export async function keepEvidence(tx: Database, { origin, code, seenNote, otherNote, proof }: Omit<WitnessEvidence, 'foundAt'>): Promise<boolean> {
  const { rows: [row] } = await sql<{ kept: boolean }>`select keep_evidence(${origin}, ${code}, ${seenNote}, ${otherNote}, ${proof}) as kept`.execute(tx)
  return row?.kept === true
}

export async function listEvidence(tx: Database): Promise<readonly WitnessEvidence[]> {
  const { rows } = await sql<Omit<WitnessEvidence, 'foundAt'> & { found_at: Date }>`
    select origin, code, seen_note as "seenNote", other_note as "otherNote", proof, found_at from witness_evidence order by evidence_number`.execute(tx)
  return rows.map(({ found_at: foundAt, ...evidence }) => ({ ...evidence, foundAt: foundAt.toISOString() }))
}
