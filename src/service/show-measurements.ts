import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Measurement } from '../cooperation/measurement.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { addMeasurement, removeExcept } from '../store/measurements.ts'
import type { Services } from './services.ts'

export type ShowRefusal =
  | { readonly code: 'measurement-unreadable'; readonly file: string; readonly cause: string }
  | { readonly code: 'not-a-measurement'; readonly file: string }

/**
 * Makes the user's measurements in the store the ones in these files (written by `comity measure … --out name.json`), all of
 * them or none, and returns how many. None named, none shown: what stays is in the user's files.
 */
export async function showMeasurements({ database }: Services, paths: readonly string[]): Promise<Result<number, ShowRefusal>> {
  const measurements: { file: string; measurement: Measurement }[] = []
  for (const path of paths) {
    const read = await readMeasurement(path)
    if (!read.ok) return read
    measurements.push({ file: basename(path), measurement: read.value })
  }
  let current = ''
  try {
    return await database.transaction().execute(async (tx) => {
      const ids: string[] = []
      for (const { file, measurement } of measurements) {
        current = file
        ids.push((await addMeasurement(tx, measurement, 'user')).id)
      }
      await removeExcept(tx, 'user', ids)
      return accept(measurements.length)
    })
  } catch (error) {
    // The database's own rules (class 23) and its reading of values (class 22) are the last word on what a measurement is.
    if (isRefusedContent(error)) return refuse({ code: 'not-a-measurement', file: current })
    throw error
  }
}

async function readMeasurement(path: string): Promise<Result<Measurement, ShowRefusal>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) return refuse({ code: 'measurement-unreadable', file, cause: text.message })
  try {
    const found = JSON.parse(text) as Partial<Measurement> | null
    return isWhole(found) ? accept(found) : refuse({ code: 'not-a-measurement', file })
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ code: 'not-a-measurement', file })
    throw error
  }
}

function isWhole(found: Partial<Measurement> | null): found is Measurement {
  const lists = [found?.figures, found?.curves, found?.inputs, found?.cautions]
  return found?.format === 'comity-measurement/1' && lists.every((list) => Array.isArray(list)) &&
    [found.method, found.asOf, found.vintage].every((text) => typeof text === 'string') && typeof found.reconciliation === 'object'
}

function isRefusedContent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)
}
