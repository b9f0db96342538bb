import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCarried } from '../scripts/public-figures/carried.ts'
import { gridDays } from '../src/cooperation/figure.ts'
import { releaseBands } from '../src/cooperation/release-cells.ts'
import { countFiles } from '../src/intake/count-files.ts'
import { findCountry } from '../src/reference/countries.ts'
import { measurementFiles } from '../src/service/figure-files.ts'
import { loadPublicFigures } from '../src/service/load-public-figures.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { figuresOf, packaged, packagedFolder, theFigure } from './packaged.ts'

const names = [...packaged.keys()]

describe('what the package may show', () => {
  test('every source is there, and says whose figures they are in both languages', () => {
    expect(names).toEqual(['cbsa-removals-1', 'cbsa-removals-2', 'cbsa-removals-by-country', 'cbsa-removals-quarters', 'eurostat-returns', 'uk-detention', 'uk-returns', 'us-ice-removals'])
    for (const { attribution } of packaged.values()) {
      for (const words of [attribution?.title, attribution?.publisher, attribution?.terms]) expect([words?.en, words?.fr].every((text) => (text ?? '').length > 5)).toBe(true)
    }
  })

  test.each(names)('%s divides people by country, period, outcome and length only', (name) => {
    expect(figuresOf(name).filter(({ stratum }) => stratum !== '')).toEqual([])
    const text = readdirSync(packagedFolder).filter((file) => file.startsWith(name)).map((file) => readFileSync(`${packagedFolder}/${file}`, 'utf8')).join('')
    expect(text).not.toMatch(/\b(sex|gender|female|male|age|birth|disposition|charge|threat|sexe|genre)\b/i)
    expect(packaged.get(name)?.curves).toEqual([])
  })

  test.each(names)('%s stays on the fixed grid, or in bands that end next to it', (name) => {
    const bands = new Set(releaseBands.map((band) => band.join()))
    const off = figuresOf(name).filter(({ measure, fromDay, day, withinDays }) =>
      ['share-of-leavers', 'stock'].includes(measure) && fromDay !== null
        ? !bands.has([fromDay, day].join())
        : fromDay !== null || [day, withinDays].some((shown) => shown !== null && !gridDays.some((gridDay) => gridDay === shown)))
    expect(off).toEqual([])
  })

  test.each(names)('every figure of %s has limits, is a complete count, or says why it is not there', (name) => {
    for (const figure of figuresOf(name)) {
      const { value, lower, upper, interval, withheld, denominator } = figure
      expect((value === null) === (withheld !== null), JSON.stringify(figure)).toBe(true)
      if (value === null) continue
      expect(interval === 'complete-count' || lower !== null || upper !== null, JSON.stringify(figure)).toBe(true)
      expect((lower ?? value) <= value && value <= (upper ?? value) && denominator !== null, JSON.stringify(figure)).toBe(true)
    }
  })

  test.each(names)('%s names every country by a code that we know', (name) => {
    const codes = new Set(figuresOf(name).map(({ country }) => country))
    expect([...codes].filter((code) => code !== 'all' && code !== 'XXX' && !findCountry(code))).toEqual([])
  })

  test.each(names)('every row that was read for %s was used or quarantined', (name) => {
    const { reconciliation, inputs } = packaged.get(name)!
    expect(reconciliation.rowsRead).toBe(reconciliation.rowsUsed + reconciliation.quarantined.reduce((sum, { rows }) => sum + rows, 0))
    expect(reconciliation.rowsRead).toBe(inputs.reduce((sum, { rowsRead }) => sum + rowsRead, 0))
  })

  test('all of it is smaller than four million bytes', () => {
    expect(readdirSync(packagedFolder).reduce((sum, name) => sum + statSync(`${packagedFolder}/${name}`).size, 0)).toBeLessThan(4_000_000)
  })
})

describe('what the package shows', () => {
  test('the United Kingdom in 2023: 6,393 enforced, 19,253 voluntary, 24,587 refused entry', () => {
    const of = (outcome: string) => theFigure('uk-returns', { country: 'all', period: '2023', outcome }).value
    expect([of('enforced'), of('voluntary'), of('refused_entry')]).toEqual([6_393, 19_253, 24_587])
  })

  test('the European Union of 28: 45.8 % returned to third countries in 2016, 41.8 % of all kinds in 2014', () => {
    const of = (period: string, outcome: string) => theFigure('eurostat-returns', { measure: 'return-rate', country: 'all', period, outcome })
    const [in2016, in2014] = [of('2016', 'returned_to_third_country'), of('2014', 'returned')]
    expect([in2016.value?.toFixed(3), in2014.value?.toFixed(3)]).toEqual(['0.458', '0.418'])
    expect([in2016.denominator, in2014.denominator]).toEqual([493_785, 470_080])
  })

  test('ICE removed 240,255 people in fiscal year 2016 and 226,119 in 2017', () => {
    const total = (period: string) => figuresOf('us-ice-removals').filter((figure) => figure.measure === 'count' && figure.period === period && figure.country !== 'all').reduce((sum, { value }) => sum + (value ?? 0), 0)
    for (const [period, people] of [['FY2016', 240_255], ['FY2017', 226_119]] as const) {
      expect(theFigure('us-ice-removals', { measure: 'count', country: 'all', period }).value).toBe(people)
      expect(total(period)).toBe(people)
    }
  })

  test('what ICE’s agency published is carried, and what Comity counted is a multiple of five', () => {
    const counts = figuresOf('us-ice-removals').filter(({ measure, country }) => measure === 'count' && country !== 'all')
    const rounded = counts.filter(({ period }) => period === 'FY2016')
    expect(rounded.filter(({ value, interval }) => (value ?? 1) % 5 !== 0 || interval !== 'rounding')).toEqual([])
    expect(counts.filter(({ period }) => period === 'FY2017').every(({ interval }) => interval === 'complete-count')).toBe(true)
    expect(packaged.get('us-ice-removals')?.published).toMatchObject({ compared: 196, zeroInBoth: 6, differences: [] })
  })

  test('Canada counted 16,860 removals in 2024, and 17,357 when it counted again', () => {
    expect(['cbsa-removals-1', 'cbsa-removals-2'].map((name) => theFigure(name, { period: '2024' }).value)).toEqual([16_860, 17_357])
    // Four of its quarters are the fiscal year that began in April 2024.
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'].map((period) => theFigure('cbsa-removals-quarters', { period }).value ?? 0)
    expect([quarters, quarters.slice(0, 4).reduce((sum, count) => sum + count, 0), quarters.slice(1, 5).reduce((sum, count) => sum + count, 0)]).toEqual([[4909, 4280, 3986, 4182, 5647, 5268], 17_357, 18_095])
    expect(theFigure('cbsa-removals-by-country', { country: 'IND' }).value).toBe(1_932)
    expect(packaged.get('cbsa-removals-by-country')?.attribution?.addresses).toHaveLength(1)
  })

  test('bands and outcomes of a year’s leavers make one', () => {
    const shares = figuresOf('uk-detention').filter(({ measure, country, period, fromDay }) => measure === 'share-of-leavers' && country === 'all' && period === '2023' && fromDay !== null)
    expect(shares.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(1, 4)
  })
})

describe('in the database', () => {
  let fresh: FreshDatabase
  beforeAll(async () => { fresh = await freshDatabase() })
  afterAll(() => fresh.destroy())

  test('all packaged figures are taken', async () => {
    expect(await loadPublicFigures({ database: fresh.database }, packagedFolder)).toEqual({ files: names.length, added: names.length, removed: 0 })
  })
})

const source = '../shared/data'

describe.skipIf(!existsSync(source))('made again from the publishers’ files (left out where the files are not there)', () => {
  test('what is carried comes out the same, byte by byte', async () => {
    const made = await makeCarried(source)
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    for (const { name, measurement } of made.value) {
      for (const file of measurementFiles(name, measurement)) expect(file.content === readFileSync(`${packagedFolder}/${file.name}`, 'utf8'), file.name).toBe(true)
    }
    expect(made.value).toHaveLength(names.length - 1)
  })

  test('every rounded count lies within four of the true one, and the others are true', async () => {
    const tally = await countFiles(['FY2016', 'FY2017'].map((year) => `${source}/us-ice-removals/ICERemovals_${year}.csv.gz`), {})
    if (!tally.ok || tally.value.kind !== 'durations') throw new Error('the removals were not counted')
    const truth = new Map(tally.value.byPeriod.map(({ country, period, rows }) => [`${country} ${period}`, rows]))
    const far = figuresOf('us-ice-removals').filter(({ measure, country }) => measure === 'count' && country !== 'all')
      .filter(({ country, period, value }) => Math.abs((value ?? NaN) - (truth.get(`${country} ${period}`) ?? 0)) > (period === 'FY2016' ? 4 : 0))
    expect(far).toEqual([])
  })
})
