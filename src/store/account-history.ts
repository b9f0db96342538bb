import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Database } from './tables.ts'

/** A role that somebody has or had. */
export type RoleHeld = { readonly role: string; readonly givenAt: Instant; readonly givenBy: string; readonly takenAt?: Instant; readonly takenBy?: string }

/** Every role that an account ever had, the latest first. */
export async function rolesEverHeld(tx: Database, accountId: string): Promise<readonly RoleHeld[]> {
  const { rows } = await sql<{ role: string; given_at: Date; given_by: string; taken_at: Date | null; taken_by: string | null }>`
    select role, given_at, given_by, taken_at, taken_by from account_role where account_id = ${accountId} order by given_at desc, role`.execute(tx)
  return rows.map(({ role, given_at: givenAt, given_by: givenBy, taken_at: takenAt, taken_by: takenBy }) => ({
    role, givenAt: givenAt.toISOString(), givenBy, ...(takenAt === null || takenBy === null ? {} : { takenAt: takenAt.toISOString(), takenBy }),
  }))
}

/** A link that somebody was given: never the link itself. */
export type Invitation = { readonly madeAt: Instant; readonly madeBy: string; readonly endsAt: Instant; readonly usedAt?: Instant }

/** The links that an account was given, the latest first. `auditor` is the auditor's connection: the application's cannot read this. */
export async function invitationsOf(auditor: Database, accountId: string): Promise<readonly Invitation[]> {
  const { rows } = await sql<{ made_at: Date; made_by: string; ends_at: Date; used_at: Date | null }>`select made_at, made_by, ends_at, used_at from invitation where account_id = ${accountId} order by made_at desc limit 20`.execute(auditor)
  return rows.map(({ made_at: madeAt, made_by: madeBy, ends_at: endsAt, used_at: usedAt }) => ({ madeAt: madeAt.toISOString(), madeBy, endsAt: endsAt.toISOString(), ...(usedAt === null ? {} : { usedAt: usedAt.toISOString() }) }))
}

/** How many passkeys and subjects at a provider an account can be recognised by. */
export async function waysToRecognise(tx: Database, accountId: string): Promise<{ readonly passkeys: number; readonly subjects: number }> {
  const { rows: [row] } = await sql<{ passkeys: number; subjects: number }>`
    select (select count(*)::integer from passkey where account_id = ${accountId} and revoked_at is null) as passkeys, (select count(*)::integer from provider_identity where account_id = ${accountId}) as subjects`.execute(tx)
  return row ?? { passkeys: 0, subjects: 0 }
}
