import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { inject } from 'vitest'
import { connect } from '../src/store/connection.ts'
import { everyServingRole, servingRoles, type ServingRole } from '../src/store/roles.ts'
import type { Tables } from '../src/store/tables.ts'
import { template, type DatabaseServer } from './database-servers.ts'

/** The servers of this run: embedded PostgreSQL 18 first, then Debian's 15 where it is installed. */
export const databaseServers: readonly DatabaseServer[] = inject('databaseServers')

/** A migrated database that no other test sees, connected as the application role. */
export type FreshDatabase = {
  readonly name: string
  readonly database: Kysely<Tables>
  /** The same database as any of the roles that serve requests; `application` is `database`. Each is connected on first use. */
  readonly as: Readonly<Record<ServingRole, Kysely<Tables>>>
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
  const as = Object.fromEntries(everyServingRole.map((role) => [role, connect({ host, port, user: servingRoles[role], password: passwords[role], database: name })])) as Record<ServingRole, Kysely<Tables>>
  let ownerDatabase: Kysely<Tables> | undefined
  return {
    name,
    database: as.application,
    as,
    asOwner: () => (ownerDatabase ??= connect({ host, port, user: owner, password: passwords.owner, database: name })),
    async destroy() {
      await Promise.all([...Object.values(as).map((database) => database.destroy()), ownerDatabase?.destroy()])
      await sql`drop database ${sql.ref(name)} with (force)`.execute(maintenance)
      await maintenance.destroy()
    },
  }
}
