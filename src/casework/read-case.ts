import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import type { CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'
import { readCaseFact } from './read-case-facts.ts'
import type { ReadFact } from './read-condition.ts'
import { readEnforceable } from './read-enforceable.ts'
import { readFact } from './read-facts.ts'
import { readInstruments } from './read-instruments.ts'

/** Answers every fact for one case, destination and day: recorded ones from records, the others from the law's instruments, the case, or gates. */
export function readerOf(state: CaseState, destination: string, place: string | undefined, day: PlainDate, book: LawBook): ReadFact {
  const known = new Map<FactCode, Reading>()
  const read: ReadFact = (fact) => {
    // Sixty gates ask for the same facts again and again; within one case, destination and day the answer does not change.
    const reading = known.get(fact) ?? readOnce(fact)
    known.set(fact, reading)
    return reading
  }
  const readOnce: ReadFact = (fact) => {
    const { computed } = factDefinition(fact)
    if (computed === 'case') return readCaseFact(fact, state, destination, day, book)
    if (computed === 'instruments') return readInstruments(fact, state, destination, place, day, book)
    if (computed === 'gates') return readEnforceable(read, day, book)
    return readFact(state.facts, fact, destination, day)
  }
  return read
}
