import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { countFiles } from './count-files.ts'
import type { CountOptions } from './count-options.ts'
import { loadProfile } from './find-profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { reasonSentence, refusalSentence } from './refusal-sentence.ts'
import type { DurationTally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-intake-'))
afterAll(() => rmSync(folder, { recursive: true }))

const asOf = '2026-09-30' as PlainDate
const header = 'country,request,entry,exit,outcome\n'
let number = 0

function fileOf(content: string | Uint8Array, ending = 'csv'): string {
  const path = join(folder, `file ${++number}.${ending}`)
  writeFileSync(path, content)
  return path
}

async function tallyOf(content: string | Uint8Array, asked: Partial<CountOptions> = {}): Promise<DurationTally> {
  const counted = await countFiles([fileOf(content)], { asOf, ...asked })
  if (!counted.ok || counted.value.kind !== 'durations') throw new Error(JSON.stringify(counted))
  return counted.value
}

async function refusalOf(path: string, asked: Parameters<typeof countFiles>[1] = { asOf }): Promise<IntakeRefusal> {
  const counted = await countFiles([path], asked)
  if (counted.ok) throw new Error(JSON.stringify(counted.value.reconciliation))
  for (const language of ['en', 'fr'] as const) expect(refusalSentence(counted.refusal, language)).toMatch(/^[^{}]{30,}\.$/)
  return counted.refusal
}

async function parquetOf(select: string): Promise<string> {
  const path = join(folder, `file ${++number}.parquet`)
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  return path
}

// Rows: what is wrong with the third line, the column that says so and the value.
const badRows: [string, string, string, string][] = [
  [',r2,0,5,issued', 'missing-country', 'country', ''],
  ['Ruritania,r2,0,5,issued', 'unknown-country', 'country', 'Ruritania'],
  ['CONGO,r2,0,5,issued', 'ambiguous-country', 'country', 'CONGO'],
  ['XXA,r2,0,5,issued', 'status-not-a-country', 'country', 'XXA'],
  ['FRA,r2,0,5,vanished', 'unknown-outcome', 'outcome', 'vanished'],
  ['FRA,r2,0,five,issued', 'bad-number', 'exit', 'five'],
  ['FRA,r2,0,5.5,issued', 'bad-number', 'exit', '5.5'],
  ['FRA,r2,0,nan,issued', 'bad-number', 'exit', 'nan'],
  ['FRA,r2,-1,5,issued', 'bad-number', 'entry', '-1'],
  ['FRA,r2,0,,issued', 'bad-number', 'exit', ''],
  ['FRA,r2,0,70000,issued', 'bad-number', 'exit', '70000'],
  ['FRA,r2,9,5,issued', 'negative-duration', 'exit', '5'],
  ['FRA,r2,5,5,issued', 'empty-interval', 'exit', '5'],
  ['FRA,r2,0,5', 'too-few-columns', '', 'FRA,r2,0,5'],
  ['FRA,r2,0,5,issued,6', 'too-many-columns', '', 'FRA,r2,0,5,issued,6'],
  ['"FRA"x,r2,0,5,issued', 'bad-quotes', '', '"FRA"x,r2,0,5,issued'],
]

test.each(badRows)('the row %s is quarantined, the rows beside it are used', async (row, reason, column, value) => {
  const tally = await tallyOf(`${header}FRA,r1,0,4,issued\n${row}\nFRA,r3,0,6,\n`)
  expect(tally.quarantine.rows).toEqual([{ file: `file ${number}.csv`, line: 3, column, reason, value }])
  expect(tally.reconciliation).toEqual({ rowsRead: 3, rowsUsed: 2, quarantined: [{ reason, rows: 1 }], countedWithoutDuration: [] })
  expect(tally.groups.map(({ country, requests }) => [country, requests])).toEqual([['FRA', 2]])
  for (const language of ['en', 'fr'] as const) expect(reasonSentence(reason, language)).not.toBe(reason)
})

const odd = ['1e3', '1E3', '+5', '1_000', '0x10', '0b11', '1e+3']
const ways: [string, string, (text: string) => string | Uint8Array, Partial<CountOptions>][] = [
  ['as it is', header, (text) => text, {}],
  ['packed', header, (text) => gzipSync(text), {}],
  ['with joint counts', header, (text) => text, { joint: true }],
  ['with more columns', 'area,country,request,entry,exit,outcome\n', (text) => text.replaceAll('FRA', 'North,FRA'), { strata: ['area'] }],
]
test.each(ways)('a number in another notation is no whole number, in a file read %s', async (_, top, pack, asked) => {
  for (const value of odd) {
    const tally = await tallyOf(pack(`${top}FRA,r1,0,4,issued\nFRA,r2,0,${value},issued\nFRA,r3,0,6,\n`), asked)
    expect(tally.quarantine.rows.map(({ line, column, reason, value: found }) => [line, column, reason, found]), value).toEqual([[3, 'exit', 'bad-number', value]])
    expect(tally.reconciliation.rowsUsed).toBe(2)
  }
})

test('requests whose names look like numbers in another notation are counted', async () => {
  const tally = await tallyOf(`${header}FRA,1e3,0,4,issued\nFRA,+5,0,5,issued\nFRA,1_000, 7 ,10.0,\n`)
  expect(tally.reconciliation).toMatchObject({ rowsRead: 3, rowsUsed: 3 })
})

test('bytes that are no UTF-8 spoil their own row only', async () => {
  const tally = await tallyOf(Buffer.concat([Buffer.from(`${header}FRA,r1,0,4,issued\n`), Buffer.from('C\xf4te,r2,0,5,issued\n', 'latin1'), Buffer.from('FRA,r3,0,6,issued\n')]))
  expect(tally.quarantine.rows.map(({ line, reason }) => [line, reason])).toEqual([[3, 'bad-encoding']])
  expect(tally.reconciliation.rowsUsed).toBe(2)
})

test('lines are counted as an editor counts them: quoted line ends, blank lines and all', async () => {
  const tally = await tallyOf(`${header}\nFRA,"a\nb\nc",0,4,issued\r\n\n   \nFRA,r2,0,x,issued\n`)
  expect(tally.quarantine.rows.map(({ line, value }) => [line, value])).toEqual([[8, 'x']])
  expect(tally.reconciliation.rowsRead).toBe(2)
})

test('a preamble is counted among the lines', async () => {
  const profile = await loadProfile('us-ice-removals')
  if (!profile.ok) throw new Error(profile.refusal.code)
  const columns = profile.value.file.columns.join('|')
  const rows = ['Here|1/1/2016|X|FRANCE|2/1/2016|2/1/2016', 'Here|2/30/2016|X|FRANCE|3/3/2016|3/3/2016', 'Here|1/1/2016|X|FRANCE|2/1/2016|1/2/0999', 'Here|5/1/2016|X|FRANCE|2/1/2016|2/1/2016', 'Here||X|FRANCE|2/1/2016|2/1/2016']
  const counted = await countFiles([fileOf(`a\nb\nc\n\ne\n${columns}\n${rows.join('\n')}\n`)], {})
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
  expect(counted.value.quarantine.rows.map(({ line, column, reason, value }) => [line, column, reason, value])).toEqual([[9, 'Removal Date', 'impossible-date', '1/2/0999']])
  expect(counted.value.reconciliation.countedWithoutDuration).toEqual([
    { reason: 'impossible-date', rows: 1 }, { reason: 'missing-date', rows: 1 }, { reason: 'negative-duration', rows: 1 },
  ])
})

test('what does not fit on the list is still counted', async () => {
  const tally = await tallyOf(header + 'FRA,r1,0,x,\n'.repeat(10_002))
  expect([tally.quarantine.rows.length, tally.quarantine.unlisted]).toEqual([10_000, 2])
  expect(tally.reconciliation.quarantined).toEqual([{ reason: 'bad-number', rows: 10_002 }])
})

test('a formula in a cell is a value like any other, and a fault', async () => {
  const tally = await tallyOf(`${header}"=cmd|' /C calc'!A0",r1,0,4,issued\nFRA,r3,0,6,\n`)
  expect(tally.quarantine.rows[0]).toMatchObject({ reason: 'unknown-country', value: `=cmd|' /C calc'!A0` })
})

test('files that are not there, empty, or folders are refused by name', async () => {
  expect(await refusalOf(join(folder, 'none.csv'))).toEqual({ code: 'file-missing', file: 'none.csv' })
  expect(await refusalOf(fileOf(''))).toMatchObject({ code: 'file-empty' })
  expect(await refusalOf(folder)).toMatchObject({ code: 'file-is-folder' })
})

test('a gzip file that breaks off is refused', async () => {
  const whole = gzipSync(header + Array.from({ length: 50_000 }, (_, row) => `FRA,r${row},0,${1 + (row * 7919) % 800},issued\n`).join(''))
  expect(await refusalOf(fileOf(whole.subarray(0, whole.length / 2), 'csv.gz'))).toMatchObject({ code: 'gzip-broken' })
  expect((await countFiles([fileOf(whole, 'csv.gz')], { asOf })).ok).toBe(true)
})

test('another delimiter is named, on its line', async () => {
  expect(await refusalOf(fileOf(header.replaceAll(',', ';') + 'FRA;r1;0;4;issued\n'))).toMatchObject({ code: 'wrong-delimiter', line: 1, expected: ',', found: ';' })
})

test('a missing column is named', async () => {
  const profile = await loadProfile('comity-intervals')
  if (!profile.ok) throw new Error(profile.refusal.code)
  expect(await refusalOf(fileOf('country,request,entry,exit\nFRA,r1,0,4\n'), { asOf, profile: profile.value })).toMatchObject({ code: 'missing-column', line: 1, column: 'outcome' })
})

test('a file that no profile fits shows its header', async () => {
  expect(await refusalOf(fileOf('a,b\n1,2\n'))).toMatchObject({ code: 'profile-not-found', line: 1, header: 'a,b' })
})

test('a file in UTF-16 and a picture are no UTF-8 text', async () => {
  expect(await refusalOf(fileOf(Buffer.from(`\uFEFF${header}FRA,r1,0,4,issued\n`, 'utf16le')))).toMatchObject({ code: 'not-text' })
  expect(await refusalOf(fileOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])))).toMatchObject({ code: 'not-text' })
})

test('a line of many megabytes and a quote that is never closed are refused with their line', async () => {
  expect(await refusalOf(fileOf(`${header}FRA,r1,0,4,issued\n${'x'.repeat(5_000_000)}\n`))).toMatchObject({ code: 'line-too-long', line: 3 })
  expect(await refusalOf(fileOf(`${header}FRA,r1,0,4,issued\n"FRA,r2,0,4,issued\nFRA,r3,0,4,issued\n`))).toMatchObject({ code: 'quote-unclosed', line: 3 })
  expect(await refusalOf(fileOf(`${header}"FRA,r2,0,4,issued\n${'FRA,r3,0,4,issued\n'.repeat(200_000)}`))).toMatchObject({ code: 'quote-unclosed', line: 2 })
})

test('Parquet that is cut off, of other types or without a column is refused', async () => {
  const path = await parquetOf(`SELECT 'FRA' AS country, 'r' || i AS request, 0 AS entry, 1 + i AS exit, 'issued' AS outcome FROM range(1000) t(i)`)
  const { readFileSync } = await import('node:fs')
  expect(await refusalOf(fileOf(readFileSync(path).subarray(0, 2000), 'parquet'))).toMatchObject({ code: 'parquet-broken' })
  expect(await refusalOf(await parquetOf(`SELECT 'FRA' AS country, 'r' AS request, 0 AS entry, 1.5::DOUBLE AS exit, 'issued' AS outcome`))).toMatchObject({ code: 'wrong-type', column: 'exit', found: 'DOUBLE' })
  expect(await refusalOf(await parquetOf(`SELECT 'FRA' AS country, 0 AS entry, 1 AS exit, 'issued' AS outcome`))).toMatchObject({ code: 'profile-not-found' })
})

test('bad rows of Parquet are listed by the number of the row', async () => {
  const path = await parquetOf(`SELECT * FROM (VALUES ('FRA', 'r1', 0, 4, 'issued'), ('Ruritania', 'r2', 0, 4, 'issued'), ('FRA', 'r3', 9, 4, NULL), (NULL, 'r4', 0, 4, NULL), ('FRA', 'r5', 0, NULL, NULL)) t(country, request, entry, exit, outcome)`)
  const counted = await countFiles([path], { asOf })
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
  expect(counted.value.quarantine.rows.map(({ line, reason, value }) => [line, reason, value])).toEqual([
    [2, 'unknown-country', 'Ruritania'], [3, 'negative-duration', '4'], [4, 'missing-country', ''], [5, 'bad-number', ''],
  ])
  expect(counted.value.reconciliation).toMatchObject({ rowsRead: 5, rowsUsed: 1 })
})

test('one missing day in a Parquet file that is else in order is found', async () => {
  const path = await parquetOf(`SELECT 'FRA' AS country, 'r' || i AS request, 0 AS entry, CASE WHEN i <> 700 THEN 1 + i END AS exit, 'issued' AS outcome FROM range(1000) t(i)`)
  const counted = await countFiles([path], { asOf })
  expect(counted).toMatchObject({ ok: true, value: { quarantine: { rows: [{ line: 701, column: 'exit', reason: 'bad-number', value: '' }] }, reconciliation: { rowsRead: 1000, rowsUsed: 999 } } })
})

test('the same content twice is refused, not counted twice', async () => {
  const content = `${header}FRA,r1,0,4,issued\n`
  const counted = await countFiles([fileOf(content), fileOf(content)], { asOf })
  expect(counted.ok ? undefined : counted.refusal.code).toBe('same-file-twice')
})

test('without a day to which the data speak there is no count', async () => {
  expect(await refusalOf(fileOf(`${header}FRA,r1,0,4,issued\n`), {})).toMatchObject({ code: 'as-of-needed' })
})

test('days that a Parquet file holds as text are not rounded', async () => {
  const path = await parquetOf(`SELECT 'FRA' AS country, 'r' AS request, '0' AS entry, unnest(['9', '3.7', '10']) AS exit, 'issued' AS outcome`)
  const counted = await countFiles([path], { asOf })
  expect(counted).toMatchObject({ ok: true, value: { quarantine: { rows: [{ line: 2, column: 'exit', reason: 'bad-number', value: '3.7' }] }, reconciliation: { rowsUsed: 2 } } })
})

test('a zero byte in a country or an area is a fault of its row', async () => {
  const tally = await tallyOf(`country,request,entry,exit,outcome,area\nFRA,r1,0,4,issued,North\nF\0RA,r2,0,4,issued,North\nFRA,r3,0,4,issued,No\0rth\n`, { strata: ['area'] })
  expect(tally.quarantine.rows.map(({ line, column, reason }) => [line, column, reason])).toEqual([[3, 'country', 'unknown-country']])
  expect(tally.reconciliation).toMatchObject({ rowsRead: 3, rowsUsed: 2 })
})

test('files with and without optional columns are counted together, each fault under its own reason', async () => {
  const full = 'country,request,entry,exit,outcome,clock,interval,requested_on\nFRA,r1,0,5,issued,own,1,2025-01-01\nFRA,r2,0,5,issued,state,0,2025-01-01\nFRA,r3,0,5,,state,1,2025-13-01\nFRA,r4,0,5,,else,1,2025-01-01\n'
  const plain = `${header}FRA,r5,0,7,issued\nFRA,r6,9,5,issued\nFRA,r7,5,5,issued\nFRA,r8,0,5,vanished\n`
  for (const contents of [[full, plain], [plain, full]]) {
    const counted = await countFiles(contents.map((content) => fileOf(content)), { asOf })
    expect(counted).toMatchObject({ ok: true, value: { reconciliation: { rowsRead: 8, rowsUsed: 2, quarantined: ['bad-number', 'empty-interval', 'impossible-date', 'negative-duration', 'unknown-clock', 'unknown-outcome'].map((reason) => ({ reason, rows: 1 })) } } })
  }
})

test.each(['constructor', '__proto__', 'toString'])('%s is no country, no outcome and no area of a table', async (word) => {
  const tally = await tallyOf(`${header}${word},r1,0,4,issued\nFRA,r2,0,4,${word}\nFRA,r3,0,4,issued\n`)
  expect(tally.reconciliation).toMatchObject({ rowsRead: 3, rowsUsed: 1, quarantined: [{ reason: 'unknown-country' }, { reason: 'unknown-outcome' }], countedWithoutDuration: [] })
  const counted = await countFiles([fileOf(`Date,Nationality,Return type group,Number of returns\n31/03/2024,${word},Enforced return,5\n2024-03-31,France,${word},5\n2024-03-31,France,Enforced return,5\n`)], {})
  expect(counted).toMatchObject({ ok: true, value: { reconciliation: { rowsRead: 3, rowsUsed: 1 } } })
})

test('a gzip file without its last bytes is refused, wherever it was cut', async () => {
  const whole = gzipSync(`${header}FRA,r1,0,4,issued\nFRA,r2,0,9,issued\n`)
  for (let missing = 1; missing < whole.length - 20; missing++) {
    expect([missing, await refusalOf(fileOf(whole.subarray(0, whole.length - missing), 'csv.gz'))]).toMatchObject([missing, { code: 'gzip-broken' }])
  }
})

test('a header without rows is refused', async () => {
  expect(await refusalOf(fileOf(header))).toMatchObject({ code: 'no-rows' })
  expect(await refusalOf(fileOf('Date,Nationality,Return type group,Number of returns\n'), { asOf })).toMatchObject({ code: 'no-rows' })
})

test.each(['epoch', 'infinity', '-infinity', 'today', '2025-02-30', '0999-01-01', '2025-01-01T10:00', '+2025-01-01'])('%s is no day', async (word) => {
  const tally = await tallyOf(`country,request,entry,exit,outcome,requested_on\nFRA,r1,0,4,issued,2025-01-01\nFRA,r2,0,4,issued,${word}\n`)
  expect(tally.quarantine.rows).toMatchObject([{ line: 3, column: 'requested_on', reason: 'impossible-date', value: word }])
})

test.each([['M', 'F'], ['Homme', 'Femme'], ['18-24', '25+']])('nobody is divided by %s and %s, whatever the column is called', async (one, other) => {
  const path = fileOf(`area,${header}${one},FRA,r1,0,4,issued\n${other},FRA,r2,0,5,issued\n`)
  expect(await refusalOf(path, { asOf, strata: ['area'] })).toEqual({ code: 'trait-values', profile: 'comity-intervals', column: 'area', values: [one, other].toSorted().join(', ') })
  expect((await countFiles([path], { asOf })).ok).toBe(true)
})

test('a table whose areas are sexes is refused', async () => {
  const found = await loadProfile('uk-returns')
  if (!found.ok || found.value.rows.kind !== 'table') throw new Error('no table')
  const profile = { ...found.value, file: { ...found.value.file, preambleLines: 0, columns: ['x7', 'n'], optionalColumns: [] }, country: { ...found.value.country, column: '' }, rows: { ...found.value.rows, value: { column: 'n' }, period: null, band: null, outcome: { fixed: 'returned' }, area: { column: 'x7', names: {}, source: '' } } }
  expect(await refusalOf(fileOf('x7,n\nHommes,4\nFemmes,5\n'), { asOf, profile })).toMatchObject({ code: 'trait-values', column: 'x7' })
})

test('the same rows once plain and once packed are not counted twice, nor packed in two ways', async () => {
  const rows = header + Array.from({ length: 200 }, (_, row) => `FRA,r${row},0,${1 + row % 90},issued\n`).join('')
  const [plain, packed, tighter] = [fileOf(rows), fileOf(gzipSync(rows, { level: 1 }), 'csv.gz'), fileOf(gzipSync(rows, { level: 9 }), 'csv.gz')]
  for (const [one, other] of [[plain, packed], [packed, plain], [packed, tighter]] as const) {
    const counted = await countFiles([one, other], { asOf })
    expect(counted).toEqual({ ok: false, refusal: { code: 'same-file-twice', file: basename(other), other: basename(one) } })
  }
  expect((await countFiles([plain, fileOf(gzipSync(`${rows}FRA,x,0,5,issued\n`), 'csv.gz')], { asOf })).ok).toBe(true)
})

test.each(['a*b', 'a?b'])('a Parquet file called %s is refused for its name, not as damaged', async (name) => {
  const path = join(folder, `${name}.parquet`)
  renameSync(await parquetOf(`SELECT 'FRA' AS country, 'r1' AS request, 0 AS entry, 4 AS exit, 'issued' AS outcome`), path)
  expect(await refusalOf(path)).toEqual({ code: 'parquet-name', file: `${name}.parquet` })
  rmSync(path)
})
