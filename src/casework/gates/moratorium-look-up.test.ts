import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import { applyUpdate } from '../../law/law-update.ts'
import { shippedBook } from '../../law/shipped-book.ts'
import { given, opened } from '../case-for-tests.ts'
import type { Command } from '../command.ts'
import { decideStep } from '../decide-step.ts'
import { readerOf } from '../read-case.ts'
import { heldBy, holdsOf } from './ask-for-tests.ts'
import { moratoriumLookUp } from './moratorium-look-up.ts'

const listed = '2026-11-22'
const unlisted = { 'moratorium-list-unconfirmed': listed } as const

test('a country that no confirmed list names is held until somebody looked it up', () => {
  expect(heldBy(moratoriumLookUp, unlisted)).toEqual(['ca-irpr-230-unlisted'])
  expect(heldBy(moratoriumLookUp, { 'moratorium-list-unconfirmed': 'unknown' })).toEqual(['ca-irpr-230-unlisted'])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'absence-of-moratorium-confirmed': 'unknown' })).toEqual(['ca-irpr-230-unlisted'])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'absence-of-moratorium-confirmed': listed })).toEqual([])
  expect(heldBy(moratoriumLookUp, {})).toEqual([])
  expect(holdsOf(moratoriumLookUp, unlisted)[0]).toMatchObject({ reach: 'destination', text: 'unverified' })
})

test('a look-up from before the list was last checked, or more than thirty days old, opens nothing', () => {
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'absence-of-moratorium-confirmed': '2026-11-21' })).toEqual(['ca-irpr-230-unlisted'])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'absence-of-moratorium-confirmed': listed }, '2026-12-22')).toEqual([])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'absence-of-moratorium-confirmed': listed }, '2026-12-23')).toEqual(['ca-irpr-230-unlisted'])
})

test('nobody to whom no moratorium applies needs a look-up; consent is to a moratorium that is known', () => {
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'inadmissible-security': '2020-01-01' })).toEqual([])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'inadmissible-security': 'unknown' })).toEqual(['ca-irpr-230-unlisted'])
  expect(heldBy(moratoriumLookUp, { ...unlisted, 'consented-to-moratorium-place': '2026-11-22' })).toEqual(['ca-irpr-230-unlisted'])
})

const day = '2026-11-25' as PlainDate

/** Which of the two gates hold a contact with this country, when somebody recorded its absence from every list of moratoria. */
function heldContact(destination: string, book: LawBook = shippedBook(), value: 'yes' | 'no' = 'yes'): readonly string[] {
  const lookUp: Command = { kind: 'record-fact', factId: 'f1', fact: 'absence-of-moratorium-confirmed', value, on: day, destination, source: 'sample page' }
  const { state } = given([opened, [lookUp, { today: day }]])
  const { gates } = decideStep({ jurisdiction: 'CA', step: 'contact', day, book, read: readerOf(state, destination, undefined, day, book) })
  return gates.filter(({ gate, holds }) => gate.startsWith('moratorium') && holds.some(({ opensWhen, reason }) => reason === 'so' || opensWhen.length > 0)).map(({ gate }) => gate)
}

test('a look-up never lifts a moratorium that is listed, whether its text was read or only told', () => {
  expect(heldContact('IR')).toEqual(['moratorium'])
  expect(heldContact('UA')).toEqual(['moratorium'])
})

test('it opens a country that is on no list, unless what was found is a moratorium', () => {
  expect(heldContact('KE')).toEqual([])
  expect(heldContact('KE', shippedBook(), 'no')).toEqual(['moratorium-look-up'])
})

test('once two people made the list a read one, no look-up is needed', () => {
  const list = { kind: 'moratorium', jurisdiction: 'CA', text: 'verified', source: 'Sample page of the agency', checkedOn: day, reviewBy: '2027-01-01' as PlainDate } as const
  const book = applyUpdate(shippedBook(), { format: 'comity-law-update/1', title: { en: 'Sample', fr: 'Exemple' }, source: 'Sample', add: {}, replace: { lists: [list] } })
  expect(heldContact('KE', book, 'no')).toEqual([])
})

test('somebody must say which country was looked up', () => {
  expect(() => given([opened, [{ kind: 'record-fact', factId: 'f1', fact: 'absence-of-moratorium-confirmed', value: 'yes', on: day, source: 'sample page' }, { today: day }]])).toThrow('refused')
})
