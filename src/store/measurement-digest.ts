import type { Measurement } from '../cooperation/measurement.ts'
import { sha256 } from '../kernel/digest.ts'

/** SHA-256 of a measurement's content, whatever the order in which its properties were written down. */
export function measurementDigest(measurement: Measurement): string {
  return sha256(JSON.stringify(measurement, sortProperties))
}

function sortProperties(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
