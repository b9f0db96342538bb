import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'
import type { CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'

type ReadFromCase = (state: CaseState, destination: string, day: PlainDate) => Reading

const readers: Readonly<Partial<Record<FactCode, ReadFromCase>>> = {}

/** Answers a fact that nobody records because the case itself says it. One that is not listed here is unknown, and closes. */
export function readCaseFact(fact: FactCode, state: CaseState, destination: string, day: PlainDate): Reading {
  return readers[fact]?.(state, destination, day) ?? { value: 'unknown' }
}
