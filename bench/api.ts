// npm run bench:api: the API beside a bare server of Node and pg that asks the same statements, each a program of its own, by turns.
// Options: --cases N, --seed N, --seconds N (of each, for each line), --folder PATH (made and removed)
import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { PlainDate } from '../src/kernel/day.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { makeTokenFor } from '../src/service/access/tokens.ts'
import { letDemonstrate } from '../src/service/identity/demonstration.ts'
import { checkWhole } from '../src/store/check-whole.ts'
import type { Plan } from './api-bare.ts'
import type { AskedOnce } from './api-comity.ts'
import { load, type Request } from './api-load.ts'
import type { Statement } from './api-statements.ts'
import { importAll } from './cases-import.ts'
import { printTable, type Line } from './cases-measure.ts'
import { rowMaker } from './cases-rows.ts'
import { startBenchServer, type BenchServer } from './cases-server.ts'

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' }, seconds: { type: 'string' }, folder: { type: 'string' } } })
const [cases, seed, seconds] = [Number(values.cases ?? 20_000), Number(values.seed ?? 42), Number(values.seconds ?? 10)]
const folder = values.folder ?? join(tmpdir(), 'comity-bench-api')
const today = new Date().toISOString().slice(0, 10) as PlainDate
const slice = 1000
const listPath = '/cases?inventory=working&limit=50'
const opening = { jurisdiction: 'CA', on: '2026-01-10', source: 'Fictional file', identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornInCountry: 'GH', sex: 'female', identityDocuments: [] } }

console.log(`Comity benchmark of the API: ${cases} cases, seed ${seed}; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const bench = await startBenchServer(folder)
const children: ChildProcess[] = []
try {
  await everything(bench)
} finally {
  for (const child of children) child.disconnect()
  await bench.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Told = Readonly<Record<string, { readonly statements: readonly Statement[]; readonly status: number; readonly body: string }>>

async function everything(server: BenchServer) {
  await importAll(server, rowMaker({ seed, today, officers: Math.max(Math.round(cases / 240), 4), cases }), { cases, minutes: 15, bareEvery: 1_000_000 })
  await server.copy.run('vacuum (freeze, analyze) case_file, case_event, gate_decision, outbound_message')
  const headers = { authorization: `Bearer ${await tokenFor(server)}` }
  const ids = (await sql<{ id: string }>`select case_id as id from case_file where officer = 'fictional-officer-1' order by case_id`.execute(server.owner)).rows.map(({ id }) => id)
  const ours = await start('api-comity.ts', { BENCH_CONNECTIONS: JSON.stringify(server.connections) })
  const plan = planOf(await tell(ours.child, askedOnce(headers, ids)), ids)
  const bare = await start('api-bare.ts', { BENCH_CONNECTION: JSON.stringify(server.connections.application), BENCH_PLAN: JSON.stringify(plan) })
  await checkBare(bare.url, headers)
  for (const name of ['create', 'list', 'read'] as const) console.log(`  ${name}: ${plan[name].length} statements: ${plan[name].map(({ text }) => text.replaceAll(/\/\*.*?\*\//g, '').trim().split(/\s+/).slice(0, 4).join(' ')).join('; ')}`)
  const random = seededRandom(seed)
  const someId = () => ids[Math.floor(random() * ids.length)] ?? ''
  const lines: Line[] = []
  for (const connections of [1, 32]) {
    lines.push(await measure('create a case', connections, 201, { ours, bare }, () => creating(headers)))
    lines.push(await measure('filtered list of 50', connections, 200, { ours, bare }, () => ({ method: 'GET', path: listPath, headers })))
    lines.push(await measure('read a case', connections, 200, { ours, bare }, () => ({ method: 'GET', path: `/cases/${someId()}`, headers })))
  }
  console.log('')
  printTable(lines)
  const faults = await checkWhole(server.roles.auditor)
  console.log(`\nLooked through every row afterwards: ${faults.length === 0 ? 'everything is whole' : JSON.stringify(faults).slice(0, 2000)}; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
}

function creating(headers: Readonly<Record<string, string>>): Request {
  return { method: 'POST', path: '/cases', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(opening) }
}

/** Each is asked twice, and the second time counts: what is asked once for a server is not among it. */
function askedOnce(headers: Readonly<Record<string, string>>, ids: readonly string[]): readonly AskedOnce[] {
  const create = () => creating(headers)
  const one = (name: string, { path, ...request }: Request): AskedOnce => ({ name, ...request, url: `/api/v1${path}` })
  return [one('first', create()), one('create', create()), one('first', { method: 'GET', path: listPath, headers }), one('list', { method: 'GET', path: listPath, headers }), one('read', { method: 'GET', path: `/cases/${ids[0]}`, headers })]
}

function planOf(told: Told, ids: readonly string[]): Plan {
  for (const [name, { status }] of Object.entries(told)) if (status !== 200 && status !== 201) throw new Error(`${name} is answered with ${status}: ${told[name]?.body}`)
  const of = (name: string) => told[name]?.statements ?? []
  const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)
  const created = [...new Set(of('create').flatMap((statement) => statement.values).filter(isId))]
  return { create: of('create'), list: of('list'), read: of('read'), created, readId: ids[0] ?? '' }
}

/** The bare server really opens a case: the database says so. */
async function checkBare(bare: string, headers: Readonly<Record<string, string>>) {
  const { method, path, body, headers: sent } = creating(headers)
  const answer = await (await fetch(`${bare}${path}`, { method, headers: sent, ...(body === undefined ? {} : { body }) })).text()
  if (!answer.includes('"outcome":"added"')) throw new Error(`the bare server opens no case: ${answer}`)
}

async function tokenFor(server: BenchServer): Promise<string> {
  const may = await letDemonstrate(server.owner, { loopback: true, embedded: true })
  const made = may.ok ? await makeTokenFor({ database: server.roles.application }, 'fictional-officer-1', { name: 'benchmark', days: 1, by: 'benchmark' }) : may
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.token
}

type Started = { readonly url: string; readonly child: ChildProcess }

async function start(file: string, environment: Readonly<Record<string, string>>): Promise<Started> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, NODE_ENV: 'production', ...environment } })
  children.push(child)
  return { url: await new Promise((resolve, reject) => { child.once('message', (message) => resolve((message as { readonly ready: string }).ready)).once('exit', () => reject(new Error(`${file} ended`))) }), child }
}

function tell(child: ChildProcess, asked: readonly AskedOnce[]): Promise<Told> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve((message as { readonly told: Told }).told))
    child.send([...asked])
  })
}

/** Milliseconds of a processor that a program has used so far: what others do on this machine is not in it. */
function processorTime({ child }: Started): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (message) => {
      const { user, system } = (message as { readonly cpu: NodeJS.CpuUsage }).cpu
      resolve((user + system) / 1000)
    })
    child.send('cpu')
  })
}

/** By turns of a second, so that a noisy moment meets both; who begins changes. The first turn warms up and does not count. */
async function measure(what: string, connections: number, status: number, { ours, bare }: { readonly ours: Started; readonly bare: Started }, next: () => Request): Promise<Line> {
  const total = { ours: { done: 0, seconds: 0, processor: 0 }, bare: { done: 0, seconds: 0, processor: 0 } }
  const turn = async (name: 'ours' | 'bare', counts: boolean) => {
    const server = name === 'ours' ? ours : bare
    const before = await processorTime(server)
    const { done, wrong, seconds: took } = await load(server.url, { connections, milliseconds: slice, status, next: name === 'ours' ? () => prefixed(next()) : next })
    if (wrong > 0) throw new Error(`${what}: ${wrong} answers of ${name} were not ${status}`)
    if (!counts) return
    total[name].done += done
    total[name].seconds += took
    total[name].processor += (await processorTime(server)) - before
  }
  for (let round = 0; round <= (seconds * 1000) / slice; round++) for (const name of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) await turn(name, round > 0)
  const [rate, bareRate] = [total.ours.done / total.ours.seconds, total.bare.done / total.bare.seconds]
  const perRequest = ({ done, processor }: { readonly done: number; readonly processor: number }) => `${(processor / done).toFixed(2)} ms`
  console.log(`  ${what}, ${connections}: processor time of the server for each request: ${perRequest(total.ours)}, bare ${perRequest(total.bare)}`)
  return { what: `${what}, ${connections === 1 ? 'one connection' : `${connections} connections`}`, measured: `${rate.toFixed(0)} /s`, beside: `${bareRate.toFixed(0)} /s, bare server`, ratio: rate / bareRate, aim: '≥ 0.40', met: rate / bareRate >= 0.4 }
}

function prefixed(request: Request): Request {
  return { ...request, path: `/api/v1${request.path}` }
}
