import type { FastifyInstance } from 'fastify'
import type { Measurement } from '../src/cooperation/measurement.ts'
import { measurementDigest } from '../src/store/measurement-digest.ts'
import { addMeasurement } from '../src/store/measurements.ts'
import { buildServer } from '../src/web/server.ts'
import { freshDatabase } from './database.ts'

/** The server over a database of its own that holds these measurements. */
export type ServedPages = {
  readonly server: FastifyInstance
  /** By which each measurement is named in addresses, in the order given. */
  readonly keys: readonly string[]
  readonly log: Readonly<Record<string, unknown>>[]
  readonly database: Awaited<ReturnType<typeof freshDatabase>>
  readonly close: () => Promise<void>
}

export async function servePages(measurements: readonly Measurement[]): Promise<ServedPages> {
  const database = await freshDatabase()
  for (const measurement of measurements) await database.database.transaction().execute((tx) => addMeasurement(tx, measurement))
  const log: Record<string, unknown>[] = []
  const server = buildServer({ database: database.database }, { write: (line) => { log.push(JSON.parse(line) as Record<string, unknown>) } })
  const keys = measurements.map((measurement) => measurementDigest(measurement).slice(0, 12))
  const close = async () => {
    await server.close()
    await database.destroy()
  }
  return { server, keys, log, database, close }
}

/** One address of every kind of page, after the language. */
export function everyPage(keys: readonly string[]): readonly string[] {
  const [answers, first, second, leavers, completed] = keys
  return [
    '', `?source=${leavers}`, `?source=${second}&measure=count.orders&period=2023`,
    '/countries/GIN', '/countries/all', '/countries/JAM', '/countries/ERI', '/countries/FRA', '/countries/YUG',
    '/compare', `/compare?source=${answers}&measure=answered-by..state&day=180&ranks=yes`, `/compare?source=${second}&measure=return-rate.returns`, `/compare?source=${completed}`,
    '/sources', `/sources/${answers}`, `/sources/${second}`, `/sources/${leavers}`, `/sources/${second}/since/${first}`,
    '/methods', '/accessibility',
  ]
}

/** Addresses that answer with an error page. */
export const errorPages = ['/nothing', '/countries/QQQ', '/sources/000000000000', '/compare?day=soon'] as const
