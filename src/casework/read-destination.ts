import type { PlainDate } from '../kernel/day.ts'
import { rulesInForce, type LawBook } from '../law/book.ts'
import { destinationBars, destinationClauses } from '../law/united-states/destination-clauses.ts'
import { applyRule } from './apply-rule.ts'
import type { CaseState } from './case-state.ts'
import { searchDestinations, type DestinationSearch } from './destination-order.ts'
import type { Reading } from './fact-record.ts'
import type { ReadFact } from './read-condition.ts'
import { readFact } from './read-facts.ts'

type SearchedCase = Pick<CaseState, 'destinations' | 'facts'>

/** May the person be taken to this country as the ordered search of 8 USC 1231(b) stands? Unknown while the ladder is. */
export function readDestinationOpen(state: SearchedCase, destination: string, day: PlainDate, book: LawBook): Reading {
  if (ladderOf(state, day) === undefined) return { value: 'unknown' }
  const isOpen = searchOfCase(state, day, book).candidates.some((candidate) => candidate.destination === destination && candidate.open)
  return isOpen ? { value: 'yes', on: day } : { value: 'no' }
}

/** The ordered search for one case, with what is recorded of each country that was proposed. */
export function searchOfCase(state: SearchedCase, day: PlainDate, book: LawBook): DestinationSearch {
  return searchDestinations({
    ladder: ladderOf(state, day),
    candidates: state.destinations.filter(({ proposedOn }) => proposedOn <= day).map((one) => ({ ...one, barred: isBarred(state, one.destination, day, book) })),
    isSo: (fact) => readFact(state.facts, fact, '', day).value === 'yes',
    clauses: destinationClauses,
    periods: book.periods,
    day,
  })
}

function ladderOf(state: SearchedCase, day: PlainDate): 'arrival' | 'other' | undefined {
  const { value } = readFact(state.facts, 'proceedings-begun-on-arrival', '', day)
  if (value === 'yes') return 'arrival'
  return value === 'no' ? 'other' : undefined
}

// Only what is known to bar a country ends its turn. That it might be barred holds the country by its own gate.
function isBarred(state: SearchedCase, destination: string, day: PlainDate, book: LawBook): boolean {
  const read: ReadFact = (fact) => readFact(state.facts, fact, destination, day)
  return destinationBars.flatMap((code) => rulesInForce(book, code, day)).some((rule) => applyRule(rule, { read, day, book })?.reason === 'so')
}
