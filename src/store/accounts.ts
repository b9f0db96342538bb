import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** Somebody who may sign in. `handle` is what events and cases call them. */
export type Account = {
  readonly accountId: string
  readonly handle: string
  readonly displayName: string
  readonly language: 'en' | 'fr'
  /** Exists only where nothing is real. */
  readonly demonstration: boolean
  readonly disabledAt?: Instant
  /** As the database holds them; `service/access/roles.ts` says what they are. */
  readonly roles: readonly string[]
}

export type NewAccount = Pick<Account, 'accountId' | 'handle' | 'displayName' | 'language' | 'roles'> & { readonly by: string }

export type AccountRefusal = { readonly code: 'handle-taken' | 'handle-wrong' | 'name-wrong' }

const handleShape = /^[a-z0-9](?:[a-z0-9.-]{0,58}[a-z0-9])?$/

/** Makes an account with these roles; nobody can sign in to it before it has a passkey or a subject at the provider. */
export async function makeAccount(tx: Database, { accountId, handle, displayName, language, roles, by }: NewAccount): Promise<Result<null, AccountRefusal>> {
  if (!handleShape.test(handle)) return refuse({ code: 'handle-wrong' })
  if (displayName.trim() === '' || displayName.length > 200) return refuse({ code: 'name-wrong' })
  const { rows } = await sql`insert into account (account_id, handle, display_name, language, made_by) values (${accountId}, ${handle}, ${displayName}, ${language}, ${by})
    on conflict (handle) do nothing returning account_id`.execute(tx)
  if (rows.length === 0) return refuse({ code: 'handle-taken' })
  await setRoles(tx, { accountId, roles, by })
  return accept(null)
}

/** Gives an account exactly these roles. What it had and has no longer stays in the history, and signs it out everywhere. */
export async function setRoles(tx: Database, { accountId, roles, by }: { readonly accountId: string; readonly roles: readonly string[]; readonly by: string }): Promise<void> {
  // Two changes at once come one after the other.
  await sql`select 1 from account where account_id = ${accountId} for no key update`.execute(tx)
  await sql`update account_role set taken_at = clock_timestamp(), taken_by = ${by} where account_id = ${accountId} and taken_at is null and role <> all (${roles})`.execute(tx)
  for (const role of roles) {
    await sql`insert into account_role (account_id, role, given_by) select ${accountId}, ${role}, ${by}
      where not exists (select 1 from account_role where account_id = ${accountId} and role = ${role} and taken_at is null)`.execute(tx)
  }
}

/** Signs somebody out everywhere and lets them in no more. */
export async function disableAccount(tx: Database, { accountId, by }: { readonly accountId: string; readonly by: string }): Promise<void> {
  await sql`update account set disabled_at = clock_timestamp(), disabled_by = ${by} where account_id = ${accountId} and disabled_at is null`.execute(tx)
}

export async function enableAccount(tx: Database, { accountId }: { readonly accountId: string }): Promise<void> {
  await sql`update account set disabled_at = null, disabled_by = null where account_id = ${accountId}`.execute(tx)
}

export async function findAccount(tx: Database, by: { readonly handle: string } | { readonly accountId: string }): Promise<Account | undefined> {
  return (await select(tx, 'handle' in by ? sql`where handle = ${by.handle}` : sql`where one.account_id = ${by.accountId}`))[0]
}

/** The account that an identity provider's subject belongs to. */
export async function findByProvider(tx: Database, { issuer, subject }: { readonly issuer: string; readonly subject: string }): Promise<Account | undefined> {
  return (await select(tx, sql`join provider_identity using (account_id) where issuer = ${issuer} and subject = ${subject}`))[0]
}

/** Every account, by handle. */
export async function listAccounts(tx: Database): Promise<readonly Account[]> {
  return select(tx, sql``)
}

/** Lets a subject at the provider sign in as this account; false when it is somebody's already. */
export async function linkProvider(tx: Database, { issuer, subject, accountId, by }: { readonly issuer: string; readonly subject: string; readonly accountId: string; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`insert into provider_identity (issuer, subject, account_id, added_by) values (${issuer}, ${subject}, ${accountId}, ${by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/**
 * Makes the demonstration accounts, or lets them in again; `owner` is the owner's connection, for no role that serves may make one.
 */
export async function makeDemonstrationAccounts(owner: Database, accounts: readonly Omit<NewAccount, 'by'>[]): Promise<void> {
  for (const { accountId, handle, displayName, language, roles } of accounts) {
    await sql`insert into account (account_id, handle, display_name, language, demonstration, made_by) values (${accountId}, ${handle}, ${displayName}, ${language}, true, 'start')
      on conflict (account_id) do update set disabled_at = null, disabled_by = null, display_name = excluded.display_name`.execute(owner)
    await setRoles(owner, { accountId, roles, by: 'start' })
  }
}

/** Lets no demonstration account in any more, and signs all of them out. `owner` is the owner's connection. */
export async function disableDemonstrationAccounts(owner: Database): Promise<void> {
  await sql`update account set disabled_at = clock_timestamp(), disabled_by = 'start' where demonstration and disabled_at is null`.execute(owner)
}

/** Whether there is a case that is not known to be made up: neither loaded as fictional nor opened by a demonstration account. */
export async function hasRealCases(tx: Database): Promise<boolean> {
  const { rows } = await sql<{ real: boolean }>`select exists (select 1 from case_file as file join case_event as first on first.case_id = file.case_id and first.sequence = 1
    where not file.fictional and first.recorded_by not in (select handle from account where demonstration)) as real`.execute(tx)
  return rows[0]?.real === true
}

type AccountRow = {
  readonly account_id: string
  readonly handle: string
  readonly display_name: string
  readonly language: 'en' | 'fr'
  readonly demonstration: boolean
  readonly disabled_at: Date | null
  readonly roles: readonly string[]
}

async function select(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly Account[]> {
  const { rows } = await sql<AccountRow>`
    select one.account_id, handle, display_name, language, demonstration, disabled_at,
      array(select role from account_role as held where held.account_id = one.account_id and taken_at is null order by role) as roles
    from account as one ${rest} order by handle`.execute(tx)
  return rows.map(({ account_id: accountId, handle, display_name: displayName, language, demonstration, disabled_at: disabledAt, roles }) =>
    ({ accountId, handle, displayName, language, demonstration, roles, ...(disabledAt === null ? {} : { disabledAt: disabledAt.toISOString() }) }))
}
