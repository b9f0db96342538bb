import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '../kernel/day.ts'
import type { KeptAccess } from './access-log.ts'
import type { Database } from './tables.ts'

/** Which looks: those that fit all of what is said. Days are those of the authority's time zone, both of them within. */
export type AccessChoice = { readonly handle?: string; readonly caseId?: string; readonly action?: string; readonly from?: PlainDate; readonly until?: PlainDate }

export type AccessPage = AccessChoice & { readonly timeZone: string; /** Only what was written before this entry. */ readonly before?: number; readonly limit: number }

/** Looks that fit, the latest first. `auditor` is the auditor's connection: the application's cannot read this. */
export async function findAccess(auditor: Database, { handle, caseId, action, from, until, timeZone, before, limit }: AccessPage): Promise<readonly KeptAccess[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  // By the account, so that its index serves; what somebody was called then is what somebody is called now: handles never change.
  if (handle !== undefined) conditions.push(sql`account_id = (select account_id from account where account.handle = ${handle})`)
  if (caseId !== undefined) conditions.push(sql`case_id = ${caseId}`)
  if (action !== undefined) conditions.push(sql`action = ${action}`)
  if (from !== undefined) conditions.push(sql`happened_at >= ${from}::timestamp at time zone ${timeZone}`)
  if (until !== undefined) conditions.push(sql`happened_at < (${until}::date + 1)::timestamp at time zone ${timeZone}`)
  if (before !== undefined) conditions.push(sql`entry < ${before}`)
  const { rows } = await sql<AccessRow>`
    select entry, happened_at, account_id, handle, session_id, action, case_id, purpose, about from access_log where ${sql.join(conditions, sql` and `)} order by entry desc limit ${limit}`.execute(auditor)
  return rows.map(({ entry, happened_at: happenedAt, account_id: accountId, handle: called, session_id: sessionId, action: done, case_id: of, purpose, about }) => ({
    entry, happenedAt: happenedAt.toISOString(), accountId, handle: called, action: done, about,
    ...(sessionId === null ? {} : { sessionId }), ...(of === null ? {} : { caseId: of }), ...(purpose === null ? {} : { purpose }),
  }))
}

/** Whether an account is called so. */
export async function isHandle(tx: Database, handle: string): Promise<boolean> {
  const { rows } = await sql`select 1 from account where handle = ${handle}`.execute(tx)
  return rows.length > 0
}

type AccessRow = {
  readonly entry: number
  readonly happened_at: Date
  readonly account_id: string
  readonly handle: string
  readonly session_id: string | null
  readonly action: string
  readonly case_id: string | null
  readonly purpose: string | null
  readonly about: Readonly<Record<string, string | number>>
}
