import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { inject } from 'vitest'
import { connect } from '../src/store/connection.ts'
import { applicationRole } from '../src/store/migrate.ts'
import type { Tables } from '../src/store/tables.ts'
import { template, type DatabaseServer } from './database-servers.ts'

/** The servers of this run: embedded PostgreSQL 18 first, then Debian's 15 where it is installed. */
export const databaseServers: readonly DatabaseServer[] = inject('databaseServers')

/** A migrated database that no other test sees, connected as the application role. */
export type FreshDatabase = {
  readonly name: string
  readonly database: Kysely<Tables>
  /** The same database as the owner sees it; made on first use. */
  readonly asOwner: () => Kysely<Tables>
  readonly destroy: () => Promise<void>
}

/** Copies the template, in a few dozen milliseconds. */
export async function freshDatabase(server: DatabaseServer | undefined = databaseServers[0]): Promise<FreshDatabase> {
  if (!server) throw new Error('No database server: is this test in the part of vitest.config.ts that has one?')
  const { host, port, owner, passwords } = server
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = connect({ host, port, user: owner, password: passwords.owner, database: 'postgres', max: 1 })
  await sql`create database ${sql.ref(name)} template ${sql.ref(template)} strategy file_copy`.execute(maintenance)
  const database = connect({ host, port, user: applicationRole, password: passwords.application, database: name })
  let ownerDatabase: Kysely<Tables> | undefined
  return {
    name,
    database,
    asOwner: () => (ownerDatabase ??= connect({ host, port, user: owner, password: passwords.owner, database: name })),
    async destroy() {
      await Promise.all([database.destroy(), ownerDatabase?.destroy()])
      await sql`drop database ${sql.ref(name)} with (force)`.execute(maintenance)
      await maintenance.destroy()
    },
  }
}
