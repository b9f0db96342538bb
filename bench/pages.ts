// npm run bench:pages: the pages of work with 1.5 million made-up cases, at 180 requests a second, beside bare pages that read the same
// rows at the same rate in the same program; by turns of two seconds, so that a noisy moment meets both.
// Options: --cases N, --seed N, --rate N, --seconds N (of each, for each page), --minutes N (for importing), --folder PATH (made and removed),
// --keep (the folder stays, and the next run with --keep uses its cases)
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { PlainDate } from '../src/kernel/day.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { beginSession } from '../src/service/identity/begin-session.ts'
import { formToken } from '../src/service/identity/secret-token.ts'
import { findAccount, makeAccount } from '../src/store/accounts.ts'
import { importAll } from './cases-import.ts'
import { percentile, printTable, type Line } from './cases-measure.ts'
import { rowMaker } from './cases-rows.ts'
import { startBenchServer, type BenchServer } from './cases-server.ts'
import { askAtRate, type Wish } from './pages-load.ts'
import { pageWeight } from './pages-weight.ts'

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' }, rate: { type: 'string' }, seconds: { type: 'string' }, folder: { type: 'string' }, minutes: { type: 'string' }, keep: { type: 'boolean', default: false } } })
const [cases, seed, rate, seconds] = [Number(values.cases ?? 1_500_000), Number(values.seed ?? 42), Number(values.rate ?? 180), Number(values.seconds ?? 20)]
const folder = values.folder ?? join(tmpdir(), 'comity-bench-pages')
const today = new Date().toISOString().slice(0, 10) as PlainDate
const officers = Math.max(Math.round(cases / 240), 4)
const slice = 2

console.log(`Comity benchmark of pages: ${cases} cases, seed ${seed}, ${rate} requests a second; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
const whole = join(folder, `${cases}-cases-of-seed-${seed}`)
const again = values.keep && existsSync(whole)
if (!again) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const server = await startBenchServer(folder, again)
try {
  await everything(server)
} finally {
  await server.stop()
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}

async function fill(bench: BenchServer): Promise<void> {
  await importAll(bench, rowMaker({ seed, today, officers, cases }), { cases, minutes: Number(values.minutes ?? 25), bareEvery: 1_000_000 })
  await bench.copy.run('vacuum (freeze, analyze) case_file, case_event, gate_decision, outbound_message')
  await bench.copy.run('checkpoint')
  writeFileSync(whole, '')
}

async function everything(bench: BenchServer): Promise<void> {
  if (!again) await fill(bench)
  // 1. People with sessions, and what they will ask for.
  const people = await makePeople(bench)
  const random = seededRandom(seed)
  const any = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One
  const wishes: Readonly<Record<string, () => Wish>> = {
    'an officer’s cases': () => ({ ...any(people.officers), path: '/work/cases' }),
    'a reviewer’s later page': () => ({ ...people.reviewer, path: `/work/cases?after=${any(people.places)}` }),
    'one case': () => { const officer = any(people.officers); return { ...officer, path: `/work/cases/${any(officer.cases)}` } },
    'a search by name': () => { const officer = any(people.officers); return { ...officer, path: '/work/search', form: { familyName: any(people.names), givenNames: '', caseId: '', form: formToken(officer.token) } } },
  }
  // 2. The server, in a program of its own.
  const served = await startServed(bench)
  // 3. Ours and bare, by turns.
  const lines: Line[] = []
  for (const [what, wish] of Object.entries(wishes)) {
    // A server runs for days: what it does in its first seconds is not measured here.
    await askAtRate(served.ours, wish, { rate, seconds: 5 })
    await askAtRate(served.bare, wish, { rate, seconds: 1 })
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let done = 0; done < seconds; done += slice) {
      ours.push(...await askAtRate(served.ours, wish, { rate, seconds: slice }))
      bare.push(...await askAtRate(served.bare, wish, { rate, seconds: slice }))
    }
    const [p99, bare99] = [percentile(ours, 0.99), percentile(bare, 0.99)]
    lines.push({ what, measured: `${show(percentile(ours, 0.5))} ${show(p99)}`, beside: `${show(percentile(bare, 0.5))} ${show(bare99)}`, ratio: p99 / bare99, aim: '≤ 5', met: p99 <= bare99 * 5 })
    console.log(`${what}: ${show(percentile(ours, 0.5))} ${show(p99)}, bare ${show(percentile(bare, 0.5))} ${show(bare99)}`)
    lines.push({ what: `  ${what}: the target`, measured: show(p99), beside: '', aim: '100 ms', met: p99 <= 100 })
  }
  console.log('\nMedian and 99th percentile, from the moment that a request was due until its last byte had come:')
  printTable(lines)
  for (const [what, wish] of Object.entries(wishes)) console.log(`${what}: ${await pageWeight(served.ours, wish())}`)
  served.stop()
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`
}

async function makePeople({ owner }: BenchServer) {
  const handles = (await sql<{ officer: string }>`select distinct officer from (select officer from case_file where officer is not null limit 20000) as first_ones limit 100`.execute(owner)).rows.map(({ officer }) => officer)
  const made = await Promise.all(handles.map(async (handle) => ({ ...(await makePerson(owner, handle, 'officer')), cases: (await sql<{ case_id: string }>`select case_id from case_file where officer = ${handle} and inventory not in ('departed', 'closed') limit 50`.execute(owner)).rows.map((row) => row.case_id) })))
  const places = (await sql<{ leaf: string }>`select due_on || '_' || case_id as leaf from case_file where due_on <> 'infinity' and inventory not in ('departed', 'closed') limit 5000`.execute(owner)).rows.map(({ leaf }) => leaf)
  const names = (await sql<{ family_name: string }>`select family_name from case_file limit 1000`.execute(owner)).rows.map((row) => row.family_name)
  return { officers: made.filter((officer) => officer.cases.length > 0), reviewer: await makePerson(owner, 'sample-reviewer', 'legal-reviewer'), places, names }
}

async function makePerson(owner: BenchServer['owner'], handle: string, role: string): Promise<{ readonly token: string; readonly handle: string }> {
  const accountId = (await findAccount(owner, { handle }))?.accountId ?? randomUUID()
  const account = await makeAccount(owner, { accountId, handle, displayName: `Sample ${handle}`, language: 'en', roles: [role], by: 'benchmark' })
  if (!account.ok && account.refusal.code !== 'handle-taken') throw new Error(account.refusal.code)
  return { handle, token: await beginSession(owner, { accountId, recognised: 'passkey', browser: 'benchmark' }) }
}

async function startServed({ connections }: BenchServer): Promise<{ readonly ours: string; readonly bare: string; readonly stop: () => void }> {
  const child = fork(new URL('pages-server.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, CONNECTIONS: JSON.stringify(connections) } })
  const { ours, bare } = await new Promise<{ ours: string; bare: string }>((ready, fail) => {
    child.once('message', (message) => ready(message as { ours: string; bare: string }))
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)))
  })
  return { ours, bare, stop: () => { child.removeAllListeners('exit'); child.kill() } }
}
