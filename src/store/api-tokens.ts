import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Account } from './accounts.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

/** A token that is good now, with whose it is and what they may be, read together. */
export type UsedToken = Omit<Account, 'disabledAt'> & { readonly tokenId: string; readonly endsAt: Instant }

export type NewToken = { readonly tokenId: string; readonly accountId: string; readonly tokenDigest: string; readonly name: string; readonly hours: number; readonly by: string }

/** Keeps a token that is good for these many hours; false when this id is in use. `tokenDigest` is SHA-256 in hexadecimal: the token itself is its owner's alone. */
export async function addToken(tx: Database, { tokenId, accountId, tokenDigest, name, hours, by }: NewToken): Promise<boolean> {
  const { rows } = await sql`insert into api_token (token_id, account_id, token_digest, name, made_by, ends_at)
    values (${tokenId}, ${accountId}, decode(${tokenDigest}, 'hex'), ${name}, ${by}, clock_timestamp() + make_interval(hours => ${hours})) on conflict (token_id) do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** The token of a digest, where it is still good; says that it was used. One query, asked by every request. */
export async function useToken(tx: Database, tokenDigest: string): Promise<UsedToken | undefined> {
  const { rows: [row] } = await sql<UsedRow>`${often}select * from use_api_token(decode(${tokenDigest}, 'hex'))`.execute(tx)
  if (!row) return undefined
  const { token_id: tokenId, account_id: accountId, handle, display_name: displayName, language, demonstration, roles, ends_at: endsAt } = row
  return { tokenId, accountId, handle, displayName, language, demonstration, roles, endsAt: endsAt.toISOString() }
}

/** A token as lists show it; never the token itself, nor its digest. */
export type ListedToken = {
  readonly tokenId: string
  readonly accountId: string
  readonly handle: string
  readonly name: string
  readonly madeAt: Instant
  readonly madeBy: string
  readonly endsAt: Instant
  readonly seenAt?: Instant
  readonly revokedAt?: Instant
  readonly revokedBy?: string
  /** Neither revoked nor over. */
  readonly good: boolean
}

/** The tokens of an account, or everybody's; those that are good first, then the newest first. */
export async function listTokens(tx: Database, { accountId, limit }: { readonly accountId?: string; readonly limit: number }): Promise<readonly ListedToken[]> {
  const { rows } = await sql<ListedRow>`
    select token_id, account_id, handle, name, one.made_at, one.made_by, ends_at, seen_at, revoked_at, revoked_by, revoked_at is null and ends_at > clock_timestamp() as good
    from api_token as one join account using (account_id) where ${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}
    order by revoked_at is null and ends_at > clock_timestamp() desc, one.made_at desc, token_id limit ${limit}`.execute(tx)
  return rows.map((row) => ({
    tokenId: row.token_id, accountId: row.account_id, handle: row.handle, name: row.name, madeAt: row.made_at.toISOString(), madeBy: row.made_by, endsAt: row.ends_at.toISOString(), good: row.good,
    ...(row.seen_at === null ? {} : { seenAt: row.seen_at.toISOString() }),
    ...(row.revoked_at === null || row.revoked_by === null ? {} : { revokedAt: row.revoked_at.toISOString(), revokedBy: row.revoked_by }),
  }))
}

/** Takes a token out of use at once; of this account only, where one is named. False when there is none that is still in use. */
export async function revokeToken(tx: Database, { tokenId, accountId, by }: { readonly tokenId: string; readonly accountId?: string; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`update api_token set revoked_at = clock_timestamp(), revoked_by = ${by}
    where token_id = ${tokenId} and revoked_at is null and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}) returning 1`.execute(tx)
  return rows.length > 0
}

/** Takes every token of an account out of use. */
export async function revokeTokensOf(tx: Database, { accountId, by }: { readonly accountId: string; readonly by: string }): Promise<void> {
  await sql`update api_token set revoked_at = clock_timestamp(), revoked_by = ${by} where account_id = ${accountId} and revoked_at is null`.execute(tx)
}

type UsedRow = {
  readonly token_id: string
  readonly account_id: string
  readonly handle: string
  readonly display_name: string
  readonly language: 'en' | 'fr'
  readonly demonstration: boolean
  readonly roles: readonly string[]
  readonly ends_at: Date
}

type ListedRow = {
  readonly token_id: string
  readonly account_id: string
  readonly handle: string
  readonly name: string
  readonly made_at: Date
  readonly made_by: string
  readonly ends_at: Date
  readonly seen_at: Date | null
  readonly revoked_at: Date | null
  readonly revoked_by: string | null
  readonly good: boolean
}
