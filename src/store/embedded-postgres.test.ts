import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { connect } from './connection.ts'
import { startEmbeddedPostgres, type RunningPostgres } from './embedded-postgres.ts'

// A space and an accent in the folder, as an operator may have.
let folder = ''
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'comity-embedded-')), 'dossier été')
  mkdirSync(folder)
  if (process.getuid?.() === 0) for (const path of [folder, join(folder, '..')]) chmodSync(path, 0o711)
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const start = () => startEmbeddedPostgres({ folder, durable: false })

// A test that fails half-way must not leave its server to the next one.
const running: RunningPostgres[] = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
})

async function started(): Promise<RunningPostgres> {
  const outcome = await start()
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  running.push(outcome.value)
  return outcome.value
}

function open({ host, port, owner, passwords }: RunningPostgres) {
  return connect({ host, port, user: owner, password: passwords.owner, database: 'postgres', max: 1 })
}

test('what was written is there after a stop and a start', async () => {
  const first = await started()
  const database = open(first)
  await sql`create table kept (word text)`.execute(database)
  await sql`insert into kept values ('été')`.execute(database)
  await database.destroy()
  await first.stop()
  const second = await started()
  const again = open(second)
  expect((await sql`select word from kept`.execute(again)).rows).toEqual([{ word: 'été' }])
  await again.destroy()
  await second.stop()
})

test('a second start on the same folder is refused and names the process', async () => {
  const server = await started()
  expect(await start()).toEqual({ ok: false, refusal: { code: 'already-running', folder, processId: server.processId } })
  await server.stop()
})

test('nobody gets in without the password, and nothing listens on the network', async () => {
  const server = await started()
  const { host, port, owner } = server
  const stranger = connect({ host, port, user: owner, password: 'guess', database: 'postgres' })
  await expect(sql`select 1`.execute(stranger)).rejects.toThrow('password authentication failed')
  await stranger.destroy()
  const database = open(server)
  expect((await sql`show listen_addresses`.execute(database)).rows).toEqual([{ listen_addresses: '' }])
  await database.destroy()
  expect(statSync(host).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'passwords.json')).mode & 0o777).toBe(0o600)
  await server.stop()
  expect(existsSync(host)).toBe(false)
})

test('a database loses its idle connections without bringing the program down', async () => {
  const server = await started()
  const lost: Error[] = []
  const database = connect({ host: server.host, port: server.port, user: server.owner, password: server.passwords.owner, database: 'postgres' }, (cause) => lost.push(cause))
  await sql`select 1`.execute(database)
  await server.stop()
  await database.destroy()
  expect(lost.length).toBeGreaterThan(0)
})

async function startInAnotherProcess(): Promise<{ readonly child: ChildProcess; readonly serverId: number }> {
  const program = `import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)}
    const outcome = await startEmbeddedPostgres({ folder: process.argv[1], durable: false })
    console.log(outcome.ok ? outcome.value.processId : JSON.stringify(outcome.refusal))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, '--', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, serverId: Number(line.toString()) }
}

test('after the program is killed the next start waits for the old server, clears its socket away and works', async () => {
  const { child } = await startInAnotherProcess()
  const socketFolder = readFileSync(join(folder, 'socket-folder'), 'utf8')
  child.kill('SIGKILL')
  await (await started()).stop()
  expect(existsSync(socketFolder)).toBe(false)
})

test('after program and server are killed the next start recovers', async () => {
  const { child, serverId } = await startInAnotherProcess()
  process.kill(serverId, 'SIGKILL')
  child.kill('SIGKILL')
  await (await started()).stop()
})

test('a lock left behind whose number now belongs to another program is no obstacle', async () => {
  writeFileSync(join(folder, 'database', 'postmaster.pid'), `${process.pid}\n${folder}/database\n0\n5432\n/tmp/comity-pg-gone\n\n  0 0\n`)
  await (await started()).stop()
})

test('a cluster of another version is refused and left alone', async () => {
  const file = join(folder, 'database', 'PG_VERSION')
  const version = readFileSync(file, 'utf8')
  writeFileSync(file, '17\n')
  expect(await start()).toEqual({ ok: false, refusal: { code: 'other-version', folder, found: 17, needed: 18 } })
  writeFileSync(file, version)
  await (await started()).stop()
})

test('a cluster whose passwords are gone is refused', async () => {
  const file = join(folder, 'passwords.json')
  const passwords = readFileSync(file)
  rmSync(file)
  expect(await start()).toEqual({ ok: false, refusal: { code: 'passwords-missing', file } })
  writeFileSync(file, passwords, { mode: 0o600 })
})

test('a server that cannot start says why, and where its log is', async () => {
  const file = join(folder, 'database', 'postgresql.auto.conf')
  const settings = readFileSync(file)
  writeFileSync(file, 'shared_buffers = nonsense\n')
  const outcome = await start()
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'did-not-start', log: join(folder, 'server.log') } })
  expect(JSON.stringify(outcome)).toContain('contains errors')
  writeFileSync(file, settings)
})

test('a server that is killed is started again at the same place, and says so', async () => {
  const news: string[] = []
  const outcome = await startEmbeddedPostgres({ folder, durable: false, onNews: (word) => news.push(word) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  const server = outcome.value
  running.push(server)
  const database = open(server)
  await sql`create table survived as select 1 as one`.execute(database)
  const killed = server.processId
  // One connection is in use when the server goes: nor that may bring the program down.
  const inUse = sql`select pg_sleep(60)`.execute(database).then(() => 'finished', () => 'broken off')
  process.kill(killed, 'SIGKILL')
  expect(await inUse).toBe('broken off')
  await vi.waitFor(() => expect(news).toEqual(['ended', 'back']), { timeout: 30_000 })
  expect((await sql`select one from survived`.execute(database)).rows).toEqual([{ one: 1 }])
  expect(server.processId).not.toBe(killed)
  await database.destroy()
  await server.stop()
  expect([news, existsSync(server.host)]).toEqual([['ended', 'back'], false])
})

test('a server is stopped for good even while it is being started again', async () => {
  const server = await started()
  process.kill(server.processId, 'SIGKILL')
  await server.stop()
  const last = server.processId
  await pause(1_000)
  expect(server.processId).toBe(last)
  await (await started()).stop()
})

test('a port of the server is no port of the machine', async () => {
  const server = await started()
  const socket = createConnection({ host: '127.0.0.1', port: server.port })
  const answer = await Promise.race([once(socket, 'connect').then(() => 'someone listens'), once(socket, 'error').then(() => 'nobody listens')]).catch(() => 'nobody listens')
  socket.destroy()
  expect(answer).toBe('nobody listens')
  await server.stop()
})
