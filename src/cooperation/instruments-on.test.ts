import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { Instrument } from '../law/instrument.ts'
import { instrumentsOn } from './instruments-on.ts'

const day = (text: string) => text as PlainDate
const one = (change: Partial<Instrument>): Instrument => ({ code: 'c', kind: 'moratorium', jurisdiction: 'CA', title: { en: 'Sample', fr: 'Exemple' }, place: { country: 'GH' }, legalBasis: 'x', startsOn: day('2026-01-01'), text: 'verified', source: 'x', checkedOn: day('2026-01-01'), reviewBy: day('2026-06-01'), ...change })
const standing = (change: Partial<Instrument>, on = '2026-03-02') => instrumentsOn({ instruments: [one(change)] }, 'GH', day(on)).map((found) => found.standing)

test('a moratorium is in force between its days, and an end that nobody verified ends nothing for certain', () => {
  expect(standing({})).toEqual(['in-force'])
  expect(standing({}, '2025-12-31')).toEqual(['to-come'])
  expect(standing({ endsOn: { day: day('2026-03-02'), text: 'verified' } })).toEqual(['in-force'])
  expect(standing({ endsOn: { day: day('2026-03-01'), text: 'verified' } })).toEqual(['over'])
  expect(standing({ endsOn: { day: day('2026-03-01'), text: 'unverified' } })).toEqual(['may-be-in-force'])
  expect(standing({ text: 'unverified' })).toEqual(['may-be-in-force'])
})

test('another country’s, and a policy on third countries, are not this country’s', () => {
  expect(standing({ place: { country: 'KE' } })).toEqual([])
  expect(standing({ kind: 'third-country-policy' })).toEqual([])
})

test('what is in force stands before what is over', () => {
  const list = [one({ code: 'over', endsOn: { day: day('2026-02-01'), text: 'verified' } }), one({ code: 'maybe', text: 'unverified' }), one({ code: 'now' })]
  expect(instrumentsOn({ instruments: list }, 'GH', day('2026-03-02')).map(({ instrument }) => instrument.code)).toEqual(['now', 'maybe', 'over'])
})
