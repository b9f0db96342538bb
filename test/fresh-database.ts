import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { connect } from '../src/store/connection.ts'
import { everyServingRole, servingRoles, type ServingRole } from '../src/store/roles.ts'
import type { Tables } from '../src/store/tables.ts'
import { template, type DatabaseServer } from './database-servers.ts'

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
export async function copyTemplate({ host, port, owner, passwords }: DatabaseServer): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = connect({ host, port, user: owner, password: passwords.owner, database: 'postgres', max: 1 })
  await sql`create database ${sql.ref(name)} template ${sql.ref(template)} strategy file_copy`.execute(maintenance)
  // Rights on a database are not copied with it; see closeToEverybody.
  await sql`revoke temporary on database ${sql.ref(name)} from public`.execute(maintenance)
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
