// Import of whole cases; every so many batches beside a bare COPY of the same rows: the same connection, the same bytes, by turns.
import { copiedColumns, copiedTables, importCases } from '../src/store/import-cases.ts'
import { milliseconds, type Line } from './cases-measure.ts'
import type { Rows } from './cases-rows.ts'
import type { BenchServer } from './cases-server.ts'

const batch = 10_000

export type Imported = { readonly ids: readonly string[]; readonly lines: readonly Line[] }

/** Stops after so many minutes, whole cases only: a slow machine then measures fewer. `bareEvery`: one batch in so many is compared. */
export async function importAll({ copy }: BenchServer, make: (cases: number) => Rows, { cases, minutes, bareEvery }: { readonly cases: number; readonly minutes: number; readonly bareEvery: number }): Promise<Imported> {
  const ids: string[] = []
  const total = { bare: 0, beside: 0, bareEvents: 0, ours: 0, cases: 0, events: 0, decisions: 0, messages: 0, bytes: 0 }
  const startedAt = performance.now()
  for (let done = 0; done < cases; done += batch) {
    if (performance.now() - startedAt > minutes * 60_000) {
      console.log(`  stopped after ${minutes} minutes, with ${total.cases} of ${cases} cases: all that follows is about these`)
      break
    }
    const rows = make(Math.min(batch, cases - done))
    // A first import of all plans its look-ups in empty tables; it counts like every other.
    const compared = (done / batch) % bareEvery === 0
    const bareFirst = (done / batch / bareEvery) % 2 === 0
    const bare = async () => { total.bare += await milliseconds(() => copyBare(copy, rows)) }
    if (compared && bareFirst) await bare()
    const ours = await milliseconds(() => importCases(copy, rows))
    if (compared && !bareFirst) await bare()
    for (const table of copiedTables) await copy.run(`truncate bare.${table}`)
    total.ours += ours
    if (compared) {
      total.beside += ours
      total.bareEvents += rows.events
    }
    for (const key of ['cases', 'events', 'decisions', 'messages', 'bytes'] as const) total[key] += rows[key]
    ids.push(...rows.ids)
    if ((done / batch) % 10 === 9) console.log(`  ${total.cases} cases, ${total.events} events: import ${seconds(total.ours)}; of those compared import ${seconds(total.beside)}, bare COPY ${seconds(total.bare)}, ratio ${(total.bare / total.beside).toFixed(2)}`)
  }
  console.log(`\nImported ${total.cases} cases: ${total.events} events, ${total.decisions} gate decisions, ${total.messages} messages; ${Math.round(total.bytes / 1e6)} MB of text`)
  const ratio = total.bare / total.beside
  const line: Line = { what: 'import, whole cases', measured: `${perSecond(total.bareEvents, total.beside)} events/s`, beside: `${perSecond(total.bareEvents, total.bare)} events/s, bare COPY`, ratio, aim: '≥ 0.33', met: ratio >= 1 / 3 }
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
