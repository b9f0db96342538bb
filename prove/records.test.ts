import { expect, test } from 'vitest'
import { askGate } from '../src/casework/gate.ts'
import { allGates } from '../src/casework/gates/all.ts'
import { orderKinds } from '../src/casework/lists.ts'
import { readerOf } from '../src/casework/read-case.ts'
import type { CaseState } from '../src/casework/case-state.ts'
import type { PlainDate } from '../src/kernel/day.ts'
import { factDefinition, facts, type FactCode } from '../src/law/facts.ts'
import { shippedBook } from '../src/law/shipped-book.ts'
import { checkInstruments } from './enumeration/instruments.ts'
import { checkAgain, checkDestinations, checkHistories, checkOldNoes, checkPlaces } from './enumeration/records.ts'
import { readyCase, realCode } from './explorer/ready-case.ts'
import { proofDay } from './proof-units.ts'

test('every history of up to three records of a fact reads as a second way of reading says, in whatever order they are kept', () => {
  const { tried, faults } = checkHistories(proofDay)
  expect(faults).toEqual([])
  expect(tried).toBe(2 * (1 + 27 + 27 ** 2 * 4 + 27 ** 3 * 5))
})

test('what is recorded about one destination leaves every other one alone', () => {
  const { tried, faults } = checkDestinations(readyCase(realCode, shippedBook(), 'case-1', 'CA', 'known'), shippedBook(), proofDay)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(500)
})

test.each(['CA', 'US'] as const)('a "no" of long ago is as good as a doubt from the booking on, in %s', (jurisdiction) => {
  const { tried, faults } = checkOldNoes(readyCase(realCode, shippedBook(), 'case-1', jurisdiction, 'known'), shippedBook(), proofDay)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(300)
})

test('consent to a place, and a look-up of one, is about that place and no other', () => {
  const { tried, faults } = checkPlaces(readyCase(realCode, shippedBook(), 'case-1', 'CA', 'known'), shippedBook(), proofDay)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(700)
})

test('what happened more than once opens no gate, and holds some where an ending lies on the day of the last beginning', () => {
  const { faults, closed } = checkAgain(allGates, shippedBook(), proofDay, 100_000, 20_261_122)
  expect(faults).toEqual([])
  expect(closed).toBeGreaterThan(100)
})

test('somebody recorded as a citizen of the removing state is read as one in every case', () => {
  for (const jurisdiction of ['CA', 'US'] as const) {
    const state = readyCase(realCode, shippedBook(), 'case-1', jurisdiction, 'known')
    const reading = (country: string) => readerOf({ ...state, nationalities: [{ country, basis: 'own-statement', on: proofDay, source: 'sample' }] }, 'BR', undefined, proofDay, shippedBook())('recorded-as-own-citizen').value
    expect(['CA', 'US', 'GU', 'BR'].map(reading)).toEqual(jurisdiction === 'CA' ? ['yes', 'no', 'no', 'no'] : ['no', 'yes', 'yes', 'no'])
  }
})

test('instruments and their lists read as a second way of reading says', () => {
  const { tried, faults } = checkInstruments(proofDay)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(50_000)
})

test('an order is enforceable exactly when each gate that can stay it is open', () => {
  const book = shippedBook()
  const state = readyCase(realCode, book, 'case-1', 'CA', 'known')
  // IRPA 48: in force, and not stayed. 49, 50, and the regulations made under 53.
  const codes = ['removal-order', 'order-in-force', 'claimant-order-in-force', 'judicial-decision', 'sentence', 'court-stay', 'moratorium', 'leave-application', 'prra-notification', 'minister-stay', 'restricted-protection']
  const gates = codes.map((code) => allGates.find((gate) => gate.code === code)!)
  const seen = new Set<string>()
  for (const fact of new Set(gates.flatMap((gate) => gate.facts).filter((one) => factDefinition(one).computed === undefined))) {
    for (const value of ['yes', 'no', 'unknown'] as const) {
      const record = { id: 'changed', fact, value, on: proofDay, ...(factDefinition(fact).about === 'destination' ? { destination: 'BR' } : {}), source: 'sample', recordedAt: '2026-11-23T12:00:00.000Z' }
      const read = readerOf({ ...state, facts: [...state.facts.filter((one) => one.fact !== fact), record] }, 'BR', undefined, proofDay, book)
      const allOpen = gates.every((gate) => askGate(gate, { read, day: proofDay, book }).holds.length === 0)
      seen.add(`${allOpen} ${read('removal-order-enforceable').value}`)
    }
  }
  expect([...seen].sort()).toEqual(['false no', 'false unknown', 'true yes'])
})

test('what was recorded while another order stood says nothing about this one', () => {
  const book = shippedBook()
  const state = readyCase(realCode, book, 'case-1', 'CA', 'known')
  const day = (text: string) => text as PlainDate
  const orders: CaseState['orders'] = [
    { orderId: 'first', orderKind: 'deportation-order', madeOn: day('2025-01-10'), source: 'sample', ended: { on: day('2025-06-10'), reason: 'sample' } },
    { orderId: 'second', orderKind: 'deportation-order', madeOn: day('2026-01-10'), source: 'sample' },
  ]
  const ofOrder = (Object.keys(facts) as FactCode[]).filter((fact) => factDefinition(fact).ofOrder)
  expect(ofOrder.length).toBeGreaterThan(0)
  for (const fact of ofOrder) {
    for (const value of ['yes', 'no'] as const) {
      const reading = (on: string) => readerOf({ ...state, orders, facts: [{ id: 'r', fact, value, on: day(on), source: 'sample', recordedAt: '2026-11-23T12:00:00.000Z' }] }, 'BR', undefined, proofDay, book)(fact).value
      expect([fact, reading('2025-03-01'), reading('2026-03-01')]).toEqual([fact, 'unknown', value])
    }
  }
})

test('a claim to protection is never read as none when either record of it says yes, or leaves it in doubt', () => {
  const book = shippedBook()
  const state = readyCase(realCode, book, 'case-1', 'CA', 'known')
  const record = (fact: FactCode, value: 'yes' | 'no' | 'unknown' | 'nothing', on: string): CaseState['facts'] => (value === 'nothing' ? [] : [{ id: fact, fact, value, on: on as PlainDate, source: 'sample', recordedAt: '2026-11-23T12:00:00.000Z' }])
  const all = ['yes', 'no', 'unknown', 'nothing'] as const
  for (const opened of all) {
    for (const made of all) {
      for (const [one, other] of [['2026-02-01', '2026-03-01'], ['2026-03-01', '2026-02-01']] as const) {
        const reading = readerOf({ ...state, facts: [...record('refugee-claim-opened', opened, one), ...record('protection-claim-made', made, other)] }, 'BR', undefined, proofDay, book)('protection-claim-made')
        const some = opened === 'yes' || made === 'yes' || opened === 'unknown' || made === 'unknown' || (opened === 'nothing' && made === 'nothing')
        expect([opened, made, reading.value === 'no']).toEqual([opened, made, !some])
        if (opened === 'yes') expect(reading).toMatchObject({ value: 'yes', on: made === 'yes' && other > one ? other : one })
      }
    }
  }
})

test('an order is what was recorded, of its kind only, and none once it has ended', () => {
  const book = shippedBook()
  const state = readyCase(realCode, book, 'case-1', 'US', 'known')
  const saysSo: Readonly<Record<string, string>> = { 'removal-order': 'judge-ordered-removal', 'in-absentia-order': 'ordered-removed-in-absentia', 'administrative-order': 'administrative-order-issued', 'expedited-order': 'expedited-order-made', 'reinstated-order': 'order-reinstated' }
  const codes = ['removal-order-made', ...Object.values(saysSo)] as readonly FactCode[]
  for (const orderKind of orderKinds.US) {
    const order = { orderId: 'sample', orderKind, madeOn: '2026-03-01' as PlainDate, source: 'sample' }
    const soWith = (orders: CaseState['orders']) => codes.filter((fact) => readerOf({ ...state, orders }, 'BR', undefined, proofDay, book)(fact).value === 'yes')
    expect([orderKind, soWith([order])]).toEqual([orderKind, ['removal-order-made', ...(orderKind in saysSo ? [saysSo[orderKind]] : [])]])
    expect([orderKind, soWith([{ ...order, ended: { on: proofDay, reason: 'sample' } }])]).toEqual([orderKind, []])
    expect([orderKind, soWith([{ ...order, madeOn: '2026-11-24' as PlainDate }])]).toEqual([orderKind, []])
  }
})
