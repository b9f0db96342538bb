import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { Reading } from './fact-record.ts'
import { askGate, type Gate } from './gate.ts'
import { canadaEnforceabilityGates } from './gates/canada.ts'
import type { ReadFact } from './read-condition.ts'

/**
 * Is the removal order enforceable for the destination on the day: in force, and not stayed (IRPA 48)? Nobody types this in.
 * `no` when some gate certainly holds; unknown when one may; `yes` on the day asked about, because only that day is known.
 */
export function readEnforceable(read: ReadFact, day: PlainDate, book: LawBook, gates: readonly Gate[] = canadaEnforceabilityGates): Reading {
  const reasons = gates.flatMap((gate) => askGate(gate, { read, day, book }).holds.map(({ reason }) => reason))
  if (reasons.length === 0) return { value: 'yes', on: day }
  if (reasons.includes('conflict')) return { value: 'conflict' }
  return reasons.includes('so') ? { value: 'no' } : { value: 'unknown' }
}
