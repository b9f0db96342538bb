// npm run bench:cases: 1.5 million made-up cases with 30 million events in PostgreSQL; npm run bench:cases:daily: 50,000 with one million.
// Options: --cases N, --seed N, --turns N, --seconds N, --minutes N (for importing), --folder PATH (made and removed), --keep
import { mkdirSync, rmSync, statfsSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlainDate } from '../src/kernel/day.ts'
import { seededRandom } from '../src/kernel/random.ts'
import { checkWhole } from '../src/store/check-whole.ts'
import { measureAppends } from './cases-appends.ts'
import { importAll } from './cases-import.ts'
import { printTable } from './cases-measure.ts'
import { measureQueries } from './cases-queries.ts'
import { rowMaker } from './cases-rows.ts'
import { settings, startBenchServer, type BenchServer } from './cases-server.ts'

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' }, turns: { type: 'string' }, seconds: { type: 'string' }, folder: { type: 'string' }, minutes: { type: 'string' }, keep: { type: 'boolean' } } })
const [cases, seed, turns, seconds] = [Number(values.cases ?? 1_500_000), Number(values.seed ?? 42), Number(values.turns ?? 1000), Number(values.seconds ?? 10)]
// Importing ends after so many minutes; what follows takes about ten more.
const minutes = Number(values.minutes ?? 25)
const folder = values.folder ?? join(tmpdir(), 'comity-bench-cases')
const today = new Date().toISOString().slice(0, 10) as PlainDate
const officers = Math.max(Math.round(cases / 240), 4)

console.log(`Comity benchmark of cases: ${cases} cases, seed ${seed}; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const server = await startBenchServer(folder)
try {
  await everything(server)
} finally {
  await server.stop()
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}

async function everything(bench: BenchServer): Promise<void> {
  console.log(`PostgreSQL ${bench.version}, durable; ${Object.entries(settings).map(([name, value]) => `${name} ${value}`).join(', ')}\n`)
  const imported = await importAll(bench, rowMaker({ seed, today, officers, cases }), { cases, minutes, bareEvery: cases > 200_000 ? 5 : 1 })
  await bench.copy.run('vacuum (freeze, analyze) case_file, case_event, gate_decision, outbound_message')
  await bench.copy.run('checkpoint')
  await printDisk(bench)
  const random = seededRandom(seed)
  const queries = await measureQueries(bench, { turns, random, officers, today, ids: imported.ids })
  const appends = await measureAppends(bench, { seconds, ids: imported.ids, today })
  console.log('')
  printTable([...imported.lines, ...queries, ...appends])
  const faults = await checkWhole(bench.roles.auditor)
  console.log(`\nLooked through every row afterwards: ${faults.length === 0 ? 'everything is whole' : JSON.stringify(faults)}; load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`)
}

async function printDisk({ copy }: BenchServer): Promise<void> {
  const tables = await copy.run(`select relname as name, pg_total_relation_size(oid) as bytes, pg_indexes_size(oid) as indexes from pg_class where oid in ('case_file'::regclass, 'case_event'::regclass, 'gate_decision'::regclass, 'outbound_message'::regclass) order by 2 desc`)
  const [database] = await copy.run('select pg_database_size(current_database()) as bytes')
  console.log(`Disk used: ${gigabytes(database?.['bytes'])}; ${tables.map(({ name, bytes, indexes }) => `${String(name)} ${gigabytes(bytes)} (indexes ${gigabytes(indexes)})`).join(', ')}; free ${gigabytes(statfsSync(folder).bavail * statfsSync(folder).bsize)}`)
}

function gigabytes(bytes: unknown): string {
  return `${(Number(bytes) / 1e9).toFixed(2)} GB`
}
