import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { databaseServers, freshDatabase } from '../../test/database.ts'
import type { DatabaseServer } from '../../test/database-servers.ts'
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts'
import { everyServingRole, servingRoles, type ServingRole } from '../store/roles.ts'
import type { Tables } from '../store/tables.ts'
import { checkHealth } from './check-health.ts'
import { openDatabase } from './database.ts'

const projectFolder = '/nowhere'
const applicationRole = servingRoles.application
const everyRole = sql.join(Object.values(servingRoles).map((role) => sql.ref(role)))

function urlOf({ host, port }: DatabaseServer, user: string, password: string, database: string) {
  return `postgresql://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

async function emptyFor(database: Kysely<Tables>, name: string, owner: string) {
  await sql`alter database ${sql.ref(name)} owner to ${sql.ref(owner)}`.execute(database)
  await sql`drop schema public, statutory cascade; create schema public authorization ${sql.ref(owner)}`.execute(database)
}

async function serves(url: string, ownerUrl?: string): Promise<unknown> {
  const opened = await openDatabase({ projectFolder, url, ownerUrl })
  if (!opened.ok) return opened.refusal
  const { rows } = await sql`select current_user as role from figure right join (select 1) as one on true`.execute(opened.value.database)
  await opened.value.close()
  return rows[0]
}

describe.each(databaseServers)('$name as the server of DATABASE_URL', (server) => {
  const ownerUrl = (database: string) => urlOf(server, server.owner, server.passwords.owner, database)

  test('an owner’s sign-in is enough, and steps down to the application role', async () => {
    const fresh = await freshDatabase(server)
    await sql`drop schema public, statutory cascade; create schema public`.execute(fresh.asOwner())
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

  test('the simple way of the operating guide works: one role that owns the database and may create roles', async () => {
    const { asOwner, name, destroy } = await freshDatabase(server)
    const user = `simple_${name}`
    await sql`create role ${sql.ref(user)} login createrole password 'plain'`.execute(asOwner())
    await emptyFor(asOwner(), name, user)
    // Elsewhere on this server the role is there already, and only its maker or a superuser may hand it on.
    await sql`grant ${everyRole} to ${sql.ref(user)} with admin option`.execute(asOwner())
    expect(await serves(urlOf(server, user, 'plain', name))).toEqual({ role: applicationRole })
    await destroy()
  })

  test('the stricter way of the operating guide works: an owner beside a role that only serves', async () => {
    const { asOwner, name, destroy } = await freshDatabase(server)
    const [owner, user] = [`owner_${name}`, `serving_${name}`]
    await sql`create role ${sql.ref(owner)} login password 'plain'`.execute(asOwner())
    await sql`create role ${sql.ref(user)} login password 'plain' in role ${everyRole}`.execute(asOwner())
    await emptyFor(asOwner(), name, owner)
    expect(await serves(urlOf(server, user, 'plain', name), urlOf(server, owner, 'plain', name))).toEqual({ role: applicationRole })
    await destroy()
  })

  test('with a sign-in for each role, none can become another', async () => {
    const { asOwner, name, destroy } = await freshDatabase(server)
    const others = ['gates', 'outbound', 'auditor', 'report'] as const
    const signIn = (role: ServingRole) => `${role}_${name}`
    for (const role of everyServingRole) await sql`create role ${sql.ref(signIn(role))} login password 'plain' in role ${sql.ref(servingRoles[role])}`.execute(asOwner())
    const urlAs = (role: ServingRole) => urlOf(server, signIn(role), 'plain', name)
    const opened = await openDatabase({ projectFolder, url: urlAs('application'), ownerUrl: ownerUrl(name), roleUrls: Object.fromEntries(others.map((role) => [role, urlAs(role)])) })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    for (const role of everyServingRole) {
      const { rows } = await sql`select session_user as session, current_user as current`.execute(opened.value.roles[role])
      expect(rows).toEqual([{ session: signIn(role), current: servingRoles[role] }])
      for (const other of everyServingRole.filter((one) => one !== role)) await expect(sql`set role ${sql.ref(servingRoles[other])}`.execute(opened.value.roles[role])).rejects.toThrow('permission denied')
    }
    await opened.value.close()
    await destroy()
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

test('a second program joins the database that a first one serves, and leaves it running', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comity-joined-'))
  chmodSync(folder, 0o711)
  const first = await openDatabase({ projectFolder, dataFolder: folder })
  if (!first.ok) throw new Error(JSON.stringify(first.refusal))
  expect(await openDatabase({ projectFolder, dataFolder: folder })).toMatchObject({ ok: false, refusal: { code: 'already-running' } })
  const second = await openDatabase({ projectFolder, dataFolder: folder, join: true })
  if (!second.ok) throw new Error(JSON.stringify(second.refusal))
  const { rows } = await sql`select current_user as role from case_file right join (select 1) as one on true`.execute(second.value.database)
  expect(rows).toEqual([{ role: applicationRole }])
  expect((await sql`select current_user as role`.execute(second.value.roles.gates)).rows).toEqual([{ role: servingRoles.gates }])
  await second.value.close()
  expect(await checkHealth({ database: first.value.database })).toBe(true)
  await first.value.close()
  // With nobody serving it, the same setting starts the server.
  const alone = await openDatabase({ projectFolder, dataFolder: folder, join: true })
  if (!alone.ok) throw new Error(JSON.stringify(alone.refusal))
  await alone.value.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a server that goes and comes back is reached again without a restart of ours', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comity-reached-again-'))
  chmodSync(folder, 0o711)
  const server = await startEmbeddedPostgres({ folder, durable: false })
  if (!server.ok) throw new Error(JSON.stringify(server.refusal))
  const opened = await openDatabase({ projectFolder, url: urlOf({ ...server.value, name: 'own' }, server.value.owner, server.value.passwords.owner, 'postgres') })
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  expect(await checkHealth({ database: opened.value.database })).toBe(true)
  process.kill(server.value.processId, 'SIGKILL')
  await vi.waitFor(async () => expect(await checkHealth({ database: opened.value.database })).toBe(false))
  await vi.waitFor(async () => expect(await checkHealth({ database: opened.value.database })).toBe(true), { timeout: 30_000 })
  await opened.value.close()
  await server.value.stop()
  rmSync(folder, { recursive: true, force: true })
})
