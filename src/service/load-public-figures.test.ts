import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { madeUpMeasurement } from '../../test/made-up-measurement.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { addMeasurement, listMeasurements } from '../store/measurements.ts'
import { measurementFiles } from './figure-files.ts'
import { loadPublicFigures } from './load-public-figures.ts'

let fresh: FreshDatabase
let folder = ''

beforeEach(async () => {
  fresh = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'comity-figures-'))
})
afterEach(async () => {
  await fresh.destroy()
  rmSync(folder, { recursive: true })
})

const write = (name: string, measurement: Measurement) => {
  for (const file of measurementFiles(name, measurement)) writeFileSync(join(folder, file.name), file.content)
}
const load = () => loadPublicFigures({ database: fresh.database }, folder)
const list = () => fresh.database.transaction().execute(listMeasurements)

test('packaged measurements are loaded once, however often the program starts', async () => {
  write('one', madeUpMeasurement({ seed: 1 }))
  write('two', madeUpMeasurement({ seed: 2 }))
  expect(await load()).toEqual({ files: 2, added: 2, removed: 0 })
  expect(await load()).toEqual({ files: 2, added: 0, removed: 0 })
  expect((await list()).map(({ origin }) => origin)).toEqual(['packaged', 'packaged'])
})

test('a new release replaces its own measurements and leaves the user’s alone', async () => {
  await fresh.database.transaction().execute((tx) => addMeasurement(tx, madeUpMeasurement({ seed: 3 })))
  write('one', madeUpMeasurement({ seed: 1 }))
  await load()
  write('one', madeUpMeasurement({ seed: 2 }))
  expect(await load()).toEqual({ files: 1, added: 1, removed: 1 })
  expect((await list()).map(({ origin }) => origin).sort()).toEqual(['packaged', 'user'])
})

test('one bad file and nothing is loaded', async () => {
  write('one', madeUpMeasurement())
  writeFileSync(join(folder, 'two.json'), JSON.stringify({ format: 'something-else/1' }))
  await expect(load()).rejects.toThrow('no measurement')
  expect(await list()).toEqual([])
})

test('without packaged figures the store stays empty', async () => {
  expect(await loadPublicFigures({ database: fresh.database }, join(folder, 'none'))).toEqual({ files: 0, added: 0, removed: 0 })
})
