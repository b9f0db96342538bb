// Import of whole cases beside a bare COPY of the same rows: the same connection, the same bytes, by turns.
import { copiedColumns, copiedTables, importCases } from '../src/store/import-cases.ts'
import { milliseconds, type Line } from './cases-measure.ts'
import type { Rows } from './cases-rows.ts'
import type { BenchServer } from './cases-server.ts'

const batch = 10_000

export type Imported = { readonly ids: readonly string[]; readonly lines: readonly Line[] }

export async function importAll({ copy }: BenchServer, make: (cases: number) => Rows, cases: number): Promise<Imported> {
  const ids: string[] = []
  const total = { bare: 0, ours: 0, cases: 0, events: 0, decisions: 0, messages: 0, bytes: 0 }
  for (let done = 0; done < cases; done += batch) {
    const rows = make(Math.min(batch, cases - done))
    // A first import of all plans its look-ups in empty tables; it counts like every other.
    const turns = [async () => { total.bare += await milliseconds(() => copyBare(copy, rows)) }, async () => { total.ours += await milliseconds(() => importCases(copy, rows)) }]
    for (const turn of (done / batch) % 2 === 0 ? turns : turns.toReversed()) await turn()
    for (const table of copiedTables) await copy.run(`truncate bare.${table}`)
    for (const key of ['cases', 'events', 'decisions', 'messages', 'bytes'] as const) total[key] += rows[key]
    ids.push(...rows.ids)
    if ((done / batch) % 10 === 9) console.log(`  ${total.cases} cases, ${total.events} events: import ${seconds(total.ours)}, bare COPY ${seconds(total.bare)}, ratio ${(total.bare / total.ours).toFixed(2)}`)
  }
  console.log(`\nImported ${total.cases} cases: ${total.events} events, ${total.decisions} gate decisions, ${total.messages} messages; ${Math.round(total.bytes / 1e6)} MB of text`)
  const ratio = total.bare / total.ours
  const line: Line = { what: 'import, whole cases', measured: `${perSecond(total.events, total.ours)} events/s`, beside: `${perSecond(total.events, total.bare)} events/s, bare COPY`, ratio, aim: '≥ 0.33', met: ratio >= 1 / 3 }
  return { ids, lines: [line] }
}

async function copyBare(copy: BenchServer['copy'], rows: Rows) {
  await copy.run('begin')
  for (const table of copiedTables) await copy.copyIn(`copy bare.${table} (${copiedColumns[table]}) from stdin`, rows[table])
  await copy.run('commit')
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(0)} s`
}

function perSecond(number: number, time: number): string {
  return Math.round(number / (time / 1000)).toString()
}
