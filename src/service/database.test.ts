import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { databaseServers, freshDatabase } from '../../test/database.ts'
import type { DatabaseServer } from '../../test/database-servers.ts'
import { applicationRole } from '../store/migrate.ts'
import { openDatabase } from './database.ts'

const projectFolder = '/nowhere'

function urlOf({ host, port }: DatabaseServer, user: string, password: string, database: string) {
  return `postgresql://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

describe.each(databaseServers)('$name as the server of DATABASE_URL', (server) => {
  const ownerUrl = (database: string) => urlOf(server, server.owner, server.passwords.owner, database)

  test('an owner’s sign-in is enough, and steps down to the application role', async () => {
    const fresh = await freshDatabase(server)
    await sql`drop schema public cascade; create schema public`.execute(fresh.asOwner())
    const opened = await openDatabase({ projectFolder, url: ownerUrl(fresh.name) })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    expect(opened.value.migrated).toContain('0001-measurements.sql')
    const { rows } = await sql`select current_user as role, (select count(*) from measurement) as kept`.execute(opened.value.database)
    expect(rows).toEqual([{ role: applicationRole, kept: 0 }])
    await expect(sql`drop table figure`.execute(opened.value.database)).rejects.toThrow('must be owner')
    await opened.value.close()
    await fresh.destroy()
  })

  test('a plain sign-in beside an owner’s one may serve, and change no shape', async () => {
    const fresh = await freshDatabase(server)
    const user = `plain_${fresh.name}`
    await sql`create role ${sql.ref(user)} login password 'plain'`.execute(fresh.asOwner())
    const opened = await openDatabase({ projectFolder, url: urlOf(server, user, 'plain', fresh.name), ownerUrl: ownerUrl(fresh.name) })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    await expect(sql`create table mine (a integer)`.execute(opened.value.database)).rejects.toThrow('permission denied')
    expect((await sql`select * from figure`.execute(opened.value.database)).rows).toEqual([])
    await opened.value.close()
    await fresh.destroy()
  })

  test('a plain sign-in alone is refused, with what an administrator must do', async () => {
    const fresh = await freshDatabase(server)
    const user = `lonely_${fresh.name}`
    await sql`create role ${sql.ref(user)} login password 'plain'`.execute(fresh.asOwner())
    expect(await openDatabase({ projectFolder, url: urlOf(server, user, 'plain', fresh.name) })).toEqual({ ok: false, refusal: { code: 'role-missing', role: applicationRole, user } })
    await fresh.destroy()
  })

  test('a wrong password is refused with the server’s reason, which does not repeat it', async () => {
    const outcome = await openDatabase({ projectFolder, url: urlOf(server, server.owner, 'wrong-guess', 'postgres') })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-connection', reason: expect.stringContaining('password authentication failed') } })
    expect(JSON.stringify(outcome)).not.toContain('wrong-guess')
  })
})

test('a server that is not there is refused with a reason', async () => {
  const outcome = await openDatabase({ projectFolder, url: 'postgresql://nobody@127.0.0.1:1/none' })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'no-connection', reason: expect.stringContaining('ECONNREFUSED') } })
})
