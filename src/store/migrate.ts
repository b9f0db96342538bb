import { readdirSync, readFileSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { sha256 } from '../kernel/digest.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { DatabaseRefusal } from './database-refusal.ts'
import type { Tables, Transaction } from './tables.ts'

const oldestServer = 15
const folder = new URL('migrations/', import.meta.url)
// Any fixed number does, as long as nobody else's program in the same database takes the same.
const lock = 6_126_041_783

/** A numbered SQL file of migrations/; once it has run somewhere it is never changed, only followed by another. */
export type Migration = { readonly name: string; readonly text: string }

export function readMigrations(): readonly Migration[] {
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
}

/**
 * Brings the database to the newest shape, all of it or nothing, and returns the names of the migrations that ran.
 * `database` must be connected as the owner; several programs may call this at once. The serving roles must be there.
 */
export async function migrate(database: Kysely<Tables>, migrations = readMigrations()): Promise<Result<readonly string[], DatabaseRefusal>> {
  const found = await serverVersion(database)
  if (found < oldestServer) return refuse({ code: 'server-too-old', found, needed: oldestServer })
  return database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock}::bigint)`.execute(tx)
    await sql`create table if not exists migration (name text primary key, digest text not null, ran_at timestamptz not null default now())`.execute(tx)
    const { rows: done } = await sql<{ name: string; digest: string }>`select name, digest from migration order by name`.execute(tx)
    const wrong = disagreement(migrations, done)
    if (wrong) return refuse(wrong)
    const waiting = migrations.filter(({ name }) => !done.some((row) => row.name === name))
    for (const migration of waiting) await run(tx, migration)
    return accept(waiting.map(({ name }) => name))
  })
}

function disagreement(migrations: readonly Migration[], done: readonly { name: string; digest: string }[]): DatabaseRefusal | undefined {
  for (const { name, digest } of done) {
    const ours = migrations.find((migration) => migration.name === name)
    if (!ours) return { code: 'schema-too-new', name }
    if (sha256(ours.text) !== digest) return { code: 'migration-changed', name }
  }
  return undefined
}

async function run(tx: Transaction, { name, text }: Migration) {
  await sql.raw(text).execute(tx)
  await sql`insert into migration (name, digest) values (${name}, ${sha256(text)})`.execute(tx)
}

async function serverVersion(database: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select current_setting('server_version_num')::int as number`.execute(database)
  return Math.floor((rows[0]?.number ?? 0) / 10_000)
}
