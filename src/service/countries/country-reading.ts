import { prepareReading, type Reading } from '../read-catalogue.ts'
import type { Services } from '../services.ts'

const readings = new WeakMap<Services['database'], Reading>()

/** What reads figures, with the catalogue that is kept between pages: one for each database. */
export function readingOf({ database }: Services): Reading {
  const known = readings.get(database)
  if (known) return known
  const reading = prepareReading({ database })
  readings.set(database, reading)
  return reading
}
