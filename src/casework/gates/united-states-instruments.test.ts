// Designations and deferrals are asked by nationality; only an end that was applied, and read, ends anything.
import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Instrument } from '../../law/instrument.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { readInstruments } from '../read-instruments.ts'

const day = (text: string) => text as PlainDate
const nationals = (...countries: readonly string[]) => ({ nationalities: countries.map((country) => ({ country, basis: 'own-document' as const, on: day('2026-01-01'), source: 'passport' })) })

function designationEnded(countries: readonly string[], on = '2026-11-22', book: LawBook = shippedBook()) {
  return readInstruments('tps-designation-ended', nationals(...countries), 'XK', undefined, day(on), book)
}

function withEnd(code: string, endsOn: Instrument['endsOn']): LawBook {
  const book = shippedBook()
  return { ...book, instruments: book.instruments.map((one) => (one.code === code ? { ...one, ...(endsOn ? { endsOn } : {}) } : one)) }
}

test('an applied end that was only transcribed ends no designation', () => {
  expect(designationEnded(['HT'])).toEqual({ value: 'no' })
})

test('the end in a notice ends nothing', () => {
  const haiti = shippedBook().instruments.find(({ code }) => code === 'us-tps-ht')
  expect(haiti).toMatchObject({ noticedEndOn: '2026-02-03', endsOn: { day: '2026-07-27', text: 'unverified' } })
})

test('an applied end that two people read ends the designation on the day after', () => {
  const book = withEnd('us-tps-ht', { day: day('2026-07-27'), text: 'verified' })
  expect(designationEnded(['HT'], '2026-07-27', book)).toEqual({ value: 'no' })
  expect(designationEnded(['HT'], '2026-07-28', book)).toEqual({ value: 'yes', on: '2026-07-27' })
})

test('of two designations of one country, and of two nationalities, each must have ended', () => {
  const one = withEnd('us-tps-ve-2023', { day: day('2025-10-03'), text: 'verified' })
  expect(designationEnded(['VE'], '2026-11-22', one)).toEqual({ value: 'no' })
  const haiti = withEnd('us-tps-ht', { day: day('2026-07-27'), text: 'verified' })
  expect(designationEnded(['HT', 'VE'], '2026-11-22', haiti)).toEqual({ value: 'no' })
})

test('a country that was never designated has no designation that ended, and without a nationality nobody knows', () => {
  // The list was not read in an authority's own words, so a nationality that is missing from it is not shown to be free.
  expect(designationEnded(['FR'])).toEqual({ value: 'unknown' })
  expect(designationEnded([])).toEqual({ value: 'unknown' })
})

test('past its day of review nobody knows whether a designation ended', () => {
  expect(designationEnded(['LB'], '2026-11-27')).toEqual({ value: 'no' })
  expect(designationEnded(['LB'], '2026-11-28')).toEqual({ value: 'unknown', overdue: true })
  expect(designationEnded(['FR'], '2026-12-23')).toEqual({ value: 'unknown', overdue: true })
})

test('deferred enforced departure whose end nobody read is in force, unverified; elsewhere there is none', () => {
  const deferral = (...countries: readonly string[]) => readInstruments('deferred-enforced-departure-in-force', nationals(...countries), 'XK', undefined, day('2026-11-22'), shippedBook())
  expect(deferral('PS')).toMatchObject({ value: 'yes', unverified: true })
  expect(deferral('HK')).toMatchObject({ value: 'yes', unverified: true })
  expect(deferral('FR')).toEqual({ value: 'unknown' })
  expect(deferral('CN')).toEqual({ value: 'unknown' })
})
