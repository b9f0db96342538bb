import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from '../cooperation/measurement.ts'
import { addMeasurement, removeExcept } from '../store/measurements.ts'
import { readMeasurementFiles } from './figure-files.ts'
import type { Services } from './services.ts'

export type Loaded = { readonly files: number; readonly added: number; readonly removed: number }

/**
 * Makes the packaged measurements in the store the ones of `folder` (pairs of files in the format `comity-public-figures/1`),
 * all of them or none. What a user shows beside them is not touched; packaged ones of an earlier release go.
 */
export async function loadPublicFigures({ database }: Services, folder: string): Promise<Loaded> {
  const measurements = readMeasurements(folder)
  return database.transaction().execute(async (tx) => {
    const kept = []
    for (const measurement of measurements) kept.push(await addMeasurement(tx, measurement, 'packaged'))
    const removed = await removeExcept(tx, 'packaged', kept.map(({ id }) => id))
    return { files: measurements.length, added: kept.filter(({ added }) => added).length, removed }
  })
}

function readMeasurements(folder: string): readonly Measurement[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => readMeasurementFiles(join(folder, name)))
}
