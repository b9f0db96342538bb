import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

/** A look, and why. Never holds a name that was looked for. */
export type Access = {
  readonly accountId: string
  readonly handle: string
  readonly sessionId?: string
  /** Of a program that asked in their name. */
  readonly tokenId?: string
  /** As `service/access/permissions.ts` calls it. */
  readonly action: string
  readonly caseId?: string
  readonly purpose?: string
  readonly about?: Readonly<Record<string, string | number>>
}

export type KeptAccess = Access & { readonly entry: number; readonly happenedAt: Instant }

/** Writes a look down: before it is shown, in the same transaction. The database's clock says when. */
export async function writeAccess(tx: Database, { accountId, handle, sessionId = null, tokenId = null, action, caseId = null, purpose = null, about = {} }: Omit<Access, 'sessionId' | 'tokenId' | 'caseId' | 'purpose'> & { readonly sessionId?: string | null; readonly tokenId?: string | null; readonly caseId?: string | null; readonly purpose?: string | null }): Promise<void> {
  await sql`${often}insert into access_log (account_id, handle, session_id, token_id, action, case_id, purpose, about) values (${accountId}, ${handle}, ${sessionId}, ${tokenId}, ${action}, ${caseId}, ${purpose}, ${JSON.stringify(about)})`.execute(tx)
}

/** Who looked at a case, the latest first. `auditor` is the auditor's connection: the application's cannot read this. */
export async function readAccessOfCase(auditor: Database, caseId: string, limit = 200): Promise<readonly KeptAccess[]> {
  return select(auditor, sql`where case_id = ${caseId} order by entry desc limit ${limit}`)
}

/** What an account looked at, the latest first. `auditor` is the auditor's connection. */
export async function readAccessOfAccount(auditor: Database, accountId: string, limit = 200): Promise<readonly KeptAccess[]> {
  return select(auditor, sql`where account_id = ${accountId} order by entry desc limit ${limit}`)
}

/** Everything before an entry, the latest first: page after page. `auditor` is the auditor's connection. */
export async function readAccess(auditor: Database, { before, limit }: { readonly before?: number; readonly limit: number }): Promise<readonly KeptAccess[]> {
  return select(auditor, sql`where ${before ?? null}::bigint is null or entry < ${before ?? null} order by entry desc limit ${limit}`)
}

/**
 * For which purpose a session reads what is protected in a case: what was given last, no longer ago than so many hours; undefined when
 * nothing was. Entries that give a purpose say for how many hours; entries of looks do not, and so prolong nothing. `auditor` is the
 * auditor's connection.
 */
export async function latestPurpose(auditor: Database, { sessionId, caseId, hours }: { readonly sessionId: string; readonly caseId: string; readonly hours: number }): Promise<string | undefined> {
  const { rows } = await sql<{ purpose: string }>`
    select purpose from access_log where case_id = ${caseId} and session_id = ${sessionId} and action = 'case.read-protected' and purpose is not null and about ? 'hours'
      and happened_at > clock_timestamp() - make_interval(hours => ${hours}) order by entry desc limit 1`.execute(auditor)
  return rows[0]?.purpose
}

/** The entry by which a session made a person's copy in a case, by the number of its receipt, no longer ago than so many hours; undefined when it made none. `auditor` is the auditor's connection. */
export async function findCopyMade(auditor: Database, { sessionId, caseId, receipt, hours }: { readonly sessionId: string; readonly caseId: string; readonly receipt: string; readonly hours: number }): Promise<KeptAccess | undefined> {
  return (await select(auditor, sql`where case_id = ${caseId} and session_id = ${sessionId} and action = 'person.export' and about ->> 'receipt' = ${receipt} and about ? 'digest' and happened_at > clock_timestamp() - make_interval(hours => ${hours}) order by entry limit 1`))[0]
}

type AccessRow = {
  readonly entry: number
  readonly happened_at: Date
  readonly account_id: string
  readonly handle: string
  readonly session_id: string | null
  readonly token_id: string | null
  readonly action: string
  readonly case_id: string | null
  readonly purpose: string | null
  readonly about: Readonly<Record<string, string | number>>
}

async function select(auditor: Database, rest: ReturnType<typeof sql>): Promise<readonly KeptAccess[]> {
  const { rows } = await sql<AccessRow>`select entry, happened_at, account_id, handle, session_id, token_id, action, case_id, purpose, about from access_log ${rest}`.execute(auditor)
  return rows.map(({ entry, happened_at: happenedAt, account_id: accountId, handle, session_id: sessionId, token_id: tokenId, action, case_id: caseId, purpose, about }) => ({
    entry, happenedAt: happenedAt.toISOString(), accountId, handle, action, about,
    ...(sessionId === null ? {} : { sessionId }), ...(tokenId === null ? {} : { tokenId }), ...(caseId === null ? {} : { caseId }), ...(purpose === null ? {} : { purpose }),
  }))
}
