import { expect, test } from 'vitest'
import type { FactCode } from '../law/facts.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { day, given, opened, refusalOf, today } from './case-for-tests.ts'
import type { Command } from './command.ts'
import { readDestinationOpen, searchOfCase } from './read-destination.ts'

const book = shippedBook()
const clause = (section: string) => `us-8usc-1231-${section}`
const fact = (code: FactCode, value: 'yes' | 'no' = 'yes', more: { readonly destination?: string; readonly on?: string } = {}): Command => {
  const { destination, on = '2026-03-01' } = more
  return { kind: 'record-fact', factId: `${code} ${destination ?? ''} ${on}`, fact: code, value, on: day(on), ...(destination === undefined ? {} : { destination }), source: 'file' }
}
const proposed = (destination: string, section: string, on = '2026-03-02'): Command => ({ kind: 'propose-destination', destination, clause: clause(section), on: day(on), source: 'hearing' })
const asked = (commands: readonly Command[]) => given([{ ...opened, jurisdiction: 'US' }, ...commands]).state
const reading = (commands: readonly Command[], destination = 'SO', on = today) => readDestinationOpen(asked(commands), destination, on, book)

const elsewhere = fact('proceedings-begun-on-arrival', 'no')
const onArrival = fact('proceedings-begun-on-arrival')
const designatedNone = fact('no-country-designated')
const home = proposed('SO', 'b-2-D')

test('whether a country is open is not known while nobody knows on which ladder the case stands', () => {
  expect(reading([designatedNone, home])).toEqual({ value: 'unknown' })
  expect(searchOfCase(asked([designatedNone, home]), today, book).candidates).toMatchObject([{ standing: 'no-such-clause', open: false }])
})

test('the country of nationality is open once it is recorded that none was designated; a country that nobody proposed is not', () => {
  expect(reading([elsewhere, designatedNone, home])).toEqual({ value: 'yes', on: today })
  expect(reading([elsewhere, home])).toEqual({ value: 'no' })
  expect(reading([elsewhere, fact('no-country-designated', 'no'), home])).toEqual({ value: 'no' })
  expect(reading([elsewhere, designatedNone, home], 'KE')).toEqual({ value: 'no' })
})

test('proceedings that began on arrival have a ladder of their own', () => {
  const boarded = proposed('TR', 'b-1-A')
  expect([reading([onArrival, boarded], 'TR'), reading([elsewhere, boarded], 'TR')]).toEqual([{ value: 'yes', on: today }, { value: 'no' }])
  expect(reading([onArrival, designatedNone, home])).toEqual({ value: 'no' })
})

test('what is proposed counts from its day on, and not before', () => {
  const commands = [elsewhere, designatedNone, proposed('SO', 'b-2-D', '2026-05-20')]
  expect([day('2026-05-19'), day('2026-05-20')].map((on) => reading(commands, 'SO', on).value)).toEqual(['no', 'yes'])
})

test.each(['withholding-granted', 'cat-withholding-granted', 'cat-deferral-granted'] as const)('%s for a country ends its turn, and no other’s', (protection) => {
  const two = [elsewhere, designatedNone, home, proposed('KE', 'b-2-D')]
  expect([reading(two, 'SO').value, reading(two, 'KE').value]).toEqual(['yes', 'yes'])
  const withheld = [...two, fact(protection, 'yes', { destination: 'SO' })]
  expect([reading(withheld, 'SO').value, reading(withheld, 'KE').value]).toEqual(['no', 'yes'])
  expect(searchOfCase(asked(withheld), today, book).candidates.map(({ standing }) => standing)).toEqual(['barred', 'in-turn'])
})

test('a country whose withholding was terminated has its turn again', () => {
  const granted = fact('withholding-granted', 'yes', { destination: 'SO' })
  const terminated = fact('withholding-terminated', 'yes', { destination: 'SO', on: '2026-05-01' })
  expect([[granted], [granted, terminated]].map((more) => reading([elsewhere, designatedNone, home, ...more]).value)).toEqual(['no', 'yes'])
})

test('a country is proposed under a clause of 8 USC 1231(b) only: under any other it would never have its turn', () => {
  const propose: Command = { ...home, clause: '(b)(2)(D)' } as Command
  expect(refusalOf(propose, given([{ ...opened, jurisdiction: 'US' }]))).toMatchObject({ code: 'not-in-list', field: 'clause', value: '(b)(2)(D)' })
})
