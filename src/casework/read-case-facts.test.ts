import { expect, test } from 'vitest'
import { factDefinition, facts, isFactCode } from '../law/facts.ts'
import { everyStep } from '../law/rule.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { day, given, heldBook, opened, sampleOne, somali, today } from './case-for-tests.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import { caseFactsRead, readCaseFact } from './read-case-facts.ts'
import { readerOf } from './read-case.ts'
import { askStep } from './take-step.ts'

const { state } = given([opened])
const read = (fact: Parameters<typeof readCaseFact>[0], of: CaseState, destination = 'SO') => readCaseFact(fact, of, destination, today, heldBook)
const ordered = (orderKind: 'departure-order' | 'deportation-order', on: string): Command => ({ kind: 'record-order', orderId: on, orderKind, on: day(on), source: 'order' })

test('every fact that the case is said to answer, it answers, and no other', () => {
  expect([...caseFactsRead].sort()).toEqual(Object.keys(facts).filter(isFactCode).filter((code) => factDefinition(code).computed === 'case').sort())
})

test('no order recorded: nobody knows; the latest that stands counts; one that was quashed is gone', () => {
  expect(read('removal-order-made', state)).toEqual({ value: 'unknown' })
  const two = given([ordered('departure-order', '2026-02-01'), ordered('deportation-order', '2026-03-01')], given([opened]))
  expect(read('removal-order-made', two.state)).toEqual({ value: 'yes', on: '2026-03-01' })
  const quashed = (orderId: string): Command => ({ kind: 'end-order', orderId, reason: 'quashed', on: day('2026-04-01'), source: 'court' })
  expect(read('removal-order-made', given([quashed('2026-03-01')], two).state)).toEqual({ value: 'yes', on: '2026-02-01' })
  expect(read('removal-order-made', given([quashed('2026-03-01'), quashed('2026-02-01')], two).state)).toEqual({ value: 'no' })
})

test('an order says of which kind it is, and that it is of no other', () => {
  const { state } = given([{ ...opened, jurisdiction: 'US' }, { kind: 'record-order', orderId: 'o1', orderKind: 'in-absentia-order', on: day('2026-02-01'), source: 'order' }])
  expect(read('ordered-removed-in-absentia', state)).toEqual({ value: 'yes', on: '2026-02-01' })
  expect(read('expedited-order-made', state)).toEqual({ value: 'no' })
})

test.each([[undefined, 'unknown'], ['2010', 'yes'], ['2008', 'unknown'], ['2008-06', 'unknown'], ['2008-06-01', 'no'], ['2008-06-02', 'yes'], ['1990', 'no'], ['2008-05', 'no']])('born %s: under eighteen on 1 June 2026? %s', (bornOn, answer) => {
  const { bornOn: _unknown, ...rest } = sampleOne
  expect(read('person-is-minor', { ...state, identity: bornOn === undefined ? rest : { ...rest, bornOn } }).value).toBe(answer)
})

test('a nationality has a basis for the state whose it is, until it is withdrawn', () => {
  const claimed = given([somali], given([opened]))
  expect(read('nationality-basis-recorded', claimed.state)).toEqual({ value: 'yes', on: '2026-01-10' })
  expect(read('nationality-basis-recorded', claimed.state, 'KE')).toEqual({ value: 'no' })
  const withdrawn = given([{ kind: 'withdraw-nationality', country: 'SO', on: today, source: 'register' }], claimed)
  expect(read('nationality-basis-recorded', withdrawn.state)).toEqual({ value: 'no' })
})

test('a claim to be a citizen of the authority’s own state is named by the gates of every step, until it is withdrawn', () => {
  const claim: Command = { kind: 'record-nationality', country: 'CA', basis: 'own-statement', on: day('2026-02-01'), source: 'interview' }
  const holdsWith = (commands: readonly Command[], jurisdiction: 'CA' | 'US') => {
    const { state } = given([{ ...opened, jurisdiction }, ...commands])
    return everyStep.map((step) => askStep(state, { caseId: 'case-1', today: day('2026-06-01'), book: shippedBook() }, { step, destination: 'SO', place: undefined }).answer.gates.filter(({ gate, holds }) => gate.endsWith('own-citizen') && holds.length > 0).length)
  }
  expect(holdsWith([claim], 'CA')).toEqual(everyStep.map(() => 1))
  expect(holdsWith([{ ...claim, country: 'GU' }], 'US')).toEqual(everyStep.map(() => 1))
  expect(holdsWith([claim, { kind: 'withdraw-nationality', country: 'CA', on: day('2026-03-01'), source: 'register' }], 'CA')).toEqual(everyStep.map(() => 0))
  expect(holdsWith([claim], 'US')).toEqual(everyStep.map(() => 0))
  expect(holdsWith([], 'CA')).toEqual(everyStep.map(() => 0))
})

test('a state may be the home state where somebody was born, and while no nationality is known', () => {
  expect(read('home-state', state, 'KE')).toEqual({ value: 'unknown' })
  const claimed = given([{ ...somali, country: 'ET' }], given([opened])).state
  expect(read('home-state', claimed, 'ET').value).toBe('yes')
  expect(read('home-state', claimed, 'SO')).toEqual({ value: 'unknown' })
  expect(read('home-state', claimed, 'KE')).toEqual({ value: 'no' })
})

test('the latest finding about a state stands, and the graver of two from one day', () => {
  const found = (riskId: string, finding: 'no-substantial-risk' | 'substantial-risk', on: string, destination = 'SO'): Command => ({ kind: 'record-risk', riskId, destination, finding, reasons: 'reported', on: day(on) })
  expect(read('mistreatment-risk-cleared', state)).toEqual({ value: 'unknown' })
  const grave = given([found('k1', 'no-substantial-risk', '2026-02-01'), found('k2', 'substantial-risk', '2026-03-01')], given([opened]))
  expect(read('mistreatment-risk-cleared', grave.state)).toEqual({ value: 'no' })
  expect(read('mistreatment-risk-cleared', given([found('k3', 'no-substantial-risk', '2026-03-01')], grave).state)).toEqual({ value: 'no' })
  expect(read('mistreatment-risk-cleared', given([found('k3', 'no-substantial-risk', '2026-04-01')], grave).state)).toEqual({ value: 'yes', on: '2026-04-01' })
  expect(read('mistreatment-risk-cleared', grave.state, 'KE')).toEqual({ value: 'unknown' })
})

test('what is to come is not yet so', () => {
  const later = given([[ordered('departure-order', '2026-02-01'), {}]], given([opened, somali])).state
  expect(readCaseFact('removal-order-made', later, 'SO', day('2026-01-31'), heldBook)).toEqual({ value: 'unknown' })
  expect(readCaseFact('removal-order-made', later, 'SO', day('2026-02-01'), heldBook)).toEqual({ value: 'yes', on: '2026-02-01' })
  expect(readCaseFact('nationality-basis-recorded', later, 'SO', day('2026-01-09'), heldBook)).toEqual({ value: 'no' })
})

test('a reader asks records, instruments, the case and gates, each for its own facts', () => {
  const reader = readerOf(state, 'SO', undefined, today, heldBook)
  expect(reader('person-is-minor')).toEqual({ value: 'no' })
  for (const code of Object.keys(facts).filter(isFactCode)) expect(['yes', 'no', 'unknown', 'conflict']).toContain(reader(code).value)
})

test('an order that ends on a day does not stand on that day', () => {
  const ended = given([ordered('departure-order', '2026-02-01'), { kind: 'end-order', orderId: '2026-02-01', reason: 'quashed', on: today, source: 'court' }], given([opened])).state
  expect([day('2026-05-31'), today].map((on) => readCaseFact('removal-order-made', ended, 'SO', on, heldBook).value)).toEqual(['yes', 'no'])
})

test('a child is one from the day of the birth on; of a birth that is still to come nothing is known', () => {
  const born = (bornOn: string) => read('person-is-minor', { ...state, identity: { ...sampleOne, bornOn } })
  expect([born('2026-06-01'), born('2026-06-02'), born('2026-07')]).toEqual([{ value: 'yes', on: today }, { value: 'unknown' }, { value: 'unknown' }])
})

test('a finding counts from its day on', () => {
  const found = given([{ kind: 'record-risk', riskId: 'k1', destination: 'SO', finding: 'no-substantial-risk', reasons: 'reports', on: today }], given([opened])).state
  expect([day('2026-05-31'), today].map((on) => readCaseFact('mistreatment-risk-cleared', found, 'SO', on, heldBook).value)).toEqual(['unknown', 'yes'])
})
