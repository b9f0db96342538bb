import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'

/** What the instruments in the law book say about a fact. Until they are read: unknown, which closes. */
export function readInstruments(_fact: FactCode, _state: CaseState, _destination: string, _place: string | undefined, _day: PlainDate, _book: LawBook): Reading {
  return { value: 'unknown' }
}
