import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { databaseServers, freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { madeUpMeasurement } from '../../test/made-up-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { curvesOfCountry } from './curves.ts'
import { countriesWithFigures, figuresOfCountry, figuresOfMeasure } from './figures.ts'
import { measurementDigest } from './measurement-digest.ts'
import { addMeasurement, findMeasurement, listMeasurements, removeExcept } from './measurements.ts'
import type { Transaction } from './tables.ts'

if (databaseServers.length < 2) test.skip('the store contract holds on PostgreSQL 15, which is not installed here', () => undefined)

// The contract of the store, on every server.
describe.each(databaseServers)('$name', (server) => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh.destroy())

  // Each test sees an empty store: what it does is undone at its end.
  async function inEmptyStore(work: (tx: Transaction) => Promise<void>) {
    const undone = new Error('undone on purpose')
    await expect(fresh.database.transaction().execute(async (tx) => {
      await work(tx)
      throw undone
    })).rejects.toBe(undone)
  }

  test('a measurement comes back as it went in, with the same digest', () => inEmptyStore(async (tx) => {
    const given: Measurement = { ...madeUpMeasurement(), funnel: { measure: 'answered-by', day: 180, period: '2019', target: 0.1 + 0.2, overdispersion: 1, points: [], limits: [] } }
    const { id } = await addMeasurement(tx, given)
    const kept = await findMeasurement(tx, id)
    expect(kept?.measurement).toStrictEqual(given)
    expect(kept?.digest).toBe(measurementDigest(given))
    expect(measurementDigest(kept?.measurement as Measurement)).toBe(kept?.digest)
  }))

  test('the same measurement added twice is kept once', () => inEmptyStore(async (tx) => {
    const first = await addMeasurement(tx, madeUpMeasurement())
    const again = await addMeasurement(tx, Object.fromEntries(Object.entries(madeUpMeasurement()).reverse()) as Measurement)
    expect([first.added, again]).toEqual([true, { id: first.id, added: false }])
    expect(await listMeasurements(tx)).toHaveLength(1)
    expect(await figuresOfCountry(tx, 'AAA')).toHaveLength(7)
  }))

  test('the list gives everything but figures, newest data first', () => inEmptyStore(async (tx) => {
    const old = { ...madeUpMeasurement({ seed: 2 }), asOf: '2018-01-31' } as Measurement
    await addMeasurement(tx, old)
    await addMeasurement(tx, madeUpMeasurement())
    const list = await listMeasurements(tx)
    expect(list.map(({ asOf }) => asOf)).toEqual(['2020-01-31', '2018-01-31'])
    expect(list[0]).toMatchObject({ method: 'answer-time/1', sourceProfile: 'comity-intervals/1', gatedTimeRemoved: true, reconciliation: madeUpMeasurement().reconciliation })
    expect(list[0]?.reconciliation).not.toHaveProperty('rowsQuarantined')
  }))

  test('a country page finds the figures and curves of its country only', () => inEmptyStore(async (tx) => {
    const given = madeUpMeasurement()
    const { id } = await addMeasurement(tx, given)
    const figures = await figuresOfCountry(tx, 'BBB')
    expect(figures).toEqual(given.figures.filter(({ country }) => country === 'BBB').map((figure) => ({ ...figure, measurementId: id })))
    expect(await curvesOfCountry(tx, id, 'BBB')).toEqual(given.curves.filter(({ country }) => country === 'BBB'))
    expect(await curvesOfCountry(tx, id, 'ZZZ')).toEqual([])
    expect(await countriesWithFigures(tx)).toEqual(['AAA', 'BBB', 'CCC'])
  }))

  test('one measure is compared across countries in alphabetical order, never by value', () => inEmptyStore(async (tx) => {
    const given = madeUpMeasurement({ countries: ['CCC', 'all', 'AAA', 'BBB'] })
    const { id } = await addMeasurement(tx, given)
    const on180 = await figuresOfMeasure(tx, id, 'answered-by', { day: 180, clock: 'state' })
    expect(on180.map(({ country, day }) => `${country} ${day}`)).toEqual(['AAA 180', 'BBB 180', 'CCC 180', 'all 180'])
    expect(await figuresOfMeasure(tx, id, 'requests', { day: null })).toHaveLength(4)
    expect(await figuresOfMeasure(tx, id, 'answered-by', { day: 180, clock: 'own' })).toEqual([])
  }))

  test('removing a measurement removes its figures and no others', () => inEmptyStore(async (tx) => {
    const { id } = await addMeasurement(tx, madeUpMeasurement())
    const other = await addMeasurement(tx, madeUpMeasurement({ seed: 2 }))
    expect(await removeExcept(tx, 'user', [other.id])).toBe(1)
    expect(await removeExcept(tx, 'user', [other.id])).toBe(0)
    expect(await findMeasurement(tx, id)).toBeUndefined()
    expect((await figuresOfCountry(tx, 'AAA')).every(({ measurementId }) => measurementId === other.id)).toBe(true)
  }))

  test('twelve thousand figures go in and come back in order', () => inEmptyStore(async (tx) => {
    const countries = Array.from({ length: 1_715 }, (_, number) => String.fromCharCode(65 + number / 676, 65 + (number / 26) % 26, 65 + number % 26))
    const given = madeUpMeasurement({ countries })
    const { id } = await addMeasurement(tx, given)
    expect(given.figures).toHaveLength(12_005)
    expect((await findMeasurement(tx, id))?.measurement.figures).toEqual(given.figures)
  }))

  test('a number that is none is our fault, and nothing is kept', () => inEmptyStore(async (tx) => {
    const given = madeUpMeasurement()
    const wrong = { ...given, figures: [{ ...given.figures[0], value: Number.NaN }] } as Measurement
    await expect(addMeasurement(tx, wrong)).rejects.toThrow('a number that is none')
    expect(await listMeasurements(tx)).toEqual([])
  }))

  const subject = { country: 'AAA', stratum: '', clock: '', period: '2019' }
  test.each([
    ['a share without an interval', 'no_interval_no_figure', figureOf(subject, 'answered-by', { value: 0.5, interval: 'log-log' })],
    ['limits the wrong way round', 'interval_round_value', figureOf(subject, 'answered-by', { value: 0.5, lower: 0.6, upper: 0.4, interval: 'log-log' })],
    ['a missing value without a reason', 'value_or_reason', figureOf(subject, 'answered-by', {})],
    ['a value that is withheld', 'value_or_reason', figureOf(subject, 'count', { value: 3, withheld: 'too-few' })],
    ['a country by its name', 'figure_country_check', figureOf({ ...subject, country: 'Ruritania' }, 'count', { value: 30 })],
  ])('the database refuses %s', async (_, constraint, figure) => {
    const wrong = { ...madeUpMeasurement(), figures: [figure] }
    await expect(fresh.database.transaction().execute((tx) => addMeasurement(tx, wrong))).rejects.toThrow(constraint)
  })

  test.each([['lost', 989], ['counted twice', 991]])('the database refuses a measurement with a row %s', async (_, rowsUsed) => {
    const given = madeUpMeasurement()
    const wrong = { ...given, reconciliation: { ...given.reconciliation, rowsUsed } }
    await expect(fresh.database.transaction().execute((tx) => addMeasurement(tx, wrong))).rejects.toThrow('rows_reconcile')
  })

  test.each(['create table mine (a int)', 'drop table figure', 'alter table figure drop constraint no_interval_no_figure', 'update figure set value = 1', 'delete from migration', 'create schema mine', 'create role mine'])('the application role may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(fresh.database)).rejects.toThrow(/permission denied|must be owner/)
  })

  test('two programs that add the same measurement at once keep it once', async () => {
    const own = await freshDatabase(server)
    const added = await Promise.all([1, 2, 3, 4].map(() => own.database.transaction().execute((tx) => addMeasurement(tx, madeUpMeasurement()))))
    expect(added.filter((one) => one.added)).toHaveLength(1)
    expect(new Set(added.map(({ id }) => id)).size).toBe(1)
    await own.destroy()
  })
})
