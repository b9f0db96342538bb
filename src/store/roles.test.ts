import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase } from '../../test/database.ts'
import { grantsOf, lawfulGrants } from '../../test/grants.ts'
import { keepPasswords } from './cluster.ts'
import { closeToEverybody, everyServingRole, servingRoles } from './roles.ts'

describe.each(databaseServers)('$name', (server) => {
  test('each role that serves may do what is listed, everybody else nothing, and no name or condition of a caller reaches further', async () => {
    const fresh = await freshDatabase(server)
    expect([...(await grantsOf(fresh.asOwner()))].sort()).toEqual(lawfulGrants)
    await fresh.destroy()
  })

  test('a restored copy is closed to everybody again at the next start', async () => {
    const fresh = await freshDatabase(server)
    await sql.raw(`do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`).execute(fresh.asOwner())
    await sql`grant execute on function lo_create(oid) to public; grant create on schema public to public`.execute(fresh.asOwner())
    await closeToEverybody(fresh.asOwner())
    for (const statement of ['create temporary table mine (a integer)', 'select lo_create(0)', 'create table mine (a integer)']) await expect(sql.raw(statement).execute(fresh.database)).rejects.toThrow('permission denied')
    await fresh.destroy()
  })

  test('several programs may close it at once', async () => {
    const fresh = await freshDatabase(server)
    const owner = fresh.asOwner()
    await Promise.all(Array.from({ length: 200 }, () => closeToEverybody(owner)))
    await fresh.destroy()
  })

  test('each role signs in by itself', async () => {
    const fresh = await freshDatabase(server)
    for (const role of everyServingRole) {
      const { rows } = await sql<{ session: string; current: string }>`select session_user as session, current_user as current`.execute(fresh.as[role])
      expect(rows).toEqual([{ session: servingRoles[role], current: servingRoles[role] }])
    }
    await fresh.destroy()
  })
})

test('passwords of an older Comity are kept, and those of new roles are made beside them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comity-passwords-'))
  const file = join(folder, 'passwords.json')
  writeFileSync(file, JSON.stringify({ owner: 'one', application: 'two' }), { mode: 0o600 })
  const passwords = keepPasswords(file)
  expect(passwords).toMatchObject({ owner: 'one', application: 'two' })
  expect(new Set(Object.values(passwords)).size).toBe(6)
  expect(keepPasswords(file)).toEqual(passwords)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(passwords)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})
