// Commands decided and appended, alone and as the service does it with all its looks, beside bare commits of one row on the same server.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseState } from '../src/casework/case-state.ts'
import type { Command } from '../src/casework/command.ts'
import { decide } from '../src/casework/decide.ts'
import { evolve } from '../src/casework/evolve.ts'
import { worklistEntry } from '../src/casework/worklist-entry.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import type { CaseServices } from '../src/service/cases/case-services.ts'
import { loadCaseState } from '../src/service/cases/load-case-state.ts'
import { runCommand } from '../src/service/cases/run-command.ts'
import { newPlayer } from '../src/service/fictional/player.ts'
import { appendEvents } from '../src/store/cases.ts'
import { often } from '../src/store/connection.ts'
import { commandDigest } from '../src/store/command-digest.ts'
import type { Line } from './cases-measure.ts'
import type { BenchServer } from './cases-server.ts'

export type AppendBench = { /** How long each way is measured, in all. */ readonly seconds: number; readonly ids: readonly string[]; readonly today: PlainDate }

export async function measureAppends(server: BenchServer, bench: AppendBench): Promise<readonly Line[]> {
  const services = servicesOf(server, bench.today)
  const lines: Line[] = []
  const gated = await gatedCases(services, bench.ids)
  const open = (await loadSome(services, bench.ids)).map(({ caseId }) => caseId)
  for (const writers of [1, 4]) {
    lines.push(await measure(server, bench, writers, `decide and append, case at hand, ${named(writers)}`, atHand(services, await loadSome(services, bench.ids), writers)))
    lines.push(await measure(server, bench, writers, `whole command, ${named(writers)}`, (writer, turn) => appendOne(services, open[(turn * writers + writer) % open.length] ?? '', { kind: 'record-availability', available: turn % 2 === 0, on: bench.today, source: 'Fictional report' })))
    if (gated.length >= writers) lines.push(await measure(server, bench, writers, `whole command with a gated step, ${named(writers)}`, (writer, turn) => {
      const mine = gated.filter((_, index) => index % writers === writer)
      const one = mine[turn % mine.length]
      return one ? appendOne(services, one.caseId, { kind: 'make-contact', destination: one.country, on: bench.today }) : Promise.resolve(false)
    }))
  }
  return lines
}

/** The case as the officer has it before them: decided, its place in worklists worked out, appended; nothing is read again. */
function atHand(services: CaseServices, cases: readonly { readonly caseId: string; state: CaseState }[], writers: number): (writer: number, turn: number) => Promise<boolean> {
  const { shipped: book, agreements } = services
  return async (writer, turn) => {
    const mine = cases[(turn * writers + writer) % cases.length]
    if (!mine) return false
    const today = services.clock.today()
    const command: Command = { kind: 'record-availability', available: turn % 2 === 0, on: today, source: 'Fictional report' }
    const decided = decide(command, mine.state, { caseId: mine.caseId, version: mine.state.version, officer: 'fictional-officer-1', at: services.clock.now(), today, book, agreements })
    if (!decided.ok) return false
    const state = decided.value.events.reduce<CaseState | undefined>(evolve, mine.state) ?? mine.state
    const appended = await appendEvents(services.database, {
      caseId: mine.caseId, expectedVersion: mine.state.version, commandId: randomUUID(), commandDigest: commandDigest(command), officer: 'fictional-officer-1', events: decided.value.events, standing: worklistEntry(state, { today, book, agreements }),
    })
    mine.state = state
    return appended.ok
  }
}

async function loadSome({ database }: CaseServices, ids: readonly string[]): Promise<{ readonly caseId: string; state: CaseState }[]> {
  const found: { readonly caseId: string; state: CaseState }[] = []
  for (let index = 0; found.length < 400 && index < ids.length; index++) {
    const loaded = await loadCaseState(database, ids[(index * 7919) % ids.length] ?? '')
    if (loaded && !loaded.state.closed && loaded.state.departures.length === 0) found.push({ caseId: loaded.caseId, state: loaded.state })
  }
  return found
}

function named(writers: number): string {
  return writers === 1 ? 'one writer' : `${writers} writers`
}

function servicesOf({ roles }: BenchServer, today: PlainDate): CaseServices {
  return { database: roles.application, roles, clock: { now: () => new Date().toISOString(), today: () => today }, newId: randomUUID, agreements: [], shipped: shippedBook() }
}

type Gated = { readonly caseId: string; readonly country: string }

/** Cases whose gates are brought to be open for contact today, by recording what they ask for. */
async function gatedCases(services: CaseServices, ids: readonly string[]): Promise<readonly Gated[]> {
  const found: Gated[] = []
  for (const caseId of ids) {
    if (found.length === 40) break
    const loaded = await loadCaseState(services.database, caseId)
    const country = loaded?.state.requests.at(-1)?.destination
    if (!loaded || country === undefined || loaded.state.closed || loaded.state.departures.length > 0) continue
    if (await open(services, caseId, country)) found.push({ caseId, country })
  }
  return found
}

async function open(services: CaseServices, caseId: string, country: string): Promise<boolean> {
  const loaded = await loadCaseState(services.database, caseId)
  if (!loaded) return false
  const today = services.clock.today()
  const player = newPlayer({ caseId, book: services.shipped, from: today, until: today, today, officer: 'fictional-officer-1', state: loaded.state })
  if (!player.prepare('contact', country)) return false
  for (const { command } of player.played().commands) if (!(await appendOne(services, caseId, command))) return false
  return true
}

async function appendOne(services: CaseServices, caseId: string, command: Command): Promise<boolean> {
  const done = await runCommand(services, { caseId, command, commandId: randomUUID(), officer: 'fictional-officer-1', version: 'newest' })
  return done.ok
}

/** Both by turns of a quarter of a second, since a disk that others use too is fast in one second and slow in the next: how many a second of each. */
async function measure(server: BenchServer, { seconds }: AppendBench, writers: number, what: string, append: (writer: number, turn: number) => Promise<boolean>): Promise<Line> {
  const total = { bare: 0, ours: 0, bareTime: 0, oursTime: 0, refused: 0 }
  const turns = new Map<number, number>()
  const next = (writer: number) => {
    const turn = turns.get(writer) ?? 0
    turns.set(writer, turn + 1)
    return turn
  }
  for (let round = 0; round < seconds / slice; round++) {
    const bare = await run(writers, (writer) => insertOne(server, writer, round))
    const ours = await run(writers, (writer) => append(writer, next(writer)))
    total.bare += bare.done
    total.bareTime += bare.time
    total.ours += ours.done
    total.oursTime += ours.time
    total.refused += ours.refused
  }
  const [rate, bareRate] = [total.ours / total.oursTime, total.bare / total.bareTime]
  if (total.refused > 0) console.log(`  ${what}: ${total.refused} refused, not counted`)
  return { what, measured: `${rate.toFixed(0)} /s`, beside: `${bareRate.toFixed(0)} /s, bare commits of one row`, ratio: rate / bareRate, aim: '≥ 0.5', met: rate >= bareRate / 2 }
}

const slice = 0.25

async function run(writers: number, work: (writer: number) => Promise<boolean>) {
  let [done, refused] = [0, 0]
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    while (performance.now() - startedAt < slice * 1000) {
      if (await work(writer)) done++
      else refused++
    }
  }))
  return { done, refused, time: (performance.now() - startedAt) / 1000 }
}

async function insertOne({ roles }: BenchServer, writer: number, turn: number): Promise<boolean> {
  await sql`${often} insert into bare.single_row (id, body) values (${randomUUID()}, ${JSON.stringify({ available: true, on: '2026-01-01', source: 'Fictional report', writer, turn })})`.execute(roles.application)
  return true
}
