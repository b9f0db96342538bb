import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import { nationalitiesOf, type CaseState } from './case-state.ts'
import { isOwnState } from './check-country.ts'
import type { Reading } from './fact-record.ts'
import type { OrderKind } from './lists.ts'
import { mayBeMinor } from './minority.ts'
import { readDestinationOpen } from './read-destination.ts'

type Asked = { readonly state: CaseState; readonly destination: string; readonly day: PlainDate; readonly book: LawBook }

/** Facts that nobody records a second time, because the case itself says them. */
const readers: Readonly<Partial<Record<FactCode, (asked: Asked) => Reading>>> = {
  'removal-order-made': (asked) => readOrder(asked),
  'judge-ordered-removal': (asked) => readOrder(asked, 'removal-order'),
  'ordered-removed-in-absentia': (asked) => readOrder(asked, 'in-absentia-order'),
  'administrative-order-issued': (asked) => readOrder(asked, 'administrative-order'),
  'expedited-order-made': (asked) => readOrder(asked, 'expedited-order'),
  'order-reinstated': (asked) => readOrder(asked, 'reinstated-order'),
  'recorded-as-own-citizen': readOwnCitizen,
  'person-is-minor': readMinor,
  'nationality-basis-recorded': readNationality,
  'home-state': readHomeState,
  'mistreatment-risk-cleared': readRisk,
  'destination-open-in-order': ({ state, destination, day, book }) => readDestinationOpen(state, destination, day, book),
}

/** Answers a fact that the case itself says. One that is not listed here is unknown, and closes. */
export function readCaseFact(fact: FactCode, state: CaseState, destination: string, day: PlainDate, book: LawBook): Reading {
  return readers[fact]?.({ state, destination, day, book }) ?? { value: 'unknown' }
}

/** Facts that this file knows how to read. */
export const caseFactsRead: readonly string[] = Object.keys(readers)

const unknown: Reading = { value: 'unknown' }

/** Since the latest order of this kind that still stands. Of a case whose order nobody has recorded yet, nothing is known. */
function readOrder({ state, day }: Asked, kind?: OrderKind): Reading {
  const made = state.orders.filter(({ madeOn }) => madeOn <= day)
  if (made.length === 0) return unknown
  const standing = made.filter(({ orderKind, ended }) => (kind === undefined || orderKind === kind) && (ended === undefined || ended.on > day))
  return sinceLatest(standing.map(({ madeOn }) => madeOn)) ?? { value: 'no' }
}

/** Unknown when what is known of the birth allows both. */
function readMinor({ state: { identity: { bornOn } }, day }: Asked): Reading {
  if (!mayBeMinor(bornOn, day)) return { value: 'no' }
  if (bornOn === undefined) return unknown
  const earliest = `${bornOn}${'-01'.repeat((10 - bornOn.length) / 3)}` as PlainDate
  return mayBeMinor(earliest, day) && earliest <= day ? { value: 'yes', on: earliest } : unknown
}

/** Of a nationality that nobody recorded nothing is known here; that it may be this one is for whoever records one. */
function readOwnCitizen({ state, day }: Asked): Reading {
  return sinceLatest(recordedBy(state, day).filter(({ country }) => isOwnState(country, state.jurisdiction)).map(({ on }) => on)) ?? { value: 'no' }
}

function readNationality({ state, destination, day }: Asked): Reading {
  return sinceLatest(recordedBy(state, day).filter(({ country }) => country === destination).map(({ on }) => on)) ?? { value: 'no' }
}

/** A state of nationality. Where somebody was born, or when no nationality is known, it may be one. */
function readHomeState({ state, destination, day }: Asked): Reading {
  const nationalities = recordedBy(state, day)
  const home = sinceLatest(nationalities.filter(({ country }) => country === destination).map(({ on }) => on))
  if (home) return home
  return nationalities.length === 0 || state.identity.bornInCountry === destination ? unknown : { value: 'no' }
}

/** The finding of the latest day stands; of two from one day, the graver. */
function readRisk({ state, destination, day }: Asked): Reading {
  const findings = state.risks.filter((risk) => risk.destination === destination && risk.on <= day)
  const latest = sinceLatest(findings.map(({ on }) => on))
  if (latest?.value !== 'yes') return unknown
  return findings.some(({ on, finding }) => on === latest.on && finding === 'substantial-risk') ? { value: 'no' } : latest
}

function recordedBy(state: CaseState, day: PlainDate): CaseState['nationalities'] {
  return nationalitiesOf(state).filter(({ on }) => on <= day)
}

function sinceLatest(days: readonly PlainDate[]): Reading | undefined {
  const on = days.toSorted().at(-1)
  return on === undefined ? undefined : { value: 'yes', on }
}
