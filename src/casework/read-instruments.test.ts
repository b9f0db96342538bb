import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { factDefinition, facts, type FactCode } from '../law/facts.ts'
import { askedInstruments, type Instrument, type InstrumentList } from '../law/instrument.ts'
import { shippedBook } from '../law/shipped-book.ts'
import type { CaseState } from './case-state.ts'
import type { Reading } from './fact-record.ts'
import { placesNamed, readInstruments } from './read-instruments.ts'

const day = (text: string) => text as PlainDate
const nobody: Pick<CaseState, 'nationalities'> = { nationalities: [] }

/** What the shipped instruments say about a moratorium. */
function moratorium(destination: string, place?: string, on = '2026-11-22'): Reading {
  return readInstruments('moratorium', nobody, destination, place, day(on), shippedBook())
}

/** The same with instruments of the test's own. */
function withInstruments(instruments: readonly Partial<Instrument>[], list: Partial<InstrumentList> | 'no list', on: string, place?: string): Reading {
  const lists = list === 'no list' ? [] : [{ kind: 'moratorium', jurisdiction: 'CA', text: 'verified', source: 'Sample list', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31'), ...list } as const]
  const book: LawBook = { ...shippedBook(), lists, instruments: instruments.map((one, at) => ({ ...sample, code: `sample-${at}`, ...one })) }
  return readInstruments('moratorium', nobody, 'KE', place, day(on), book)
}

const sample: Instrument = {
  code: 'sample', kind: 'moratorium', jurisdiction: 'CA', title: { en: 'Sample', fr: 'Exemple' }, place: { country: 'KE' }, legalBasis: 'Sample', startsOn: day('2026-03-01'),
  text: 'verified', source: 'Sample source', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31'),
}

test('a moratorium that was read is in force since its first day', () => {
  expect(moratorium('IR')).toEqual({ value: 'yes', on: '2022-11-14' })
  expect(moratorium('LB')).toEqual({ value: 'yes', on: '2026-03-07' })
})

test('one that is only told of is in force, and says so', () => {
  expect(moratorium('UA')).toEqual({ value: 'yes', on: '2025-06-23', unverified: true })
  expect(moratorium('HT')).toEqual({ value: 'yes', on: '2016-10-13', unverified: true })
})

test('an end that was read ends it; one that nobody could read does not', () => {
  expect(moratorium('RW')).toEqual({ value: 'no' })
  expect(moratorium('LR')).toEqual({ value: 'no' })
  expect(moratorium('RW', undefined, '2009-07-23')).toMatchObject({ value: 'yes' })
  expect(moratorium('ZW')).toEqual({ value: 'yes', on: '2009-07-23', unverified: true })
})

test('a country that is on no list is free while the list is not due for review, and unknown after', () => {
  expect(moratorium('KE')).toEqual({ value: 'no' })
  expect(moratorium('KE', undefined, '2027-02-22')).toEqual({ value: 'no' })
  expect(moratorium('KE', undefined, '2027-02-23')).toEqual({ value: 'unknown', overdue: true })
})

/** Does the list of moratoria leave open whether this country is free of one? */
function unconfirmed(destination: string, place?: string, on = '2026-11-22', text: 'verified' | 'unverified' = 'unverified'): Reading {
  const book = shippedBook()
  return readInstruments('moratorium-list-unconfirmed', nobody, destination, place, day(on), { ...book, lists: book.lists.map((list) => ({ ...list, text })) })
}

test('that a country is missing from a list which nobody has read does not show that it is free', () => {
  expect(shippedBook().lists.map(({ text }) => text)).not.toContain('verified')
  expect(unconfirmed('KE')).toEqual({ value: 'yes', on: '2026-11-22' })
  expect(unconfirmed('KE', undefined, '2027-02-22')).toEqual({ value: 'yes', on: '2026-11-22' })
  // A moratorium that was lifted in 2009 may have been imposed again, and West Bank lies outside only one of them.
  expect(unconfirmed('RW')).toEqual({ value: 'yes', on: '2026-11-22' })
  expect(unconfirmed('PS', 'West Bank')).toEqual({ value: 'yes', on: '2026-11-22' })
  expect(unconfirmed('KE', undefined, '2026-05-01')).toEqual({ value: 'yes', on: '2026-05-01' })
})

test('what is listed needs no look-up, a list that was read needs none, and past its day of review nobody knows', () => {
  expect(unconfirmed('IR')).toEqual({ value: 'no' })
  expect(unconfirmed('UA')).toEqual({ value: 'no' })
  expect(unconfirmed('KE', undefined, '2026-11-22', 'verified')).toEqual({ value: 'no' })
  expect(unconfirmed('KE', undefined, '2027-02-23')).toEqual({ value: 'unknown', overdue: true })
  expect(unconfirmed('KE', undefined, '2027-02-23', 'verified')).toEqual({ value: 'unknown', overdue: true })
})

test('a nationality that is missing from a list of the United States which nobody has read is unknown', () => {
  const kenyan = { nationalities: [{ country: 'KE', basis: 'own-document', on: day('2026-01-01'), source: 'Sample passport' }] } as const
  const book = shippedBook()
  const read = (text: 'verified' | 'unverified') => readInstruments('deferred-enforced-departure-in-force', kenyan, 'KE', undefined, day('2026-11-22'), { ...book, lists: book.lists.map((list) => ({ ...list, text })) })
  expect(read('unverified')).toEqual({ value: 'unknown' })
  expect(read('verified')).toEqual({ value: 'no' })
})

test('past its day of review nobody knows about a country that is on the list either', () => {
  expect(moratorium('IR', undefined, '2027-02-22')).toMatchObject({ value: 'yes' })
  expect(moratorium('IR', undefined, '2027-02-23')).toEqual({ value: 'unknown', overdue: true })
})

test('where only parts of a country are named, the place decides, and a place nobody knows is unknown', () => {
  expect(moratorium('SO')).toEqual({ value: 'unknown' })
  expect(moratorium('SO', 'Mogadishu')).toMatchObject({ value: 'yes', unverified: true })
  expect(moratorium('SO', ' mogadishu ')).toMatchObject({ value: 'yes' })
  expect(moratorium('SO', 'Bari')).toEqual({ value: 'no' })
  expect(moratorium('PS', 'Gaza Strip')).toMatchObject({ value: 'yes' })
  expect(moratorium('PS', 'West Bank')).toEqual({ value: 'no' })
})

test('another spelling of a place inside does not pass for a place outside', () => {
  expect(moratorium('SO', 'Muqdisho')).toEqual({ value: 'unknown' })
  expect(moratorium('SO', 'Lower Shabelle')).toEqual({ value: 'unknown' })
})

test('it begins on its first day and is over the day after its last', () => {
  const dated = [{ startsOn: day('2026-03-01'), endsOn: { day: day('2026-05-31'), text: 'verified' } }] as const
  expect(withInstruments(dated, {}, '2026-02-28')).toEqual({ value: 'no' })
  expect(withInstruments(dated, {}, '2026-03-01')).toEqual({ value: 'yes', on: '2026-03-01' })
  expect(withInstruments(dated, {}, '2026-05-31')).toEqual({ value: 'yes', on: '2026-03-01' })
  expect(withInstruments(dated, {}, '2026-06-01')).toEqual({ value: 'no' })
})

test.each(['unverified', 'draft'] as const)('an end whose text is %s does not open', (text) => {
  expect(withInstruments([{ endsOn: { day: day('2026-05-31'), text } }], {}, '2026-06-01')).toEqual({ value: 'yes', on: '2026-03-01' })
})

test('of two in force, one that was read counts before one that was told, and then the later', () => {
  expect(withInstruments([{ text: 'unverified', startsOn: day('2026-05-01') }, {}], {}, '2026-06-01')).toEqual({ value: 'yes', on: '2026-03-01' })
  expect(withInstruments([{}, { startsOn: day('2026-04-01') }], {}, '2026-06-01')).toEqual({ value: 'yes', on: '2026-04-01' })
})

test('one that is due for review does not hide another that is in force', () => {
  expect(withInstruments([{ reviewBy: day('2026-05-01') }, { startsOn: day('2026-04-01') }], {}, '2026-06-01')).toEqual({ value: 'yes', on: '2026-04-01' })
  expect(withInstruments([{ reviewBy: day('2026-05-01') }], {}, '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
})

test('one that has not begun says nothing, and one that will end after it began has not ended', () => {
  expect(withInstruments([{}], {}, '2026-02-28')).toEqual({ value: 'no' })
  const coming: Instrument = { ...sample, kind: 'tps', jurisdiction: 'US', startsOn: day('2026-07-01'), endsOn: { day: day('2026-12-01'), text: 'verified' } }
  const list: InstrumentList = { kind: 'tps', jurisdiction: 'US', text: 'verified', source: 'Sample list', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31') }
  const kenyan = { nationalities: [{ country: 'KE', basis: 'own-document', on: day('2026-01-01'), source: 'Sample passport' }] } as const
  expect(readInstruments('tps-designation-ended', kenyan, 'GH', undefined, day('2026-06-01'), { ...shippedBook(), lists: [list], instruments: [coming] })).toEqual({ value: 'no' })
})

test('what is unknown for its place is called overdue only when it is', () => {
  const part = { country: 'KE', parts: ['Sample Part'] } as const
  expect(withInstruments([{ place: part, reviewBy: day('2026-06-01') }], {}, '2026-06-01')).toEqual({ value: 'unknown' })
  expect(withInstruments([{ place: part }, { place: part, reviewBy: day('2026-05-31') }], {}, '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
})

test('without a start that anybody knows, it is in force since the first day on which a source shows it, or since today', () => {
  const { startsOn: _, ...undated } = sample
  const book: LawBook = { ...shippedBook(), instruments: [undated] }
  const read = (on: string, instruments: readonly Instrument[]) => readInstruments('moratorium', nobody, 'KE', undefined, day(on), { ...book, instruments })
  expect(read('2020-01-01', [undated])).toEqual({ value: 'yes', on: '2020-01-01' })
  expect(read('2026-06-01', [{ ...undated, knownInForceOn: day('2026-05-01') }])).toEqual({ value: 'yes', on: '2026-05-01' })
  expect(read('2026-04-01', [{ ...undated, knownInForceOn: day('2026-05-01') }])).toEqual({ value: 'yes', on: '2026-04-01' })
})

test('without any list nobody knows whether it is complete', () => {
  expect(withInstruments([], 'no list', '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
  expect(withInstruments([], { jurisdiction: 'US' }, '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
  expect(withInstruments([], { kind: 'tps' }, '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
  expect(withInstruments([], { reviewBy: day('2026-05-31') }, '2026-06-01')).toEqual({ value: 'unknown', overdue: true })
})

test('instruments of the other country, and of another kind, say nothing', () => {
  expect(withInstruments([{ jurisdiction: 'US' }, { kind: 'tps' }], {}, '2026-06-01')).toEqual({ value: 'no' })
})

test('a designation of a nationality is read for each nationality of the person', () => {
  const designation: Instrument = { ...sample, kind: 'tps', jurisdiction: 'US', endsOn: { day: day('2026-05-31'), text: 'verified' } }
  const list: InstrumentList = { kind: 'tps', jurisdiction: 'US', text: 'verified', source: 'Sample list', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31') }
  const read = (countries: readonly string[], instruments: readonly Instrument[] = [designation]) => readInstruments('tps-designation-ended', {
    nationalities: countries.map((country) => ({ country, basis: 'own-document', on: day('2026-01-01'), source: 'Sample passport' })),
  }, 'GH', undefined, day('2026-06-01'), { ...shippedBook(), lists: [list], instruments })
  expect(read(['KE'])).toEqual({ value: 'yes', on: '2026-05-31' })
  expect(read(['KE', 'GH'])).toEqual({ value: 'yes', on: '2026-05-31' })
  expect(read(['GH'])).toEqual({ value: 'no' })
  expect(read([])).toEqual({ value: 'unknown' })
  expect(read(['KE', 'GH'], [designation, { ...sample, kind: 'tps', jurisdiction: 'US', place: { country: 'GH' } }])).toEqual({ value: 'no' })
  expect(read(['KE', 'GH'], [designation, { ...sample, kind: 'tps', jurisdiction: 'US', place: { country: 'GH' }, reviewBy: day('2026-05-01') }])).toEqual({ value: 'unknown', overdue: true })
})

test('a fact that no instrument says anything about is unknown', () => {
  expect(readInstruments('prra-notified', nobody, 'KE', undefined, day('2026-06-01'), shippedBook())).toEqual({ value: 'unknown' })
})

test('some gate’s fact asks about each kind of instrument that the law book takes, and about no other', () => {
  const computed = (Object.keys(facts) as FactCode[]).filter((fact) => factDefinition(fact).computed === 'instruments')
  const read = (instruments: readonly Instrument[]) => computed.map((fact) => readInstruments(fact, { nationalities: [{ country: 'KE', basis: 'own-document', on: day('2026-01-01'), source: 'Sample' }] }, 'KE', undefined, day('2026-11-22'), { ...shippedBook(), lists: [], instruments }))
  const matters = (['CA', 'US'] as const).flatMap((jurisdiction) => (['moratorium', 'tps', 'ded', 'third-country-policy'] as const)
    .filter((kind) => JSON.stringify(read([{ ...sample, kind, jurisdiction }])) !== JSON.stringify(read([]))).map((kind) => `${jurisdiction} ${kind}`))
  expect(matters).toEqual(Object.entries(askedInstruments).flatMap(([jurisdiction, kinds]) => kinds.map((kind) => `${jurisdiction} ${kind}`)))
})

test('of two that were read the later counts, in whatever order they are listed', () => {
  const two = [{ startsOn: day('2026-03-01') }, { startsOn: day('2026-04-01') }]
  for (const instruments of [two, two.toReversed()]) expect(withInstruments(instruments, {}, '2026-06-01')).toEqual({ value: 'yes', on: '2026-04-01' })
})

test('a policy about third countries is in force wherever the person would go', () => {
  const policy: Instrument = { ...sample, kind: 'third-country-policy', jurisdiction: 'US', place: { country: 'US' } }
  const list: InstrumentList = { kind: 'third-country-policy', jurisdiction: 'US', text: 'verified', source: 'Sample list', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31') }
  const read = (on: string) => readInstruments('third-country-policy-in-force', nobody, 'KE', undefined, day(on), { ...shippedBook(), lists: [list], instruments: [policy] })
  expect([read('2026-02-28'), read('2026-03-01')]).toEqual([{ value: 'no' }, { value: 'yes', on: '2026-03-01' }])
})

test('protection that ended with several designations ended with the last of them', () => {
  const ended = (country: string, on: string): Instrument => ({ ...sample, kind: 'tps', jurisdiction: 'US', place: { country }, startsOn: day('2020-01-01'), endsOn: { day: day(on), text: 'verified' } })
  const list: InstrumentList = { kind: 'tps', jurisdiction: 'US', text: 'verified', source: 'Sample list', checkedOn: day('2026-01-01'), reviewBy: day('2026-12-31') }
  const read = (countries: readonly string[], instruments: readonly Instrument[]) => readInstruments('tps-designation-ended', { nationalities: countries.map((country) => ({ country, basis: 'own-document', on: day('2026-01-01'), source: 'Sample passport' })) }, 'GH', undefined, day('2026-06-01'), { ...shippedBook(), lists: [list], instruments })
  const [early, late, elsewhere] = [ended('KE', '2024-05-31'), ended('KE', '2026-05-31'), ended('GH', '2025-05-31')]
  for (const instruments of [[early, late], [late, early]]) expect(read(['KE'], instruments)).toEqual({ value: 'yes', on: '2026-05-31' })
  for (const countries of [['KE', 'GH'], ['GH', 'KE']]) expect(read(countries, [late, elsewhere])).toEqual({ value: 'yes', on: '2026-05-31' })
})

test('it matters which part of a country is meant while an instrument of that kind and authority names parts of it', () => {
  const parts: Instrument = { ...sample, place: { country: 'KE', parts: ['Sample Part'] }, endsOn: { day: day('2026-05-31'), text: 'verified' } }
  const partly = (one: Partial<Instrument>, country = 'KE', on = '2026-05-31') => placesNamed('moratorium', 'CA', country, day(on), { ...shippedBook(), instruments: [{ ...sample, place: { country: 'ET' } }, { ...parts, ...one }] }).length > 0
  expect(partly({})).toBe(true)
  expect([partly({ kind: 'tps' }), partly({ jurisdiction: 'US' }), partly({}, 'ET'), partly({ place: { country: 'KE' } }), partly({}, 'KE', '2026-06-01'), partly({}, 'KE', '2026-02-28')]).toEqual(Array.from({ length: 6 }, () => false))
})
