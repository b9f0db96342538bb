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
    return fact === 'protection-claim-made' && state.jurisdiction === 'CA' ? readClaim(read('refugee-claim-opened'), state, recorded(fact)) : recorded(fact)
  }
  let ofOrder: CaseState['facts'] | undefined
  const recorded = (fact: FactCode) => readFact(factDefinition(fact).ofOrder ? (ofOrder ??= ofStandingOrder(state, day)) : state.facts, fact, destination, day)
  return read
}

/** A refugee claim is a claim to protection, and need not be recorded a second time. Where both are, the later counts; a doubt about either stays. */
function readClaim(opened: Reading, { facts }: CaseState, made: Reading): Reading {
  if (opened.value === 'conflict' || made.value === 'conflict') return { value: 'conflict' }
  if (opened.value === 'yes') return made.value === 'yes' && made.on > opened.on ? made : opened
  const spokenOf = (code: FactCode) => facts.some(({ fact }) => fact === code)
  if (opened.value === 'unknown') return made.value === 'no' && spokenOf('refugee-claim-opened') ? opened : made
  return spokenOf('protection-claim-made') ? made : opened
}

/** Records from days on which the order stood that stands on this day. */
function ofStandingOrder(state: CaseState, day: PlainDate): CaseState['facts'] {
  const standing = orderOn(state, day)
  return state.facts.filter(({ on }) => orderOn(state, on) === standing)
}

/** The latest order that stands on a day. */
function orderOn({ orders }: CaseState, day: PlainDate): string | undefined {
  const standing = orders.filter(({ madeOn, ended }) => madeOn <= day && (ended === undefined || ended.on > day))
  return standing.reduce<CaseState['orders'][number] | undefined>((latest, order) => (latest === undefined || order.madeOn >= latest.madeOn ? order : latest), undefined)?.orderId
}
