import type { PlainDate } from '../../src/kernel/day.ts'
import type { LawBook } from '../../src/law/book.ts'
import type { Jurisdiction } from '../../src/law/rule.ts'
import { lawDigest, shippedBook } from '../../src/law/shipped-book.ts'
import type { Bounds } from './alphabet.ts'
import { explore, type Explored } from './explore.ts'
import { closedRule, newMoratorium } from './judge.ts'
import { firstDay, home, readyCase, realCode, type Code } from './ready-case.ts'
import { officeOf, type Seen } from './world.ts'

type Stage = Parameters<typeof readyCase>[4]

export type Scenario = {
  readonly name: string
  readonly jurisdiction: Jurisdiction
  /** How far each case has come when the exploration begins. */
  readonly cases: readonly Stage[]
  readonly officers: number
  readonly bounds: Bounds
  readonly updates: boolean
  readonly days: boolean
}

const small: Bounds = { facts: 1, requests: 1, documents: 1, bookings: 1, contacts: 0, others: 0, merges: false, locks: 'all', crashes: 'everything' }
const stepsOnly: Bounds = { ...small, crashes: 'gated', kinds: ['record-fact', 'correct-fact', 'send-request', 'hand-over', 'depart', 'cancel-booking', 'absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'] }
const stayAndGo: Bounds = { ...stepsOnly, locks: 'stay', kinds: ['record-fact', 'send-request', 'depart'] }

/** Small worlds that are explored whole, and larger ones as far as the bound allows. */
export const scenarios: readonly Scenario[] = [
  { name: 'one case, one officer, a stay between the approval and the departure', jurisdiction: 'CA', cases: ['approved'], officers: 1, bounds: { ...small, locks: 'stay', crashes: 'gated', kinds: ['record-fact', 'send-request', 'record-outcome', 'take-document', 'make-booking', 'hand-over', 'depart'] }, updates: true, days: false },
  { name: 'one case, two officers, corrections around a departure', jurisdiction: 'CA', cases: ['booked'], officers: 2, bounds: { ...stepsOnly, facts: 3 }, updates: false, days: true },
  { name: 'one case, three officers, corrections around a departure', jurisdiction: 'CA', cases: ['booked'], officers: 3, bounds: { ...stepsOnly, facts: 2, locks: 'stay' }, updates: true, days: true },
  { name: 'one case, two officers, everything, from the booking', jurisdiction: 'CA', cases: ['booked'], officers: 2, bounds: { ...small, contacts: 1, bookings: 2, others: 1 }, updates: true, days: true },
  { name: 'one case, three officers, everything, from the approval', jurisdiction: 'CA', cases: ['approved'], officers: 3, bounds: { ...small, contacts: 1, others: 1 }, updates: true, days: false },
  { name: 'one case, one officer, everything, from the booking', jurisdiction: 'CA', cases: ['booked'], officers: 1, bounds: { ...small, facts: 2, contacts: 1, bookings: 2, others: 2, crashes: 'gated' }, updates: true, days: true },
  { name: 'one case, two officers, from the draft to the request', jurisdiction: 'CA', cases: ['known'], officers: 2, bounds: { ...small, locks: 'stay', kinds: ['record-fact', 'draft-request', 'check-request', 'approve-request', 'send-request'] }, updates: false, days: false },
  { name: 'one case, two officers, what was sent is put right, and taken back', jurisdiction: 'CA', cases: ['approved'], officers: 2, bounds: { ...small, locks: 'stay', others: 1, crashes: 'gated', kinds: ['record-fact', 'send-request', 'record-identity', 'withdraw-request', 'send-correction'] }, updates: false, days: false },
  { name: 'two records of one person, one officer, contact before and after', jurisdiction: 'CA', cases: ['booked', 'known'], officers: 1, bounds: { ...small, locks: 'stay', contacts: 1, merges: true, crashes: 'gated', kinds: ['record-fact', 'make-contact', 'absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'] }, updates: false, days: false },
  { name: 'two records of one person, two officers, merged and parted again', jurisdiction: 'CA', cases: ['booked', 'known'], officers: 2, bounds: { ...stepsOnly, locks: 'stay', merges: true }, updates: false, days: false },
  { name: 'three cases, three officers, a stay against a step', jurisdiction: 'CA', cases: ['booked', 'approved', 'booked'], officers: 3, bounds: stayAndGo, updates: false, days: false },
  { name: 'three cases, three officers, merging, the law changes, the day ends', jurisdiction: 'CA', cases: ['booked', 'known', 'approved'], officers: 3, bounds: { ...stepsOnly, merges: true }, updates: true, days: true },
  { name: 'one case, three officers, corrections around a departure', jurisdiction: 'US', cases: ['booked'], officers: 3, bounds: { ...stepsOnly, facts: 2, locks: 'stay' }, updates: true, days: true },
  { name: 'one case, two officers, everything, from the booking', jurisdiction: 'US', cases: ['booked'], officers: 2, bounds: { ...small, contacts: 1, bookings: 2, others: 1 }, updates: true, days: true },
  { name: 'one case, one officer, everything, from the booking', jurisdiction: 'US', cases: ['booked'], officers: 1, bounds: { ...small, contacts: 1, bookings: 2, others: 2, crashes: 'gated' }, updates: true, days: false },
  { name: 'three cases, three officers, a stay against a step', jurisdiction: 'US', cases: ['booked', 'approved', 'booked'], officers: 3, bounds: stayAndGo, updates: true, days: false },
]

export type Ran = Explored & { readonly scenario: Scenario; readonly seen: Seen; readonly caseStates: number; readonly answers: number; readonly milliseconds: number }

/** Explores one scenario with the real code, unless a test hands in another. */
export function runScenario(scenario: Scenario, most: number, code: Code = realCode, now: () => number = () => performance.now()): Ran {
  const start = now()
  const books = [shippedBook(), updated(shippedBook())] as const
  const caseIds = scenario.cases.map((_, place) => `case-${place + 1}`)
  const { jurisdiction, officers, bounds, updates, days } = scenario
  const office = officeOf({ code, books, caseIds, officers, bounds, updates, days })
  // The cases are made ready with the real code, so that a planted fault shows in the exploration and not before.
  const world = office.start(scenario.cases.map((stage, place) => readyCase(realCode, books[0], caseIds[place] ?? '', jurisdiction, stage)))
  const explored = explore(office, world, most)
  return { ...explored, scenario, seen: office.seen, caseStates: office.states(), answers: office.answers(), milliseconds: now() - start }
}

/** The law after an update: one more moratorium, in force from today, on the country that all want to send somebody to; and no warrant. */
function updated(book: LawBook): LawBook {
  const [pattern] = book.instruments.filter(({ kind }) => kind === 'moratorium')
  if (!pattern) throw new Error('the law book holds no moratorium')
  const { endsOn: _end, noticedEndOn: _noticed, ...rest } = pattern
  const instruments = [...book.instruments, { ...rest, code: newMoratorium, place: { country: home }, startsOn: firstDay, text: 'verified', reviewBy: '2027-12-31' as PlainDate } as const]
  const rules = book.rules.map((rule) => (rule.code === closedRule ? { ...rule, until: [] } : rule))
  const { digest: _old, ...content } = { ...book, instruments, rules }
  return { ...content, digest: lawDigest(content) }
}
