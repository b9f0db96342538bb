import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { factDefinition, facts, isFactCode, type FactCode } from '../law/facts.ts'
import type { FactRecord, FactValue } from './fact-record.ts'
import { readFact } from './read-facts.ts'

const day = (text: string) => text as PlainDate
const today = day('2026-06-01')

/** Any fact of this kind: what is tested here holds for all of them. */
function someFact(kind: 'happening' | 'state', about: 'person' | 'destination'): FactCode {
  const code = Object.keys(facts).filter(isFactCode).find((one) => factDefinition(one).kind === kind && factDefinition(one).about === about)
  if (code === undefined) throw new Error(`no ${kind} about a ${about}`)
  return code
}

const happening = someFact('happening', 'person')
const happeningThere = someFact('happening', 'destination')
const state = someFact('state', 'person')
const stateThere = someFact('state', 'destination')

let number = 0
function record(fact: FactCode, value: FactValue, on: string, more: Partial<FactRecord> = {}): FactRecord {
  number += 1
  return { id: `r${number}`, fact, value, on: day(on), source: 'file', recordedAt: `2026-01-01T00:00:00.${String(number).padStart(3, '0')}Z`, ...more }
}
const read = (records: readonly FactRecord[], fact: FactCode, on = today) => readFact(records, fact, 'SO', on)

test('what nobody recorded is unknown', () => {
  expect(read([], happening)).toEqual({ value: 'unknown' })
  expect(read([record(happeningThere, 'yes', '2026-01-01', { destination: 'SO' })], happening)).toEqual({ value: 'unknown' })
})

test('what is true from a later day is not true yet; on the day itself it is', () => {
  const records = [record(happening, 'yes', '2026-06-01')]
  expect(read(records, happening, day('2026-05-31'))).toEqual({ value: 'unknown' })
  expect(read(records, happening)).toEqual({ value: 'yes', on: '2026-06-01' })
})

test('a corrected record no longer counts, nor does a correction that was corrected', () => {
  const wrong = record(happening, 'yes', '2026-01-01')
  const right = record(happening, 'no', '2026-02-01', { corrects: wrong.id })
  const rightAfterAll = record(happening, 'yes', '2026-01-05', { corrects: right.id })
  expect(read([wrong, right], happening)).toEqual({ value: 'no' })
  expect(read([wrong, right, rightAfterAll], happening)).toEqual({ value: 'yes', on: '2026-01-05' })
})

test('what happened twice counts from the latest day, in whatever order it was recorded', () => {
  const [second, first] = [record(happening, 'yes', '2026-03-01'), record(happening, 'yes', '2026-01-01')]
  expect(read([second, first], happening)).toEqual({ value: 'yes', on: '2026-03-01', again: true })
})

test('"had not happened by then" contradicts what had, and is no contradiction of what came later', () => {
  expect(read([record(happening, 'yes', '2026-01-01'), record(happening, 'no', '2026-02-01')], happening)).toEqual({ value: 'conflict' })
  expect(read([record(happening, 'no', '2026-01-01'), record(happening, 'yes', '2026-02-01')], happening)).toEqual({ value: 'yes', on: '2026-02-01' })
})

test('on one day, "not yet" may be followed by "it happened"; the other way round is a contradiction', () => {
  expect(read([record(happening, 'no', '2026-01-01'), record(happening, 'yes', '2026-01-01')], happening)).toEqual({ value: 'yes', on: '2026-01-01' })
  expect(read([record(happening, 'yes', '2026-01-01'), record(happening, 'no', '2026-01-01')], happening)).toEqual({ value: 'conflict' })
})

test('a doubt that is as late as what is known, or later, makes it unknown', () => {
  expect(read([record(happening, 'yes', '2026-01-01'), record(happening, 'unknown', '2026-01-01')], happening)).toEqual({ value: 'unknown' })
  expect(read([record(happening, 'unknown', '2026-01-01'), record(happening, 'yes', '2026-02-01')], happening)).toEqual({ value: 'yes', on: '2026-02-01' })
})

test('a happening recorded for every destination happened for this one: a later "no" about this one contradicts it', () => {
  expect(read([record(happeningThere, 'yes', '2026-01-01'), record(happeningThere, 'no', '2026-02-01', { destination: 'SO' })], happeningThere)).toEqual({ value: 'conflict' })
  expect(read([record(happeningThere, 'yes', '2026-01-01', { destination: 'SO' }), record(happeningThere, 'yes', '2026-02-01')], happeningThere)).toEqual({ value: 'yes', on: '2026-02-01', again: true })
  expect(read([record(happeningThere, 'no', '2026-01-01'), record(happeningThere, 'yes', '2026-02-01', { destination: 'SO' })], happeningThere)).toEqual({ value: 'yes', on: '2026-02-01' })
})

test('what is about another destination says nothing of this one', () => {
  expect(read([record(happeningThere, 'yes', '2026-01-01', { destination: 'KE' })], happeningThere)).toEqual({ value: 'unknown' })
  expect(read([record(stateThere, 'no', '2026-01-01', { destination: 'KE' })], stateThere)).toEqual({ value: 'unknown' })
})

test('the latest day of a state decides', () => {
  expect(read([record(state, 'yes', '2026-01-01'), record(state, 'no', '2026-02-01')], state)).toEqual({ value: 'no' })
  expect(read([record(state, 'no', '2026-02-01'), record(state, 'yes', '2026-03-01')], state)).toEqual({ value: 'yes', on: '2026-03-01' })
})

test('a state that is recorded anew began anew: an ending between the two does not lift it', () => {
  expect(read([record(state, 'yes', '2018-01-01'), record(state, 'yes', '2020-01-01')], state)).toEqual({ value: 'yes', on: '2020-01-01', again: true })
})

test('yes and no from the same day contradict each other', () => {
  expect(read([record(state, 'yes', '2026-01-01'), record(state, 'no', '2026-01-01')], state)).toEqual({ value: 'conflict' })
})

test('a doubt of the same day is settled by what was recorded after it, and unsettles what was recorded before', () => {
  expect(read([record(state, 'unknown', '2026-01-01'), record(state, 'no', '2026-01-01')], state)).toEqual({ value: 'no' })
  expect(read([record(state, 'no', '2026-01-01'), record(state, 'unknown', '2026-01-01')], state)).toEqual({ value: 'unknown' })
})

test('a state of this destination may be told apart from that of all others later, not at the same time and not earlier', () => {
  const general = record(stateThere, 'yes', '2026-02-01')
  expect(read([general, record(stateThere, 'no', '2026-03-01', { destination: 'SO' })], stateThere)).toEqual({ value: 'no' })
  expect(read([general, record(stateThere, 'no', '2026-02-01', { destination: 'SO' })], stateThere)).toEqual({ value: 'conflict' })
  expect(read([general, record(stateThere, 'no', '2026-01-01', { destination: 'SO' })], stateThere)).toEqual({ value: 'conflict' })
})

test('"nowhere", said later, does not silently lift what was recorded for this very destination', () => {
  expect(read([record(stateThere, 'yes', '2026-01-01', { destination: 'SO' }), record(stateThere, 'no', '2026-02-01')], stateThere)).toEqual({ value: 'conflict' })
})

test('doubt about one of the two is doubt, and no contradiction', () => {
  expect(read([record(stateThere, 'unknown', '2026-01-01', { destination: 'SO' }), record(stateThere, 'no', '2026-02-01')], stateThere)).toEqual({ value: 'unknown' })
  expect(read([record(stateThere, 'no', '2026-01-01', { destination: 'SO' }), record(stateThere, 'unknown', '2026-02-01')], stateThere)).toEqual({ value: 'unknown' })
})

test('a contradiction about all destinations is one about this destination', () => {
  const contradiction = [record(stateThere, 'yes', '2026-01-01'), record(stateThere, 'no', '2026-01-01')]
  expect(read([...contradiction, record(stateThere, 'no', '2026-02-01', { destination: 'SO' })], stateThere)).toEqual({ value: 'conflict' })
})

test('said for all and for this one, a state holds since the later of the two', () => {
  expect(read([record(stateThere, 'yes', '2026-01-01', { destination: 'SO' }), record(stateThere, 'yes', '2026-02-01')], stateThere)).toEqual({ value: 'yes', on: '2026-02-01', again: true })
  expect(read([record(stateThere, 'yes', '2026-02-01', { destination: 'SO' }), record(stateThere, 'yes', '2026-01-01')], stateThere)).toEqual({ value: 'yes', on: '2026-02-01', again: true })
})

describe('of a fact about a part of a country', () => {
  const consent = 'consented-to-moratorium-place'
  const placed = (value: FactValue, on: string, place?: string) => record(consent, value, on, { destination: 'SO', ...(place === undefined ? {} : { place }) })
  const at = (records: readonly FactRecord[], name: string | undefined, partly = true) => readFact(records, consent, 'SO', today, { place: { name, partly } }).value

  test('a yes about one place says nothing of another, nor of a journey to no named place', () => {
    const records = [placed('yes', '2026-01-01', 'Sampletown')]
    expect([at(records, 'Sampletown'), at(records, ' sampleTOWN '), at(records, 'Exampleville'), at(records, undefined)]).toEqual(['yes', 'yes', 'unknown', 'unknown'])
  })

  test('a yes about the country as a whole counts where the country is one, and not where its parts are told apart', () => {
    const records = [placed('yes', '2026-01-01')]
    expect([at(records, 'Sampletown', false), at(records, undefined, false), at(records, 'Sampletown'), at(records, undefined)]).toEqual(['yes', 'yes', 'unknown', 'unknown'])
  })

  test('a later word about the whole contradicts what was said of the place; a later word about the place stands', () => {
    expect(at([placed('no', '2026-01-01', 'Sampletown'), placed('yes', '2026-02-01')], 'Sampletown', false)).toBe('conflict')
    expect(at([placed('yes', '2026-01-01', 'Sampletown'), placed('no', '2026-02-01')], 'Sampletown')).toBe('conflict')
    expect(at([placed('yes', '2026-01-01'), placed('no', '2026-02-01', 'Sampletown')], 'Sampletown', false)).toBe('no')
  })

  test('capitals, accents, blanks and hyphens make no other place; where a script writes vowels as marks, they do', () => {
    const same = (one: string, other: string) => at([placed('yes', '2026-01-01', one)], other)
    expect([same('Sample-Town', 'SAMPLETOWN'), same('Exempleville-l’Évêque', 'exempleville l eveque'), same('Sample\u200btown', 'Sample  town')]).toEqual(['yes', 'yes', 'yes'])
    expect([same('कि', 'का'), same('Sampletown', 'Sampletowns')]).toEqual(['unknown', 'unknown'])
  })

  test('a no under a name that nobody knows may be about each place; under the name of a known place it is about that one', () => {
    const named = ['Sampletown', 'Exampleville']
    const later = (place: string, value: FactValue = 'no') => readFact([placed('yes', '2026-01-01', 'Sampletown'), placed(value, '2026-02-01', place)], consent, 'SO', today, { place: { name: 'Sampletown', partly: true, named } }).value
    expect([later('Samplestad'), later('Samplestad', 'unknown'), later('EXAMPLEVILLE'), later('Samplestad', 'yes')]).toEqual(['no', 'unknown', 'yes', 'yes'])
  })

  test('where nobody said to which place, a no about any place is heard', () => {
    expect(at([placed('yes', '2026-01-01'), placed('no', '2026-02-01', 'Sampletown')], undefined, false)).toBe('no')
  })
})

test('only records of days that are still believed count, when that is asked', () => {
  const records = [record(state, 'no', '2026-01-01'), record(state, 'no', '2026-03-01')]
  const since = (first: string) => readFact(records, state, 'SO', today, { believed: (on) => on >= first })
  expect([since('2026-03-01'), since('2026-03-02')]).toEqual([{ value: 'no' }, { value: 'unknown' }])
})

test('what happened after a "not yet" of an earlier day is no contradiction, whichever was written down first', () => {
  const [late, early] = [record(happening, 'yes', '2026-02-01'), record(happening, 'no', '2026-01-01')]
  expect([read([late, early], happening), read([early, late], happening)]).toEqual([{ value: 'yes', on: '2026-02-01' }, { value: 'yes', on: '2026-02-01' }])
})

test('what two people wrote at one moment settles nothing between them', () => {
  const recordedAt = '2026-02-01T00:00:00.000Z'
  expect(read([record(happening, 'no', '2026-01-01', { recordedAt }), record(happening, 'yes', '2026-01-01', { recordedAt })], happening)).toEqual({ value: 'conflict' })
  expect(read([record(state, 'no', '2026-01-01', { recordedAt }), record(state, 'unknown', '2026-01-01', { recordedAt })], state)).toEqual({ value: 'unknown' })
})

test('said for this destination and later for all, a "no" is one', () => {
  expect(read([record(stateThere, 'no', '2026-01-01', { destination: 'SO' }), record(stateThere, 'no', '2026-02-01')], stateThere)).toEqual({ value: 'no' })
})

test('a contradiction about this destination is no mere doubt, though there is doubt about all', () => {
  const contradiction = [record(stateThere, 'yes', '2026-01-01', { destination: 'SO' }), record(stateThere, 'no', '2026-01-01', { destination: 'SO' })]
  expect(read([...contradiction, record(stateThere, 'unknown', '2026-02-01')], stateThere)).toEqual({ value: 'conflict' })
})
