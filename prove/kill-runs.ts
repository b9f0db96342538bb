// Kill -9, again and again, while commands are being written: the server in one half of the runs, the writer in the other.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { seededRandom, type Random } from '../src/kernel/random.ts'
import { checkWhole } from '../src/store/check-whole.ts'
import { connect } from '../src/store/connection.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '../src/store/embedded-postgres.ts'
import { migrate } from '../src/store/migrate.ts'
import { ensureRoles, letRolesSignIn } from '../src/store/roles.ts'
import { checkNotes, type Checked } from './kill-check.ts'
import { connectRoles, type Endpoint, type Roles } from './kill-services.ts'
import { readNotes, type Note } from './kill-notes.ts'

export type KillRuns = { readonly runs: number; readonly seed: number; readonly say?: (line: string) => void }

/** `unanswered`: commands of which, in the end, nobody was told whether they were done. They are there whole, or not at all. */
export type KillReport = Checked & { readonly serverKills: number; readonly writerKills: number; readonly commands: number; readonly unanswered: number; readonly cases: number }

type World = { readonly folder: string; readonly running: RunningPostgres; readonly endpoint: Endpoint; readonly roles: Roles; readonly random: Random; readonly news: { back: number }; readonly seed: number }

/** Runs them all and looks everything up after each, and all of it at the end. */
export async function killAndCheck({ runs, seed, say = () => undefined }: KillRuns): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'comity-kill-'))
  chmodSync(folder, 0o711)
  const world = await begin(folder, seed)
  try {
    const serverKills = Math.ceil(runs / 2)
    await killServer(world, serverKills, say)
    await killWriters(world, runs - serverKills, say)
    return await report(world, serverKills, runs - serverKills)
  } finally {
    await Promise.all(Object.values(world.roles).map((database) => database.destroy()))
    await world.running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function begin(folder: string, seed: number): Promise<World> {
  const news = { back: 0 }
  const started = await startEmbeddedPostgres({ folder, onNews: (one) => { if (one === 'back') news.back++ } })
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  const { host, port, owner, passwords } = started.value
  const maintenance = connect({ host, port, user: owner, password: passwords.owner, database: 'postgres', max: 1 })
  await sql`create database killed`.execute(maintenance)
  await ensureRoles(maintenance)
  await letRolesSignIn(maintenance, passwords)
  await maintenance.destroy()
  const database = connect({ host, port, user: owner, password: passwords.owner, database: 'killed', max: 1 })
  const migrated = await migrate(database)
  await database.destroy()
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusal))
  const endpoint: Endpoint = { host, port, database: 'killed', passwords }
  return { folder, running: started.value, endpoint, roles: connectRoles(endpoint), random: seededRandom(seed), news, seed }
}

/** One writer lives through all of them: its commands in flight are asked again when the server is back. */
async function killServer(world: World, runs: number, say: (line: string) => void) {
  if (runs === 0) return
  const writer = startWriter(world)
  for (let run = 0; run < runs; run++) {
    await untilMoreDone(world, 1 + Math.floor(world.random() * 40), writer)
    await pause(world.random() * 30)
    const before = world.news.back
    killProcesses(world.running.processId, run % 2 === 1)
    while (world.news.back === before) await pause(10)
    sayOf(say, 'server', run, await check(world))
  }
  writer.stdin?.end()
  await ended(writer)
}

/** The postmaster alone, whose sessions then end by themselves, or all its processes at one stroke, as when memory runs out. */
function killProcesses(postmaster: number, all: boolean) {
  const children = all ? spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' }).stdout.trim().split(/\s+/).map(Number) : []
  for (const processId of [postmaster, ...children]) tryToKill(processId)
}

function tryToKill(processId: number) {
  try {
    process.kill(processId, 'SIGKILL')
  } catch (cause) {
    // It ended by itself meanwhile.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause
  }
}

async function killWriters(world: World, runs: number, say: (line: string) => void) {
  for (let run = 0; run < runs; run++) {
    const writer = startWriter(world)
    await untilMoreDone(world, 1 + Math.floor(world.random() * 40), writer)
    await pause(world.random() * 30)
    writer.kill('SIGKILL')
    await ended(writer)
    await untilAlone(world)
    sayOf(say, 'writer', run, await check(world))
  }
}

function startWriter(world: World): ChildProcess {
  const output = openSync(join(world.folder, 'writer.log'), 'a')
  const words = [fileURLToPath(new URL('kill-writer.ts', import.meta.url)), JSON.stringify(world.endpoint), String(world.seed), join(world.folder, 'notes.jsonl')]
  const child = spawn(process.execPath, words, { stdio: ['pipe', output, output] })
  closeSync(output)
  return child
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))
}

function notesOf({ folder }: World): readonly Note[] {
  return readNotes(join(folder, 'notes.jsonl'))
}

async function untilMoreDone(world: World, more: number, writer: ChildProcess) {
  const size = () => notesOf(world).filter(({ note }) => note === 'done').length
  for (const before = size(); size() < before + more;) {
    if (writer.exitCode !== null) throw new Error(`the writer ended by itself: ${readFileSync(join(world.folder, 'writer.log'), 'utf8').slice(-2000)}`)
    await pause(15)
  }
}

/** A statement that was on its way when its writer died is still carried out. */
async function untilAlone({ roles: { auditor } }: World) {
  for (;;) {
    const { rows } = await sql<{ others: number }>`select count(*) as others from pg_stat_activity where usename in ('comity_application', 'comity_gates', 'comity_outbound')`.execute(auditor)
    if (rows[0]?.others === 0) return
    await pause(10)
  }
}

/** The notes of the cases that were last worked on; all of them at the end. */
async function check(world: World): Promise<Checked> {
  const notes = notesOf(world)
  const recent = new Set(notes.slice(-400).map(({ caseId }) => caseId))
  return withPatience(() => checkNotes(world.roles, notes.filter(({ caseId }) => recent.has(caseId))))
}

// The pool may still hold connections to the server that was killed.
async function withPatience<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (cause) {
      if (attempt === 50) throw cause
      await pause(100)
    }
  }
}

async function report(world: World, serverKills: number, writerKills: number): Promise<KillReport> {
  const notes = notesOf(world)
  const checked = await withPatience(() => checkNotes(world.roles, notes))
  const whole = await withPatience(() => checkWhole(world.roles.auditor))
  const done = new Set(notes.filter(({ note }) => note === 'done').map(({ commandId }) => commandId))
  const asked = new Set(notes.filter(({ note }) => note === 'asked').map(({ commandId }) => commandId))
  return {
    ...checked, broken: [...checked.broken, ...whole.map(({ fault, times, caseId }) => `${fault}: ${times} times, first ${caseId}`)],
    serverKills, writerKills, commands: done.size, unanswered: asked.size - done.size, cases: new Set(notes.map(({ caseId }) => caseId)).size,
  }
}

function sayOf(say: (line: string) => void, what: string, run: number, { acknowledged, lost, broken }: Checked) {
  if ((run + 1) % 10 === 0 || lost.length + broken.length > 0) say(`  ${what} killed ${run + 1} times; looked up ${acknowledged} acknowledged events of the latest cases: lost ${lost.length}, broken ${broken.length} ${[...lost, ...broken].slice(0, 5).join('; ')}`)
}
