import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { often } from './connection.ts'
import type { Database } from './tables.ts'

describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  test('a statement that is asked often is planned once for a connection, and gives each time what was asked', async () => {
    await fresh.database.transaction().execute(async (tx) => {
      const ask = async (number: number) => (await sql<{ twice: number }>`${often} select 2 * ${number}::integer as twice`.execute(tx)).rows
      expect([await ask(1), await ask(2)]).toEqual([[{ twice: 2 }], [{ twice: 4 }]])
      expect(await keptOn(tx, 'select 2 * %')).toBe(1)
    })
  })

  test('any other statement is planned anew each time', async () => {
    await fresh.database.transaction().execute(async (tx) => {
      await sql`select 3 * ${1}::integer as thrice`.execute(tx)
      expect(await keptOn(tx, 'select 3 * %')).toBe(0)
    })
  })
})

async function keptOn(tx: Database, like: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*) as number from pg_prepared_statements where name <> '' and statement like ${`%${like}`}`.execute(tx)
  return rows[0]?.number ?? 0
}
