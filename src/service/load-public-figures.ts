import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from '../cooperation/measurement.ts'
import { sha256 } from '../kernel/digest.ts'
import { areLoaded, noteLoaded, type PackagedFiles } from '../store/packaged-figures.ts'
import { addMeasurement, removeExcept } from '../store/measurements.ts'
import { readMeasurementFiles } from './figure-files.ts'
import type { Services } from './services.ts'

export type Loaded = { readonly files: number; readonly added: number; readonly removed: number }

/**
 * Makes the packaged measurements in the store the ones of `folder` (pairs of files in the format `comity-public-figures/1`),
 * all of them or none. What a user shows beside them is not touched; packaged ones of an earlier release go.
 */
export async function loadPublicFigures({ database }: Services, folder: string): Promise<Loaded> {
  const files = filesOf(folder)
  if (await areLoaded(database, files)) return { files: files.files, added: 0, removed: 0 }
  const measurements = readMeasurements(folder)
  return database.transaction().execute(async (tx) => {
    const kept = []
    for (const measurement of measurements) kept.push(await addMeasurement(tx, measurement, 'packaged'))
    const removed = await removeExcept(tx, 'packaged', kept.map(({ id }) => id))
    await noteLoaded(tx, files)
    return { files: measurements.length, added: kept.filter(({ added }) => added).length, removed }
  })
}

// How figures become rows belongs to it: raise this number when that changes, and every database reads the files again.
const reading = 1

function filesOf(folder: string): PackagedFiles {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(json|csv)$/.test(name)).sort() : []
  const digest = sha256(JSON.stringify([reading, ...names.map((name) => [name, sha256(readFileSync(join(folder, name)))])]))
  return { digest, files: names.filter((name) => name.endsWith('.json')).length }
}

function readMeasurements(folder: string): readonly Measurement[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => readMeasurementFiles(join(folder, name)))
}
