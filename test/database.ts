import { inject } from 'vitest'
import type { DatabaseServer } from './database-servers.ts'
import { copyTemplate, type FreshDatabase } from './fresh-database.ts'

export type { FreshDatabase } from './fresh-database.ts'

/** The servers of this run: embedded PostgreSQL 18 first, then Debian's 15 where it is installed. */
export const databaseServers: readonly DatabaseServer[] = inject('databaseServers')

/** A migrated database that no other test sees. */
export async function freshDatabase(server: DatabaseServer | undefined = databaseServers[0]): Promise<FreshDatabase> {
  if (!server) throw new Error('No database server: is this test in the part of vitest.config.ts that has one?')
  return copyTemplate(server)
}
