// The whole way of a user's own file: counted, measured, written, shown by the server.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../src/kernel/random.ts'
import { listMeasurements } from '../src/store/measurements.ts'
import { measureFiles } from '../src/service/measure-files.ts'
import { showMeasurements } from '../src/service/show-measurements.ts'
import { buildServer } from '../src/web/server.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

const seed = 20_260_101
let fresh: FreshDatabase
let folder = ''
let written = ''

beforeAll(async () => {
  fresh = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'comity own file '))
  const file = join(folder, 'requests.csv')
  writeFileSync(file, madeUpRequests())
  const measured = await measureFiles({ files: [file], profile: undefined, byCountry: true, strata: [], asOf: undefined, method: undefined, published: undefined, rankSetsDay: undefined, seed: 1, onProgress: undefined })
  if (!measured.ok) throw new Error(JSON.stringify(measured.refusal))
  written = join(folder, 'measured.json')
  writeFileSync(written, JSON.stringify(measured.value.measurement))
})
afterAll(async () => {
  await fresh.destroy()
  rmSync(folder, { recursive: true })
})

/** Made-up requests of two countries, with both clocks: our delay to submission, then the state's to its answer. */
function madeUpRequests(): string {
  const random = seededRandom(seed)
  const rows = ['GIN', 'VNM'].flatMap((country) => Array.from({ length: 150 }, (_, number) => {
    const [ours, theirs] = [1 + Math.floor(random() * 60), 1 + Math.floor(random() * 500)]
    const outcome = ['issued', 'refused', 'withdrawn', ''][Math.floor(random() * 4)] ?? ''
    return [`${country},own-${number}${country},0,${ours},submitted,own,2024-01-15`, `${country},state-${number}${country},0,${theirs},${outcome},state,2024-01-15`]
  }).flat())
  return `country,request,entry,exit,outcome,clock,requested_on\n${rows.join('\n')}\n`
}

test('a cohort file is shown on its country’s page: each competing outcome, number at risk, and own delay beside the state’s', async () => {
  expect(await showMeasurements({ database: fresh.database }, [written]), `seed ${seed}`).toEqual({ ok: true, value: 1 })
  const server = buildServer({ database: fresh.database })
  const page = await server.inject('/en/countries/GIN')
  expect(page.statusCode).toBe(200)
  for (const words of ['Own time', 'State’s time', 'Document issued', 'Refused', 'Withdrawn by the authority', 'At risk', 'answer-time/1']) expect(page.body).toContain(words)
  const french = await server.inject('/fr/countries/GIN')
  expect(french.body).toContain('Document délivré')
  await server.close()
})

test('the same file again changes nothing, and naming none takes it off the pages', async () => {
  const services = { database: fresh.database }
  const count = async () => (await fresh.database.transaction().execute(listMeasurements)).length
  expect(await showMeasurements(services, [written, written])).toEqual({ ok: true, value: 2 })
  expect(await count()).toBe(1)
  await showMeasurements(services, [])
  expect(await count()).toBe(0)
})

test.each([
  ['no file', 'absent.json', undefined, 'measurement-unreadable'],
  ['no JSON', 'text.json', 'country,entry', 'not-a-measurement'],
  ['another JSON', 'other.json', '{"format":"something-else"}', 'not-a-measurement'],
  ['a figure without its limits', 'bare.json', 'bare', 'not-a-measurement'],
])('%s is refused, and what was shown before stays', async (_, name, content, code) => {
  const services = { database: fresh.database }
  await showMeasurements(services, [written])
  const path = join(folder, name)
  if (content === 'bare') writeFileSync(path, bareFigure())
  else if (content !== undefined) writeFileSync(path, content)
  expect(await showMeasurements(services, [path])).toMatchObject({ ok: false, refusal: { code, file: name } })
  expect((await fresh.database.transaction().execute(listMeasurements)).length).toBe(1)
})

/** A measurement as a hand might spoil it: a share without limits. */
function bareFigure(): string {
  const figure = { measure: 'answered-by', country: 'GIN', stratum: '', clock: 'state', period: '', outcome: '', fromDay: null, day: 30, withinDays: null, value: 0.5, lower: null, upper: null, standardError: null, interval: 'log-log', denominator: 20, atRisk: 10, withheld: null }
  return JSON.stringify({
    format: 'comity-measurement/1', method: 'answer-time/1', asOf: '2026-01-01', vintage: '2026-01-01', inputs: [], gatedTimeRemoved: null,
    reconciliation: { rowsRead: 0, rowsUsed: 0, quarantined: [], countedWithoutDuration: [] }, figures: [figure], curves: [], cautions: [],
  })
}
