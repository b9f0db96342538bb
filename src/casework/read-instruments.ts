import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { Instrument, InstrumentKind, InstrumentList } from '../law/instrument.ts'
import type { Jurisdiction } from '../law/rule.ts'
import { nationalitiesOf, type CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'
import { isSamePlace } from './of-place.ts'

type Asked = {
  readonly kind: InstrumentKind
  readonly jurisdiction: Jurisdiction
  /** Whose place counts: the destination and the place there, each nationality of the person, or any. */
  readonly about: 'destination' | 'nationality' | 'anywhere'
  readonly asks: 'in-force' | 'ended' | 'list-unconfirmed'
  /** A rule of its own asks about places that a list which nobody has read leaves out; elsewhere such a place is unknown. */
  readonly unlisted?: 'asked-by-itself'
}

const asked: Readonly<Partial<Record<FactCode, Asked>>> = {
  moratorium: { kind: 'moratorium', jurisdiction: 'CA', about: 'destination', asks: 'in-force', unlisted: 'asked-by-itself' },
  'moratorium-list-unconfirmed': { kind: 'moratorium', jurisdiction: 'CA', about: 'destination', asks: 'list-unconfirmed' },
  'tps-designation-ended': { kind: 'tps', jurisdiction: 'US', about: 'nationality', asks: 'ended' },
  'deferred-enforced-departure-in-force': { kind: 'ded', jurisdiction: 'US', about: 'nationality', asks: 'in-force' },
  'third-country-policy-in-force': { kind: 'third-country-policy', jurisdiction: 'US', about: 'anywhere', asks: 'in-force' },
}

/** `in-force` since a day, `ended` on a day, never there, or nobody knows. */
type Standing =
  | { readonly is: 'in-force'; readonly on: PlainDate; readonly unverified: boolean }
  | { readonly is: 'ended'; readonly on: PlainDate }
  | { readonly is: 'none' }
  | { readonly is: 'unknown'; readonly overdue: boolean }

type Where = { readonly country?: string; readonly place?: string | undefined }

/** What the instruments in the law book say about a fact on a day. Past the day of review nobody knows, and unknown closes. */
export function readInstruments(fact: FactCode, state: Pick<CaseState, 'nationalities'>, destination: string, place: string | undefined, day: PlainDate, book: LawBook): Reading {
  const question = asked[fact]
  if (!question) return { value: 'unknown' }
  const standings = wheres(question, state, destination, place).map((where) => standingOf(question, where, day, book))
  if (question.asks === 'list-unconfirmed') return readListUnconfirmed(question, standings, day, book)
  return question.asks === 'in-force' ? readInForce(standings) : readEnded(standings)
}

/** The places, inside and outside, that instruments of this kind in force name in the country; none: it does not matter which part is meant. */
export function placesNamed(kind: InstrumentKind, jurisdiction: Jurisdiction, country: string, day: PlainDate, { instruments }: LawBook): readonly string[] {
  const inForce = instruments.filter((one) => one.kind === kind && one.jurisdiction === jurisdiction && one.place.country === country && isRunning(one, day))
  return inForce.flatMap(({ place: { parts, outside } }) => (parts === undefined ? [] : [...parts, ...(outside ?? [])]))
}

/**
 * Since the list was last checked, where it names nothing that is in force and nobody has read a list of the authority's own. Of a day
 * before that check, only what was looked up on the very day says anything.
 */
function readListUnconfirmed(question: Asked, standings: readonly Standing[], day: PlainDate, book: LawBook): Reading {
  if (standings.some(({ is }) => is === 'in-force')) return { value: 'no' }
  const list = currentList(question, day, book)
  if (!list) return { value: 'unknown', overdue: true }
  return list.text === 'verified' ? { value: 'no' } : { value: 'yes', on: list.checkedOn <= day ? list.checkedOn : day }
}

function wheres({ about }: Asked, state: Pick<CaseState, 'nationalities'>, destination: string, place: string | undefined): readonly Where[] {
  if (about === 'anywhere') return [{}]
  if (about === 'destination') return [{ country: destination, place }]
  return nationalitiesOf(state).map(({ country }) => ({ country }))
}

/** In force for one of the places is enough; not in force must be known of each. */
function readInForce(standings: readonly Standing[]): Reading {
  const [first] = standings.flatMap((standing) => (standing.is === 'in-force' ? [standing] : [])).sort(verifiedAndLatestFirst)
  if (first) return { value: 'yes', on: first.on, ...(first.unverified ? { unverified: true } : {}) }
  return noneUnlessUnknown(standings)
}

/** Ended where it was ever in force, and in force nowhere any more. */
function readEnded(standings: readonly Standing[]): Reading {
  if (standings.some(({ is }) => is === 'in-force')) return { value: 'no' }
  const [last] = standings.flatMap((standing) => (standing.is === 'ended' ? [standing.on] : [])).sort().reverse()
  const others = noneUnlessUnknown(standings)
  return others.value === 'no' && last !== undefined ? { value: 'yes', on: last } : others
}

function noneUnlessUnknown(standings: readonly Standing[]): Reading {
  const unknowns = standings.flatMap((standing) => (standing.is === 'unknown' ? [standing] : []))
  if (standings.length > 0 && unknowns.length === 0) return { value: 'no' }
  return unknowns.some(({ overdue }) => overdue) ? { value: 'unknown', overdue: true } : { value: 'unknown' }
}

function standingOf(question: Asked, where: Where, day: PlainDate, book: LawBook): Standing {
  const { kind, jurisdiction } = question
  const mine = book.instruments.filter((one) => one.kind === kind && one.jurisdiction === jurisdiction && covers(one, where) !== 'no')
  const running = mine.filter((one) => isRunning(one, day))
  const certain = running.filter((one) => covers(one, where) === 'yes' && one.reviewBy >= day)
  const [first] = certain.map((one) => ({ is: 'in-force', on: sinceWhen(one, day), unverified: one.text !== 'verified' }) as const).sort(verifiedAndLatestFirst)
  if (first) return first
  if (running.length > 0) return { is: 'unknown', overdue: running.some((one) => one.reviewBy < day) }
  const list = currentList(question, day, book)
  if (!list) return { is: 'unknown', overdue: true }
  const [ended] = mine.flatMap(({ endsOn }) => (endsOn && endsOn.day < day ? [endsOn.day] : [])).sort().reverse()
  if (ended !== undefined) return { is: 'ended', on: ended }
  return list.text === 'verified' || question.unlisted ? { is: 'none' } : { is: 'unknown', overdue: false }
}

function currentList({ kind, jurisdiction }: Asked, day: PlainDate, book: LawBook): InstrumentList | undefined {
  return book.lists.find((list) => list.kind === kind && list.jurisdiction === jurisdiction && list.reviewBy >= day)
}

// A start that nobody knows has been; an end that nobody knows, or read, has not. The last day is still a day in force.
function isRunning({ startsOn, endsOn }: Instrument, day: PlainDate): boolean {
  const begun = startsOn === undefined || startsOn <= day
  return begun && (endsOn === undefined || endsOn.text !== 'verified' || day <= endsOn.day)
}

function sinceWhen({ startsOn, knownInForceOn }: Instrument, day: PlainDate): PlainDate {
  return startsOn ?? (knownInForceOn !== undefined && knownInForceOn <= day ? knownInForceOn : day)
}

/** A name counts as outside only if the instrument says so: another spelling of a place inside must not pass for a place outside. */
function covers({ place: { country, parts, outside } }: Instrument, where: Where): 'yes' | 'no' | 'unknown' {
  if (where.country !== undefined && where.country !== country) return 'no'
  if (parts === undefined) return 'yes'
  if (where.place === undefined) return 'unknown'
  const { place } = where
  if (parts.some((part) => isSamePlace(part, place))) return 'yes'
  return outside?.some((name) => isSamePlace(name, place)) ? 'no' : 'unknown'
}

function verifiedAndLatestFirst(one: { readonly on: PlainDate; readonly unverified: boolean }, other: { readonly on: PlainDate; readonly unverified: boolean }): number {
  if (one.unverified !== other.unverified) return one.unverified ? 1 : -1
  return one.on < other.on ? 1 : -1
}
