// npm run bench: ten million made-up rows, from one run on the same files, warm cache, median of five.
// Options: --rows N, --seed N, --repeats N, --no-r
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { countFiles } from '../src/intake/count-files.ts'
import { Counter } from '../src/intake/counter.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import type { Counts } from '../src/statistics/counts.ts'
import { curvesOfAll } from './curves-of-all.ts'
import { makeRows } from './make-rows.ts'

const { values } = parseArgs({ options: { rows: { type: 'string' }, seed: { type: 'string' }, repeats: { type: 'string' }, 'no-r': { type: 'boolean' }, only: { type: 'string' } } })
const [rows, seed, repeats] = [Number(values.rows ?? 10_000_000), Number(values.seed ?? 42), Number(values.repeats ?? 5)]
const [groups, events] = [195, 5]
const asOf = '2026-01-01' as PlainDate
const folder = join(tmpdir(), 'comity-bench')
mkdirSync(folder, { recursive: true })

if (values.only !== undefined) await onlyMemory(values.only)
else await everything()

async function everything(): Promise<void> {
  console.log(`Comity benchmark: ${rows} rows, seed ${seed}, median of ${repeats}; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`)
  const files = await makeRows(folder, rows, seed)
  for (const [kind, file] of Object.entries(files)) await fileToEverything(kind, file)
  const columns = await columnsOf(files.parquet)
  const spent = await memoryToEverything(columns)
  if (!values['no-r']) besideR(columns, spent)
}

/** 1. File → all curves, beside DuckDB's own grouping of the same file. The two take turns, so that a noisy moment meets both. */
async function fileToEverything(kind: string, file: string): Promise<void> {
  const sql = baselineSql(kind, file)
  const baseline: number[] = []
  const ours: number[] = []
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const [first, second] = [await milliseconds(() => groupInDuckDB(sql)), await milliseconds(() => fileToCurves(file))]
    // The first turn warms the cache and the compiler.
    if (repeat > 0) { baseline.push(first); ours.push(second) }
  }
  const memory = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, '--rows', String(rows), '--only', file], { encoding: 'utf8' })
  console.log(`\n${kind}: ${sql}`)
  console.log(`  DuckDB baseline  ${median(baseline).toFixed(0)} ms`)
  console.log(`  Comity, all      ${median(ours).toFixed(0)} ms   ratio ${(median(ours) / median(baseline)).toFixed(2)}   peak memory ${memory.stdout.trim() || memory.stderr.trim()}`)
}

function baselineSql(kind: string, file: string): string {
  const columns = "{'country': 'VARCHAR', 'request': 'INTEGER', 'entry': 'INTEGER', 'exit': 'INTEGER', 'outcome': 'VARCHAR'}"
  const source = kind === 'csv' ? `read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = ${columns})` : `read_parquet('${file}')`
  return `SELECT country, outcome, count(*), sum(entry), sum("exit") FROM ${source} GROUP BY 1, 2`
}

async function groupInDuckDB(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.runAndReadAll(sql)
  connection.closeSync()
  instance.closeSync()
}

async function fileToCurves(file: string): Promise<void> {
  const tally = await countFiles([file], { asOf })
  if (!tally.ok || tally.value.kind !== 'durations') throw new Error(`the benchmark's own file is refused: ${JSON.stringify(tally)}`)
  if (tally.value.reconciliation.rowsUsed !== rows) throw new Error('rows were lost')
  curvesOfAll(tally.value.groups.map(({ counts }) => counts))
}

/** In a process of its own: the peak of one run and nothing else. */
async function onlyMemory(file: string): Promise<void> {
  await fileToCurves(file)
  console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

type Columns = { readonly group: Uint8Array; readonly entry: Uint16Array; readonly exit: Uint16Array; readonly event: Uint8Array; readonly key: Uint32Array }
async function columnsOf(parquet: string): Promise<Columns> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const columns = { group: new Uint8Array(rows), entry: new Uint16Array(rows), exit: new Uint16Array(rows), event: new Uint8Array(rows), key: new Uint32Array(rows) }
  const codes = (await connection.runAndReadAll(`SELECT DISTINCT country FROM read_parquet('${parquet}') ORDER BY 1`)).getRows().map(([code]) => `'${String(code)}'`)
  const result = await connection.stream(`SELECT list_position([${codes.join(',')}], country) - 1, entry, "exit", list_position(['', 'issued', 'refused', 'nationality_not_confirmed', 'withdrawn'], outcome) - 1 FROM read_parquet('${parquet}')`)
  let row = 0
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [group, entry, exit, event] of chunk.getRows()) {
      columns.group[row] = Number(group)
      columns.entry[row] = Number(entry)
      columns.exit[row] = Number(exit)
      columns.event[row] = Number(event)
      columns.key[row] = (columns.group[row]! * events + columns.event[row]!) * 2
      row++
    }
  }
  connection.closeSync()
  instance.closeSync()
  return columns
}

/** 2. Columns in memory → all curves, beside a bare counting pass over the same columns. */
async function memoryToEverything(columns: Columns): Promise<number> {
  const [bare, ours, curves]: [number[], number[], number[]] = [[], [], []]
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const first = await milliseconds(() => { barePass(columns) })
    let counted: Counts[] = []
    const counting = await milliseconds(() => { counted = countColumns(columns) })
    const estimating = await milliseconds(() => { curvesOfAll(counted) })
    if (repeat > 0) { bare.push(first); ours.push(counting + estimating); curves.push(estimating) }
  }
  console.log(`\nColumns in memory`)
  console.log(`  bare typed-array counting pass  ${median(bare).toFixed(0)} ms`)
  console.log(`  Comity, all curves              ${median(ours).toFixed(0)} ms   ratio ${(median(ours) / median(bare)).toFixed(2)}   (estimators alone ${median(curves).toFixed(0)} ms)`)
  return median(ours)
}

function barePass({ group, entry, exit, event }: Columns): number {
  const horizon = 2048
  const exits = new Uint32Array(groups * events * horizon)
  const entries = new Uint32Array(groups * horizon)
  for (let row = 0; row < rows; row++) {
    exits[(group[row]! * events + event[row]!) * horizon + exit[row]!]!++
    if (entry[row] !== 0) entries[group[row]! * horizon + entry[row]!]!++
  }
  return exits.length + entries.length
}

/** The counting of the product itself, over columns as intake hands them on. */
function countColumns({ key, entry, exit }: Columns): Counts[] {
  const counter = new Counter({ limit: groups * events * 2, events, spellings: groups, faultCounted: [], joint: false })
  counter.add({ rows: key.length, key, entry, exit, place: undefined, cluster: undefined, lastDay: undefined, line: undefined })
  return Array.from({ length: groups }, (_, group) => {
    const exits = Array.from({ length: events }, (__, event) => counter.exits.of(group * events + event) ?? new Uint32Array(1))
    const horizonDays = Math.max(...exits.map((margin) => margin.findLastIndex((count) => count > 0)), 0)
    const cut = (margin: Uint32Array) => { const days = new Uint32Array(horizonDays + 1); days.set(margin.subarray(0, horizonDays + 1)); return days }
    const entries = cut(counter.entries.of(group) ?? new Uint32Array(1))
    entries[0] = exits.reduce((sum, margin) => sum + totalOf(margin), 0) - totalOf(entries)
    return { horizonDays, entries, exits: exits.map(cut) }
  })
}

function totalOf(margin: Uint32Array): number {
  return margin.reduce((sum, count) => sum + count, 0)
}

/** 3. The same columns in memory, in R. */
function besideR(columns: Columns, milliseconds10: number): void {
  if (spawnSync('Rscript', ['--version']).status !== 0) return console.log('\nR is not installed: its part is left out.')
  for (const name of ['group', 'entry', 'exit', 'event'] as const) writeFileSync(join(folder, `${name}.bin`), new Uint8Array(Int32Array.from(columns[name]).buffer))
  const few = Math.min(rows, 1_000_000)
  const fewColumns = { group: columns.group.subarray(0, few), entry: columns.entry.subarray(0, few), exit: columns.exit.subarray(0, few), event: columns.event.subarray(0, few), key: columns.key.subarray(0, few) }
  const ofFew = median(Array.from({ length: repeats }, () => {
    const startedAt = performance.now()
    curvesOfAll(countColumns(fewColumns))
    return performance.now() - startedAt
  }))
  const { status, stdout, stderr } = spawnSync('Rscript', [join(import.meta.dirname, 'survival.R'), folder, String(rows), String(few)], { encoding: 'utf8', maxBuffer: 2 ** 24 })
  console.log(`\nR on the same columns (Kaplan–Meier on ${rows} rows, the others on ${few}); Comity's time is for all its curves together`)
  if (status !== 0) console.log(stderr)
  for (const line of stdout.trim().split('\n')) {
    const [name = '', seconds = '0'] = line.split('\t')
    const ours = (name.includes('Kaplan') ? milliseconds10 : ofFew) / 1000
    console.log(`  ${name.padEnd(55)} ${Number(seconds).toFixed(2)} s   Comity ${ours.toFixed(3)} s   ${(Number(seconds) / ours).toFixed(0)} times`)
  }
}

async function milliseconds(work: () => Promise<void> | void): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}
