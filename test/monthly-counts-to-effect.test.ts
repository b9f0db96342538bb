// The whole way of somebody's own monthly counts, by the recipe: from a file to the page that looks for an effect.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../src/kernel/random.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { measureFiles } from '../src/service/measure-files.ts'
import { showMeasurements } from '../src/service/show-measurements.ts'
import { countriesWork as english } from '../src/text/en/countries-work.ts'
import { countriesWork as french } from '../src/text/fr/countries-work.ts'
import { said } from './served-oversight.ts'
import { serveWork, type ServedWork } from './served-work.ts'
import { signInAs, visitingBrowser, type VisitingBrowser } from './visiting-browser.ts'

const seed = 20_260_302
const countries = ['GHA', 'KEN', 'TGO', 'SEN', 'NGA', 'MLI', 'BEN', 'NER', 'TCD', 'GAB', 'CMR', 'UGA', 'RWA', 'BDI', 'MOZ', 'ZMB', 'MWI', 'NAM', 'BWA', 'LSO', 'SWZ']
const path = '/work/countries/GHA/effect?on=2024-07-01'

let served: ServedWork
let folder = ''
let analyst: VisitingBrowser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comity months '))
  served = await serveWork()
  Object.assign(served.services, { shipped: shippedBook() })
  analyst = visitingBrowser(served.origin)
  await signInAs(analyst, 'analyst')
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

/** Made-up counts of four years; those of Ghana double in July 2024. `months`: how many of them. */
function madeUpMonths(months = 48): string {
  const random = seededRandom(seed)
  const rows = countries.flatMap((country) => Array.from({ length: months }, (_, month) => {
    const many = 40 + Math.floor(random() * 9)
    return `${country},${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')},${country === 'GHA' && month >= 30 ? 2 * many : many}`
  }))
  return `country,month,removed\n${rows.join('\n')}\n`
}

async function shown(content: string): Promise<void> {
  const [file, profile, written] = ['counts.csv', 'monthly.json', 'months.json'].map((name) => join(folder, name)) as [string, string, string]
  const recipe = readFileSync(new URL('../docs/recipes/look-for-an-effect.md', import.meta.url), 'utf8')
  writeFileSync(profile, /```json\n([\s\S]*?)```/.exec(recipe)?.[1] ?? '')
  writeFileSync(file, content)
  const measured = await measureFiles({ files: [file], profile, byCountry: true, strata: [], asOf: '2025-12-31' as PlainDate, method: undefined, published: undefined, rankSetsDay: undefined, seed: 1, onProgress: undefined })
  if (!measured.ok) throw new Error(JSON.stringify(measured.refusal))
  writeFileSync(written, JSON.stringify(measured.value.measurement))
  expect(await showMeasurements({ database: served.database.database }, [written])).toEqual({ ok: true, value: 1 })
}

test('before anything with months is loaded, the page says what is missing and what would help, in both languages', async () => {
  for (const [language, { effect }] of [['en', english], ['fr', french]] as const) {
    const { body } = await analyst.get(`/${language}${path}`)
    expect([body.includes(said(effect.missing.none)), body.includes(said(effect.missing.needed)), body.includes(said(effect.missing.own)), body.includes(said(effect.missing.file))]).toEqual([true, true, true, true])
  }
})

test(`a made-up file of months leads to the effect with its limits, its placebos in time and in other countries, seed ${seed}`, async () => {
  await shown(madeUpMonths())
  for (const [language, { effect }] of [['en', english], ['fr', french]] as const) {
    const { body } = await analyst.get(`/${language}${path}`)
    expect([body.includes(said(effect.association)), body.includes(said(effect.levelChange)), body.includes(said(effect.placebo({ placebos: '20', p: '' }).split(';')[0] ?? '')), body.includes(said(effect.missing.none))]).toEqual([true, true, true, false])
    // Doubled, with limits around it.
    const [, ratio = '', lower = '', upper = ''] = new RegExp(`${said(effect.levelChange)}</th>.*?>([\\d.,]+)<.*?>([\\d.,]+) – ([\\d.,]+)<`).exec(body) ?? []
    const [at, from, to] = [ratio, lower, upper].map((text) => Number(text.replace(',', '.'))) as [number, number, number]
    expect([at > 1.7 && at < 2.3, from < at && at < to, from > 1.3]).toEqual([true, true, true])
  }
})

test('too short a file says how long it is, and how long it would have to be', async () => {
  await shown(madeUpMonths(32))
  const { body } = await analyst.get(`/en${path}`)
  expect([body.includes(english.effect.notEnough), body.includes('Periods after that day: 2; 6 are needed.'), body.includes(said(english.effect.reaches({ periods: '32', from: 'January 1, 2022', until: 'August 31, 2024' })))]).toEqual([true, true, true])
})
