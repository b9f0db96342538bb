// A PostgreSQL of our own for the benchmark of cases, with the settings of docs/operating/large-caseload.md.
import { sql, type Kysely } from 'kysely'
import { ensureRoles, everyServingRole, letRolesSignIn, servingRoles, type ServingRole } from '../src/store/roles.ts'
import { connect, type Connection } from '../src/store/connection.ts'
import { openCopyConnection, type CopyConnection } from '../src/store/copy-in.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '../src/store/embedded-postgres.ts'
import { copiedColumns, copiedTables } from '../src/store/import-cases.ts'
import { migrate } from '../src/store/migrate.ts'
import type { Tables } from '../src/store/tables.ts'

/** Settings for a caseload of a million and more; all others are as `npm start` has them. Commits stay durable. */
export const settings: Readonly<Record<string, string>> = {
  shared_buffers: '2GB', max_wal_size: '16GB', checkpoint_timeout: '30min', wal_buffers: '64MB', wal_compression: 'on', effective_cache_size: '12GB', random_page_cost: '1.1', work_mem: '32MB', maintenance_work_mem: '512MB',
}

export type BenchServer = {
  readonly copy: CopyConnection
  readonly owner: Kysely<Tables>
  readonly roles: Readonly<Record<ServingRole, Kysely<Tables>>>
  /** How another program reaches it. */
  readonly connections: Readonly<Record<ServingRole, Connection>>
  readonly version: string
  readonly stop: () => Promise<void>
}

const name = 'cases'

/** `again`: the folder holds the database of an earlier run. */
export async function startBenchServer(folder: string, again = false): Promise<BenchServer> {
  if (again) return connectAll(await start(folder))
  const first = await start(folder)
  await prepare(first)
  await first.stop()
  return connectAll(await start(folder))
}

async function start(folder: string): Promise<RunningPostgres> {
  const started = await startEmbeddedPostgres({ folder })
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  return started.value
}

async function prepare({ host, port, owner, passwords }: RunningPostgres) {
  const maintenance = connect({ host, port, user: owner, password: passwords.owner, database: 'postgres', max: 1 })
  for (const [setting, value] of Object.entries(settings)) await sql`alter system set ${sql.ref(setting)} = ${sql.lit(value)}`.execute(maintenance)
  await sql`create database ${sql.ref(name)}`.execute(maintenance)
  await ensureRoles(maintenance)
  await letRolesSignIn(maintenance, passwords)
  await maintenance.destroy()
  const database = connect({ host, port, user: owner, password: passwords.owner, database: name, max: 1 })
  const migrated = await migrate(database)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusal))
  // Tables of the same columns and types, and nothing that keeps them in order.
  await sql`create schema bare`.execute(database)
  for (const table of copiedTables) await sql.raw(`create table bare.${table} as select ${copiedColumns[table]} from ${table} with no data`).execute(database)
  await sql`create table bare.single_row (id uuid primary key, body jsonb not null)`.execute(database)
  await sql`grant usage on schema bare to comity_application`.execute(database)
  await sql`grant insert on bare.single_row to comity_application`.execute(database)
  await database.destroy()
}

async function connectAll(running: RunningPostgres): Promise<BenchServer> {
  const { host, port, owner: user, passwords } = running
  const owner = connect({ host, port, user, password: passwords.owner, database: name, max: 1 })
  const connections = Object.fromEntries(everyServingRole.map((role) => [role, { host, port, user: servingRoles[role], password: passwords[role], database: name }])) as BenchServer['connections']
  const roles = Object.fromEntries(everyServingRole.map((role) => [role, connect({ ...connections[role], max: 8 })])) as BenchServer['roles']
  const copy = await openCopyConnection({ host, port, user, password: passwords.owner, database: name })
  const [version] = await copy.run('show server_version')
  return {
    copy, owner, roles, connections, version: String(version?.['server_version']),
    async stop() {
      await copy.end()
      await Promise.all([owner, ...Object.values(roles)].map((database) => database.destroy()))
      await running.stop()
    },
  }
}
