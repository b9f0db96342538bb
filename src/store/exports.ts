import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Fault } from './check-whole.ts'
import type { Database } from './tables.ts'

/** A file that left by an export. */
export type ExportMade = {
  readonly exportId: string
  readonly accountId: string
  readonly handle: string
  readonly kind: 'cases' | 'access-log' | 'oversight'
  readonly format: 'csv' | 'xlsx' | 'jsonl'
  readonly purpose: string
  /** What was chosen: never a name. */
  readonly choice: Readonly<Record<string, string>>
  readonly lines: number
  /** Whether there was more than an export takes. */
  readonly cut: boolean
  /** SHA-256 of the file's bytes. */
  readonly digest: string
}

export type KeptExport = ExportMade & { readonly madeAt: Instant }

/** Keeps that a file is about to leave, in the transaction that read it. */
export async function writeExport(tx: Database, { exportId, accountId, handle, kind, format, purpose, choice, lines, cut, digest }: ExportMade): Promise<void> {
  await sql`insert into export_made (export_id, account_id, handle, kind, format, purpose, choice, lines, cut, digest)
    values (${exportId}, ${accountId}, ${handle}, ${kind}, ${format}, ${purpose}, ${JSON.stringify(choice)}, ${lines}, ${cut}, decode(${digest}, 'hex'))`.execute(tx)
}

/** The files that left between two moments, the latest first. `auditor` is the auditor's connection. */
export async function exportsMade(auditor: Database, { from, until, limit }: { readonly from?: Instant; readonly until?: Instant; readonly limit: number }): Promise<readonly KeptExport[]> {
  const { rows } = await sql<ExportRow>`
    select export_id, made_at, account_id, handle, kind, format, purpose, choice, lines, cut, encode(digest, 'hex') as digest from export_made
    where (${from ?? null}::timestamptz is null or made_at >= ${from ?? null}) and (${until ?? null}::timestamptz is null or made_at < ${until ?? null})
    order by made_at desc, export_id limit ${limit}`.execute(auditor)
  return rows.map(({ export_id: exportId, made_at: madeAt, account_id: accountId, ...row }) => ({ ...row, exportId, accountId, madeAt: madeAt.toISOString() }))
}

type ExportRow = Omit<ExportMade, 'exportId' | 'accountId'> & { readonly export_id: string; readonly made_at: Date; readonly account_id: string }

/** What a look through everything found, and when. */
export type KeptCheck = { readonly handle: string; readonly beganAt: Instant; readonly endedAt: Instant; readonly faults: readonly Fault[] }

/** Keeps what a look through everything found. */
export async function writeCheck(tx: Database, { checkId, accountId, handle, beganAt, faults }: { readonly checkId: string; readonly accountId: string; readonly handle: string; readonly beganAt: Instant; readonly faults: readonly Fault[] }): Promise<void> {
  await sql`insert into integrity_check (check_id, account_id, handle, began_at, faults) values (${checkId}, ${accountId}, ${handle}, ${beganAt}, ${JSON.stringify(faults)})`.execute(tx)
}

/** The latest looks through everything. `auditor` is the auditor's connection. */
export async function checksMade(auditor: Database, limit = 10): Promise<readonly KeptCheck[]> {
  const { rows } = await sql<{ handle: string; began_at: Date; ended_at: Date; faults: readonly Fault[] }>`select handle, began_at, ended_at, faults from integrity_check order by ended_at desc limit ${limit}`.execute(auditor)
  return rows.map(({ handle, began_at: beganAt, ended_at: endedAt, faults }) => ({ handle, beganAt: beganAt.toISOString(), endedAt: endedAt.toISOString(), faults }))
}
