import { sql } from 'kysely'
import type { Instant } from '../casework/fact-record.ts'
import type { Database } from './tables.ts'

/** A passkey's public half. Ids and keys are base64url, as browsers write them. */
export type Passkey = {
  readonly credentialId: string
  readonly accountId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  /** Whether copies may be on several devices. */
  readonly backedUp: boolean
  readonly name: string
  readonly addedAt: Instant
  readonly usedAt?: Instant
}

/** Keeps a passkey; false when this key is known already. */
export async function addPasskey(tx: Database, { credentialId, accountId, publicKey, counter, transports, backedUp, name }: Omit<Passkey, 'addedAt' | 'usedAt'>): Promise<boolean> {
  const { rows } = await sql`insert into passkey (credential_id, account_id, public_key, counter, transports, backed_up, name)
    values (${bytes(credentialId)}, ${accountId}, ${Buffer.from(publicKey)}, ${counter}, ${transports}, ${backedUp}, ${name}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** A passkey that was not revoked, of an account that is not disabled; locked, so that two uses at once are one after the other. */
export async function lockPasskey(tx: Database, credentialId: string): Promise<Passkey | undefined> {
  return (await select(tx, sql`join account using (account_id) where credential_id = ${bytes(credentialId)} and revoked_at is null and disabled_at is null for no key update of passkey`))[0]
}

/** An account's passkeys that were not revoked, the oldest first. */
export async function listPasskeys(tx: Database, accountId: string): Promise<readonly Passkey[]> {
  return select(tx, sql`where account_id = ${accountId} and revoked_at is null order by added_at, credential_id`)
}

/** Keeps the new counter, which the database lets only grow. */
export async function usePasskey(tx: Database, { credentialId, counter, backedUp }: Pick<Passkey, 'credentialId' | 'counter' | 'backedUp'>): Promise<void> {
  await sql`update passkey set counter = ${counter}, backed_up = ${backedUp}, used_at = clock_timestamp() where credential_id = ${bytes(credentialId)}`.execute(tx)
}

/** Takes a passkey out of use for good, if it is this account's; false when it is not, or was revoked before. */
export async function revokePasskey(tx: Database, { credentialId, accountId, by }: { readonly credentialId: string; readonly accountId: string; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`update passkey set revoked_at = clock_timestamp(), revoked_by = ${by} where credential_id = ${bytes(credentialId)} and account_id = ${accountId} and revoked_at is null returning 1`.execute(tx)
  return rows.length > 0
}

const bytes = (text: string) => Buffer.from(text, 'base64url')

type PasskeyRow = {
  readonly credential_id: Buffer
  readonly account_id: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly backed_up: boolean
  readonly name: string
  readonly added_at: Date
  readonly used_at: Date | null
}

async function select(tx: Database, rest: ReturnType<typeof sql>): Promise<readonly Passkey[]> {
  const { rows } = await sql<PasskeyRow>`select credential_id, account_id, public_key, counter, transports, backed_up, name, added_at, used_at from passkey ${rest}`.execute(tx)
  return rows.map((row) => ({
    credentialId: row.credential_id.toString('base64url'), accountId: row.account_id, publicKey: row.public_key, counter: row.counter, transports: row.transports,
    backedUp: row.backed_up, name: row.name, addedAt: row.added_at.toISOString(), ...(row.used_at === null ? {} : { usedAt: row.used_at.toISOString() }),
  }))
}
