import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Account } from './accounts.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

/** How the person was recognised. */
export type Recognised = 'provider' | 'passkey' | 'demonstration'

/** A session that is good now, with whose it is and what they may be, read together. */
export type Session = Omit<Account, 'disabledAt'> & {
  readonly sessionId: string
  readonly beganAt: Instant
  readonly endsAt: Instant
  readonly recognised: Recognised
  /** When the person themself was there last. */
  readonly recognisedAt: Instant
}

/** Begins a session. `tokenDigest` is SHA-256 of the token, in hexadecimal: the token itself is the browser's alone. */
export async function beginSession(tx: Database, { sessionId, accountId, tokenDigest, recognised, browser }: { readonly sessionId: string; readonly accountId: string; readonly tokenDigest: string; readonly recognised: Recognised; readonly browser: string }): Promise<void> {
  await sql`insert into session (session_id, account_id, token_digest, recognised, browser) values (${sessionId}, ${accountId}, decode(${tokenDigest}, 'hex'), ${recognised}, ${browser.slice(0, 200)})`.execute(tx)
}

/** The session of a token, where it is still good; says that it was seen. One query, asked by every request. */
export async function useSession(tx: Database, tokenDigest: string): Promise<Session | undefined> {
  const { rows: [row] } = await sql<SessionRow>`${often}select * from use_session(decode(${tokenDigest}, 'hex'))`.execute(tx)
  if (!row) return undefined
  const { session_id: sessionId, account_id: accountId, handle, display_name: displayName, language, demonstration, roles, recognised } = row
  return { sessionId, accountId, handle, displayName, language, demonstration, roles, recognised, beganAt: row.began_at.toISOString(), endsAt: row.ends_at.toISOString(), recognisedAt: row.recognised_at.toISOString() }
}

/** Ends a session at once, if it is this account's; false when it is not, or ended before. */
export async function revokeSession(tx: Database, { sessionId, accountId, by }: { readonly sessionId: string; readonly accountId: string; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`update session set revoked_at = clock_timestamp(), revoked_by = ${by} where session_id = ${sessionId} and account_id = ${accountId} and revoked_at is null returning 1`.execute(tx)
  return rows.length > 0
}

/** Ends all sessions of an account but one, and returns how many. */
export async function revokeOtherSessions(tx: Database, { accountId, but, by }: { readonly accountId: string; readonly but?: string; readonly by: string }): Promise<number> {
  const { rows } = await sql`update session set revoked_at = clock_timestamp(), revoked_by = ${by}
    where account_id = ${accountId} and revoked_at is null and session_id is distinct from ${but ?? null} and ends_at > clock_timestamp() returning 1`.execute(tx)
  return rows.length
}

/** Keeps that the person was just recognised afresh, and how. */
export async function recogniseAfresh(tx: Database, { sessionId, recognised }: { readonly sessionId: string; readonly recognised: Recognised }): Promise<void> {
  await sql`update session set recognised = ${recognised}, recognised_at = clock_timestamp() where session_id = ${sessionId} and revoked_at is null`.execute(tx)
}

/** A session as its owner sees it in a list. */
export type ListedSession = { readonly sessionId: string; readonly beganAt: Instant; readonly seenAt: Instant; readonly recognised: Recognised; readonly browser: string }

/** The sessions of an account that are good now, the newest first. */
export async function listSessions(tx: Database, accountId: string): Promise<readonly ListedSession[]> {
  const { rows } = await sql<{ session_id: string; began_at: Date; seen_at: Date; recognised: Recognised; browser: string }>`
    select session_id, began_at, seen_at, recognised, browser from session
    where account_id = ${accountId} and revoked_at is null and ends_at > clock_timestamp() and seen_at > clock_timestamp() - interval '1 hour'
    order by began_at desc, session_id`.execute(tx)
  return rows.map(({ session_id: sessionId, began_at: beganAt, seen_at: seenAt, recognised, browser }) => ({ sessionId, beganAt: beganAt.toISOString(), seenAt: seenAt.toISOString(), recognised, browser }))
}

type SessionRow = {
  readonly session_id: string
  readonly account_id: string
  readonly handle: string
  readonly display_name: string
  readonly language: 'en' | 'fr'
  readonly demonstration: boolean
  readonly roles: readonly string[]
  readonly began_at: Date
  readonly ends_at: Date
  readonly recognised: Recognised
  readonly recognised_at: Date
}
