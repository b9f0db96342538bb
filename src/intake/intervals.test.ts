import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { seededRandom } from '../kernel/random.ts'
import { countsFromCells } from '../statistics/counts.ts'
import { countFiles } from './count-files.ts'
import type { CountOptions } from './count-options.ts'
import { loadProfile } from './find-profile.ts'
import { intervalOutcomes } from './profile.ts'
import type { DurationTally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-intervals-'))
afterAll(() => rmSync(folder, { recursive: true }))

const asOf = '2026-09-30' as PlainDate
let number = 0

async function tallyOf(content: string | Uint8Array, asked: Partial<CountOptions> = { asOf }, ending = 'csv'): Promise<DurationTally> {
  const path = join(folder, `file ${++number}.${ending}`)
  writeFileSync(path, content)
  const counted = await countFiles([path], asked)
  if (!counted.ok || counted.value.kind !== 'durations') throw new Error(JSON.stringify(counted))
  return counted.value
}

const nonzero = (margin: Uint32Array) => Object.fromEntries([...margin].flatMap((count, day) => (count > 0 ? [[day, count]] : [])))

test('six requests, counted by hand', async () => {
  const tally = await tallyOf(`country,request,entry,exit,outcome
FRA,r1,0,30,issued
FRA,r2,0,30,refused
FRA,r3,12,30,issued
FRA,r4,0,90,
250,r5,0,7,issued
Viet Nam,r6,0,1,withdrawn
`)
  expect(tally.groups.map(({ country, stratum, clock, requests }) => [country, stratum, clock, requests])).toEqual([['FRA', '', 'state', 5], ['VNM', '', 'state', 1]])
  const { counts } = tally.groups[0] as DurationTally['groups'][number]
  const exits = (outcome: (typeof intervalOutcomes)[number]) => nonzero(counts.exits[tally.outcomes.indexOf(outcome) + 1] as Uint32Array)
  expect(nonzero(counts.entries)).toEqual({ 0: 4, 12: 1 })
  expect([nonzero(counts.exits[0] as Uint32Array), exits('issued'), exits('refused')]).toEqual([{ 90: 1 }, { 7: 1, 30: 2 }, { 30: 1 }])
  expect([counts.horizonDays, counts.exits.length]).toEqual([90, intervalOutcomes.length + 1])
})

test('a gap while a gate was closed is two intervals of one request', async () => {
  const tally = await tallyOf('country,request,entry,exit,outcome,interval\nFRA,r1,0,30,,1\nFRA,r1,60,70,issued,2\n')
  expect(tally.groups.map(({ requests, counts }) => [requests, nonzero(counts.entries)])).toEqual([[1, { 0: 1, 60: 1 }]])
})

test.each(['quick', 'by record'])('a wait of decades is counted on its day, in the %s reading', async (manner) => {
  const tally = await tallyOf(`country,request,entry,exit,outcome\nFRA,r1,0,3,\nFRA,r2,9000,40000,issued\nVNM,r3,0,7,\n${manner === 'quick' ? '' : 'FRA,r4,x,1,\n'}`)
  expect(tally.groups.map(({ counts }) => [counts.horizonDays, nonzero(counts.entries)])).toEqual([[40_000, { 0: 1, 9000: 1 }], [7, { 0: 1 }]])
  expect(nonzero(tally.groups[0]?.counts.exits[1] as Uint32Array)).toEqual({ 40000: 1 })
})

test('completed cases are counted backwards from the end of the window', async () => {
  const profile = await loadProfile('us-ice-removals')
  if (!profile.ok) throw new Error(profile.refusal.code)
  // Fiscal year 2016: 1 October 2015 to 30 September 2016, so the window is 365 days after its first.
  const rows = ['10/1/2015|X|FRANCE|10/1/2015|10/1/2015', '10/11/2015|X|FRANCE|10/31/2015|11/2/2015', '9/30/2016|X|FRANCE|9/30/2016|9/30/2016', '9/30/2015|X|FRANCE|10/9/2015|10/9/2015', '9/1/2016|X|FRANCE|10/2/2016|9/30/2016']
  const path = join(folder, 'removals.csv')
  writeFileSync(path, `1\n2\n3\n4\n5\n${profile.value.file.columns.join('|')}\n${rows.map((row) => `Here|${row}\n`).join('')}`)
  const counted = await countFiles([path], { joint: true })
  if (!counted.ok || counted.value.kind !== 'durations') throw new Error(JSON.stringify(counted))
  // Duration d, begun L days before the end of a window of W = 365: entry W − L, exit W + 1 − d.
  // Begun on the first day, gone the same day: L 365, d 0. Begun ten days later, gone after 20: L 355, d 20. The last day: L 0, d 0.
  expect(counted.value.windowDays).toBe(365)
  expect(counted.value.groups[0]?.counts.cells).toEqual([
    { entryDay: 0, exitDay: 366, event: 1, count: 1 }, { entryDay: 10, exitDay: 346, event: 1, count: 1 }, { entryDay: 365, exitDay: 366, event: 1, count: 1 },
  ])
  expect(counted.value.byPeriod).toEqual([{ country: 'FRA', period: 'FY2016', rows: 5 }])
  expect(counted.value.reconciliation.countedWithoutDuration).toEqual([{ reason: 'began-before-window', rows: 1 }, { reason: 'ended-after-window', rows: 1 }])
})

test('our own clock is kept apart from the state’s', async () => {
  const tally = await tallyOf('country,request,entry,exit,outcome,clock\nFRA,r1,0,30,submitted,own\nFRA,r1,0,9,issued,state\nFRA,r2,0,9,issued,\n')
  expect(tally.groups.map(({ clock, requests }) => [clock, requests])).toEqual([['own', 1], ['state', 2]])
})

test('strata stand beside the whole, and together make it', async () => {
  const tally = await tallyOf('country,request,entry,exit,outcome,area,disposition\nFRA,r1,0,3,issued,North,X\nFRA,r2,0,4,issued,South,X\nFRA,r3,0,5,issued,,Y\n', { asOf, strata: ['area'] })
  expect(tally.groups.map(({ stratum, requests }) => [stratum, requests])).toEqual([['', 3], ['area=', 1], ['area=North', 1], ['area=South', 1]])
})

test('without a day given, the data speak to the last day in the file; a row beyond a given one is a fault', async () => {
  const content = 'country,request,entry,exit,outcome,requested_on\nFRA,r1,0,30,issued,2026-01-01\nFRA,r2,0,59,,2026-01-01\n'
  const tally = await tallyOf(content, {})
  expect([tally.asOf, tally.byPeriod]).toEqual(['2026-03-01', [{ country: 'FRA', period: '2026', rows: 2 }]])
  const earlier = await tallyOf(content, { asOf: '2026-02-01' as PlainDate })
  expect(earlier.quarantine.rows.map(({ line, reason }) => [line, reason])).toEqual([[3, 'after-as-of']])
})

test('clusters number the batches of a group, the same in every reading', async () => {
  const rows = ['FRA,r1,0,3,issued,b', 'FRA,r2,0,3,issued,a', 'FRA,r3,0,3,issued,b', 'FRA,r4,0,3,issued,c']
  const read = async (lines: readonly string[]) => (await tallyOf(`country,request,entry,exit,outcome,cluster\n${lines.join('\n')}\n`, { asOf, clusters: true })).groups[0]?.counts.cells
  const cells = await read(rows)
  expect(cells?.map(({ count }) => count).toSorted()).toEqual([1, 1, 2])
  expect(cells?.map(({ cluster }) => cluster)).toEqual([1, 2, 3])
  expect(await read(rows.toReversed())).toEqual(cells)
})

/** Made-up rows, some of them with delayed entry, from a printed seed. */
function madeUp(seed: number, rows: number) {
  const random = seededRandom(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  return Array.from({ length: rows }, (_, row) => {
    const entry = random() < 0.2 ? Math.floor(random() * 300) : 0
    return { country: pick(['FRA', 'VNM', 'GIN', 'IND', 'ERI']), request: `r${row}`, entry, exit: entry + 1 + Math.floor(random() * 900), outcome: pick(['', 'issued', 'refused', 'admitted']) }
  })
}

const asText = (rows: ReturnType<typeof madeUp>) => `country,request,entry,exit,outcome\n${rows.map((row) => Object.values(row).join(',')).join('\n')}\n`

test.each([1, 2, 3])('the fast reading, the reading by record, gzip and Parquet count the same (seed %i)', async (seed) => {
  const rows = madeUp(seed, 3_000)
  const text = asText(rows)
  const whole = await tallyOf(text, { asOf, joint: true })
  const packed = await tallyOf(gzipSync(text), { asOf, joint: true }, 'csv.gz')
  // One bad row makes the whole file be read by record.
  const byRecord = await tallyOf(`${text}FRA,bad,0,x,issued\n`, { asOf, joint: true })
  const parquet = join(folder, `file ${++number}.parquet`)
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`COPY (FROM read_csv('${join(folder, `file ${number - 3}.csv`)}', nullstr = '')) TO '${parquet}' (FORMAT parquet)`)
  const counted = await countFiles([parquet], { asOf, joint: true })
  expect(packed.groups).toEqual(whole.groups)
  expect(byRecord.groups).toEqual(whole.groups)
  expect(counted.ok && counted.value.kind === 'durations' ? counted.value.groups : counted).toEqual(whole.groups)
})

test.each([4, 5])('counting in the file gives what counting its rows gives (seed %i)', async (seed) => {
  const rows = madeUp(seed, 2_000)
  const tally = await tallyOf(asText(rows), { asOf, joint: true })
  for (const { country, counts } of tally.groups) {
    const cells = rows.filter((row) => row.country === country).map(({ entry, exit, outcome }) => ({ entryDay: entry, exitDay: exit, event: tally.outcomes.indexOf(outcome) + 1, count: 1 }))
    const { entries, exits } = countsFromCells(cells, tally.outcomes.length)
    expect([nonzero(counts.entries), counts.exits.map(nonzero)]).toEqual([nonzero(entries), exits.map(nonzero)])
    const again = countsFromCells(counts.cells ?? [], tally.outcomes.length)
    expect([nonzero(again.entries), again.exits.map(nonzero)]).toEqual([nonzero(entries), exits.map(nonzero)])
  }
})
