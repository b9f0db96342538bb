// Worklist and case queries beside the same rows read by primary key.
import { sql } from 'kysely'
import type { PlainDate } from '../src/kernel/day.ts'
import { dayFromNumber, dayNumber } from '../src/kernel/day.ts'
import type { Random } from '../src/kernel/random.ts'
import { loadCaseState } from '../src/service/cases/load-case-state.ts'
import { placeAfter, stalledCases, worklist, type CaseRow, type WorklistChoice } from '../src/store/worklist.ts'
import { byTurns, milliseconds, percentile, type Line } from './cases-measure.ts'
import type { BenchServer } from './cases-server.ts'

export type QueryBench = { readonly turns: number; readonly random: Random; readonly officers: number; readonly today: PlainDate; readonly ids: readonly string[] }

type Database = BenchServer['roles']['application']

const page = 50
const countries = ['MX', 'IN', 'CO', 'HN', 'GT', 'SV', 'BR', 'BD', 'GH', 'ET']

export async function measureQueries({ roles: { application } }: BenchServer, bench: QueryBench): Promise<readonly Line[]> {
  const { officers, random, today } = bench
  const any = (most: number) => Math.floor(random() * most)
  const officer = () => ({ of: { officer: `fictional-officer-${any(officers) + 1}` }, limit: page }) as const
  const country = () => ({ of: { country: countries[any(countries.length)] ?? 'MX' }, limit: page }) as const
  const dueBy = () => ({ of: 'all', dueBy: dayFromNumber(dayNumber(today) + any(60)), limit: page }) as const
  return [
    ...(await measureList(application, 'worklist of an officer, page of 50', bench, officer, (choice) => worklist(application, choice))),
    ...(await measureList(application, 'worklist of a country, page of 50', bench, country, (choice) => worklist(application, choice))),
    ...(await measureList(application, 'worklist by due day, page of 50', bench, dueBy, (choice) => worklist(application, choice))),
    ...(await measureList(application, 'worklist of a country, a later page', bench, () => ({ ...country(), after: { day: dayFromNumber(dayNumber(today) + any(30)), caseId: bench.ids[any(bench.ids.length)] ?? '' } }), (choice) => worklist(application, choice))),
    ...(await measureList(application, 'stalled cases, page of 50', bench, () => dayFromNumber(dayNumber(today) - 400 - any(400)), (before) => stalledCases(application, before, page))),
    ...(await measureCases(application, bench)),
  ]
}

async function measureList<Choice extends WorklistChoice | PlainDate>(database: Database, what: string, { turns }: QueryBench, choose: () => Choice, ask: (choice: Choice) => Promise<readonly CaseRow[]>): Promise<readonly Line[]> {
  const choices = Array.from({ length: turns }, choose)
  const first: number[] = []
  const ids: (readonly string[])[] = []
  for (const choice of choices) {
    let rows: readonly CaseRow[] = []
    first.push(await milliseconds(async () => { rows = await ask(choice) }))
    ids.push(rows.map(({ caseId }) => caseId))
    placeAfter(rows[0] ?? nobody)
  }
  const times = await byTurns(turns, (turn) => ask(choices[turn] as Choice), (turn) => readFiles(database, ids[turn] ?? []))
  return compare(what, times, first)
}

const nobody = { caseId: '' } as CaseRow

/** The very rows of the list, by primary key. */
function readFiles(database: Database, ids: readonly string[]) {
  return sql`select case_id, version, opened_on, last_step_on, nullif(due_on, 'infinity') as due_on, due_for, jurisdiction, inventory, fictional, country, officer, family_name, given_names, born_on
    from case_file where case_id = any(${ids}::uuid[])`.execute(database)
}

/** All events of a case, and the state that follows from them. */
async function measureCases(database: Database, { turns, random, ids }: QueryBench): Promise<readonly Line[]> {
  const chosen = Array.from({ length: turns }, () => ids[Math.floor(random() * ids.length)] ?? '')
  const first: number[] = []
  for (const id of chosen) first.push(await milliseconds(() => loadCaseState(database, id)))
  const times = await byTurns(turns, (turn) => loadCaseState(database, chosen[turn] ?? ''), (turn) => readEvents(database, chosen[turn] ?? ''))
  return compare('a case: all events, and its state', times, first)
}

function readEvents(database: Database, id: string) {
  return sql`select sequence, kind, body, encode(decision, 'hex') as decision, recorded_at, recorded_by, command_id from case_event where case_id = ${id} order by sequence`.execute(database)
}

function compare(what: string, { one, other }: { readonly one: readonly number[]; readonly other: readonly number[] }, first: readonly number[]): readonly Line[] {
  const lines = [['p50', 0.5], ['p99', 0.99]].map(([name, share]): Line => {
    const [ours, key] = [percentile(one, Number(share)), percentile(other, Number(share))]
    return { what: `${what}, ${name}`, measured: milli(ours), beside: `${milli(key)} by primary key`, ratio: ours / key, aim: '≤ 3', met: ours <= 3 * key }
  })
  const p99 = percentile(one, 0.99)
  return [...lines, { what: `${what}, p99 in time`, measured: milli(p99), beside: `${milli(percentile(first, 0.99))} the first time`, aim: '≤ 20 ms', met: p99 <= 20 }]
}

function milli(time: number): string {
  return `${time.toFixed(2)} ms`
}
