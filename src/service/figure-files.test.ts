import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { madeUpMeasurement } from '../../test/made-up-measurement.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { measurementFiles, readMeasurementFiles } from './figure-files.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'comity-figure-files-')) })
afterEach(() => rmSync(folder, { recursive: true }))

function write(measurement: Measurement, change: (text: string) => string = (text) => text): string {
  for (const file of measurementFiles('made-up', measurement)) writeFileSync(join(folder, file.name), file.name.endsWith('.csv') ? change(file.content) : file.content)
  return join(folder, 'made-up.json')
}

test('what was written is read again, withheld figures and attribution too', () => {
  const words = { en: 'Made up', fr: 'Inventé' }
  const measurement: Measurement = { ...madeUpMeasurement(), attribution: { title: words, publisher: words, terms: words, addresses: ['https://example.org/figures'] } }
  expect(readMeasurementFiles(write(measurement))).toEqual(measurement)
})

test('figures of another edition than the header are refused', () => {
  const path = write(madeUpMeasurement(), (text) => text.replace('answered-by', 'open-by'))
  expect(() => readMeasurementFiles(path)).toThrow('not those of their header')
})

test('a cell that is more than a code or a number never goes out', () => {
  const [figure, ...rest] = madeUpMeasurement().figures
  expect(() => measurementFiles('made-up', { ...madeUpMeasurement(), figures: [{ ...figure!, outcome: '=1+1' }, ...rest] })).toThrow('more than codes')
  expect(() => measurementFiles('made-up', { ...madeUpMeasurement(), figures: [{ ...figure!, outcome: 'one, two' }, ...rest] })).toThrow('more than codes')
})
