import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import type { Step } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'
import { believedFor } from './old-no.ts'
import { readCaseFact } from './read-case-facts.ts'
import type { PlaceAsked } from './of-place.ts'
import type { ReadFact } from './read-condition.ts'
import { readEnforceable } from './read-enforceable.ts'
import { readFact } from './read-facts.ts'
import { placesNamed, readInstruments } from './read-instruments.ts'

/**
 * Answers every fact for one case, destination and day: recorded ones from records, the others from the law's instruments, the case, or
 * gates. `step`: the step that is asked about, if any; see `old-no.ts`.
 */
export function readerOf(state: CaseState, destination: string, place: string | undefined, day: PlainDate, book: LawBook, step?: Step): ReadFact {
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
  const believed = believedFor(step, day, book)
  const recorded = (fact: FactCode): Reading => {
    const { ofOrder: isOfOrder, ofPlace } = factDefinition(fact)
    const records = isOfOrder ? (ofOrder ??= ofStandingOrder(state, day)) : state.facts
    const asked = ofPlace === undefined ? {} : { place: placeAsked(place, placesNamed(ofPlace, state.jurisdiction, destination, day, book)) }
    const reading = readFact(records, fact, destination, day, asked)
    const own = isOfOrder ? ownOf(records) : records
    if (own !== records && reading.value !== readFact(own, fact, destination, day, asked).value) return { value: 'unknown' }
    // What an order was when it was made does not change; everything else may have come to be so since.
    if (reading.value !== 'no' || isOfOrder || believed === undefined) return reading
    return readFact(records, fact, destination, day, { ...asked, believed }).value === 'no' ? reading : { value: 'unknown', overdue: true }
  }
  return read
}

function placeAsked(name: string | undefined, named: readonly string[]): PlaceAsked {
  return named.length === 0 ? { name, partly: false } : { name, partly: true, named }
}

/** A refugee claim is a claim to protection, and need not be recorded a second time. Where both are, the later counts; a doubt about either stays. */
function readClaim(opened: Reading, { facts }: CaseState, made: Reading): Reading {
  if (opened.value === 'conflict' || made.value === 'conflict') return { value: 'conflict' }
  if (opened.value === 'yes') return made.value === 'yes' ? laterClaim(opened, made) : opened
  const spokenOf = (code: FactCode) => facts.some(({ fact }) => fact === code)
  if (opened.value === 'unknown') return made.value === 'no' && spokenOf('refugee-claim-opened') ? opened : made
  return spokenOf('protection-claim-made') ? made : opened
}

// Of one day they are one claim, recorded twice; of two days there were two, and what ended on the later one may have ended the first.
function laterClaim(opened: Extract<Reading, { value: 'yes' }>, made: Extract<Reading, { value: 'yes' }>): Reading {
  const again = opened.again === true || made.again === true || opened.on !== made.on
  return { ...(made.on > opened.on ? made : opened), ...(again ? { again } : {}) }
}

// An absorbed case had an order of its own, which may be another one: what it recorded of it can make an answer doubtful, never settle it.
function ownOf(records: CaseState['facts']): CaseState['facts'] {
  return records.some(({ absorbedFrom }) => absorbedFrom !== undefined) ? records.filter(({ absorbedFrom }) => absorbedFrom === undefined) : records
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
