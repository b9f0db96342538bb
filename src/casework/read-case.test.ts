import { describe, expect, test } from 'vitest'
import type { FactCode } from '../law/facts.ts'
import type { Step } from '../law/rule.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { day, given, opened } from './case-for-tests.ts'
import type { Command } from './command.ts'
import { evolve } from './evolve.ts'
import type { FactRecord, Reading } from './fact-record.ts'
import { readerOf } from './read-case.ts'
import { askStep } from './take-step.ts'

const order = (on: string): Command => ({ kind: 'record-order', orderId: on, orderKind: 'exclusion-order', on: day(on), source: 'order' })
const quashed = (orderId: string, on: string): Command => ({ kind: 'end-order', orderId, reason: 'quashed', on: day(on), source: 'court' })
const fact = (code: FactCode, value: 'yes' | 'no' | 'unknown', on: string): Command => ({ kind: 'record-fact', factId: `${code}-${on}`, fact: code, value, on: day(on), source: 'file' })

function read(code: FactCode, commands: readonly Command[], jurisdiction: 'CA' | 'US' = 'CA'): Reading {
  const { state } = given([{ ...opened, jurisdiction }, ...commands])
  return readerOf(state, 'SO', undefined, day('2026-06-01'), shippedBook())(code)
}

test.each(['order-appealable', 'order-made-against-claimant', 'order-for-serious-criminality', 'us-or-spm-resident-reported-on-entry', 'order-made-at-port-of-entry'] as const)('%s is about one order: what was recorded of an earlier one says nothing of this one', (code) => {
  expect(read(code, [order('2020-03-01'), fact(code, 'no', '2020-03-01')])).toEqual({ value: 'no' })
  expect(read(code, [order('2020-03-01'), fact(code, 'no', '2020-03-01'), order('2026-02-01')])).toEqual({ value: 'unknown' })
  expect(read(code, [order('2020-03-01'), fact(code, 'no', '2020-03-01'), order('2026-02-01'), fact(code, 'yes', '2026-02-01')])).toEqual({ value: 'yes', on: '2026-02-01' })
  expect(read(code, [order('2026-02-01'), fact(code, 'yes', '2026-01-31')])).toEqual({ value: 'unknown' })
})

test('when the later order is quashed, what was recorded of the earlier one counts again, and nothing from the days of the later', () => {
  const both = [order('2020-03-01'), fact('order-appealable', 'yes', '2020-03-01'), order('2026-02-01'), fact('order-appealable', 'no', '2026-02-01')]
  expect(read('order-appealable', both)).toEqual({ value: 'no' })
  expect(read('order-appealable', [...both, quashed('2026-02-01', '2026-05-01')])).toEqual({ value: 'yes', on: '2020-03-01' })
})

test('a refugee claim in Canada is a claim to protection without being recorded twice', () => {
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01')])).toEqual({ value: 'yes', on: '2025-03-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'no', '2025-03-01')])).toEqual({ value: 'no' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01')], 'US')).toEqual({ value: 'unknown' })
})

test('of a claim recorded both ways the later counts; a doubt, or a contradiction, in either stays', () => {
  const claim = (value: 'yes' | 'no' | 'unknown', on = '2025-03-01') => fact('protection-claim-made', value, on)
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), claim('no')])).toEqual({ value: 'yes', on: '2025-03-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), claim('yes', '2025-05-01')])).toEqual({ value: 'yes', on: '2025-05-01', again: true })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-07-01'), claim('yes', '2025-05-01')])).toEqual({ value: 'yes', on: '2025-07-01', again: true })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), claim('yes')])).toEqual({ value: 'yes', on: '2025-03-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'no', '2025-03-01'), claim('yes')])).toEqual({ value: 'yes', on: '2025-03-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'no', '2025-03-01'), claim('unknown')])).toEqual({ value: 'unknown' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), fact('refugee-claim-opened', 'no', '2025-04-01'), claim('no')])).toEqual({ value: 'conflict' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'unknown', '2025-03-01'), claim('no')])).toEqual({ value: 'unknown' })
  expect(read('protection-claim-made', [claim('no')])).toEqual({ value: 'no' })
  expect(read('protection-claim-made', [])).toEqual({ value: 'unknown' })
})

describe('a "no" of long ago', () => {
  const at = (code: FactCode, step: Step | undefined, commands: readonly Command[], on: string) => readerOf(given([opened, ...commands]).state, 'SO', undefined, day(on), shippedBook(), step)(code)
  const none = fact('court-stay-ordered', 'no', '2026-02-01')

  test.each(['booking', 'hand-over', 'departure'] as const)('is believed for thirty days at the %s, and then nobody knows', (step) => {
    expect(at('court-stay-ordered', step, [none], '2026-03-03')).toEqual({ value: 'no' })
    expect(at('court-stay-ordered', step, [none], '2026-03-04')).toEqual({ value: 'unknown', overdue: true })
    expect(at('court-stay-ordered', step, [none, fact('court-stay-ordered', 'no', '2026-03-04')], '2026-03-04')).toEqual({ value: 'no' })
  })

  test('a claim beside the refugee claim, of another day, is a second one: an ending of its very day may have ended the first', () => {
  const claims = [fact('refugee-claim-opened', 'yes', '2020-03-01'), fact('protection-claim-made', 'yes', '2025-05-01')]
  const held = (...more: readonly Command[]) => {
    const { state } = given([opened, ...claims, ...more])
    return askStep(state, { caseId: 'case-1', today: day('2026-06-01'), book: shippedBook() }, { step: 'request', destination: 'SO', place: undefined }).answer.gates.find(({ gate }) => gate === 'policy-final-rejection')?.holds.length
  }
  expect(held(fact('protection-claim-rejected-finally', 'yes', '2025-05-01'))).toBe(1)
  expect(held(fact('protection-claim-rejected-finally', 'yes', '2025-05-02'))).toBe(0)
})

test('is believed at the steps before, and when no step is asked about', () => {
    for (const step of ['contact', 'request', 'interview', 'document', undefined] as const) expect(at('court-stay-ordered', step, [none], '2026-06-01')).toEqual({ value: 'no' })
  })

  test('opens no departure: the gate says that it is not known', () => {
    const { state } = given([opened, none])
    const holds = (on: string) => askStep(state, { caseId: 'case-1', today: day(on), book: shippedBook() }, { step: 'departure', destination: 'SO', place: undefined }).answer.gates
      .find(({ gate }) => gate === 'court-stay')?.holds.filter(({ rule }) => rule === 'ca-irpa-50-c-court').map(({ reason, unsettled }) => [reason, unsettled])
    expect(holds('2026-03-03')).toEqual([])
    expect(holds('2026-03-04')).toEqual([['may-be-so', ['court-stay-ended', 'court-stay-ordered']]])
  })

  test('of an order says what the order was, and stays', () => {
    expect(at('order-appealable', 'departure', [order('2025-03-01'), fact('order-appealable', 'no', '2025-03-01')], '2026-06-01')).toEqual({ value: 'no' })
  })

  test('is not believed at all where the book does not say for how long', () => {
    const book = { ...shippedBook(), periods: [] }
    expect(readerOf(given([opened, none]).state, 'SO', undefined, day('2026-02-01'), book, 'departure')('court-stay-ordered')).toEqual({ value: 'unknown', overdue: true })
  })

  test('is not believed where the book’s length of time was only told', () => {
    const told = { ...shippedBook(), periods: shippedBook().periods.map((one) => ({ ...one, text: 'unverified' as const })) }
    const { state } = given([opened, none])
    expect(readerOf(state, 'SO', undefined, day('2026-02-01'), shippedBook(), 'departure')('court-stay-ordered')).toEqual({ value: 'no' })
    expect(readerOf(state, 'SO', undefined, day('2026-02-01'), told, 'departure')('court-stay-ordered')).toEqual({ value: 'unknown', overdue: true })
  })

  test('does not make a yes old', () => {
    expect(at('court-stay-ended', 'departure', [fact('court-stay-ended', 'yes', '2024-02-01')], '2026-06-01')).toEqual({ value: 'yes', on: '2024-02-01' })
  })
})

describe('a stay that ended and was ordered again on the same day', () => {
  const records = [fact('court-stay-ordered', 'yes', '2025-02-01'), fact('court-stay-ended', 'yes', '2025-06-01'), fact('court-stay-ordered', 'yes', '2025-06-01')]
  const held = (commands: readonly Command[]) => askStep(given([opened, ...commands]).state, { caseId: 'case-1', today: day('2026-06-01'), book: shippedBook() }, { step: 'contact', destination: 'SO', place: undefined }).answer.gates
    .find(({ gate }) => gate === 'court-stay')?.holds.some(({ rule }) => rule === 'ca-irpa-50-c-court')

  test('holds, in whatever order the two were written down', () => {
    expect([held(records), held([records[0]!, records[2]!, records[1]!])]).toEqual([true, true])
  })

  test('is over when it ends on a later day; and one that was ordered once may end on its day', () => {
    expect(held([...records, fact('court-stay-ended', 'yes', '2025-06-02')])).toBe(false)
    expect(held([records[1]!, records[2]!])).toBe(false)
  })
})

test('consent to a place under a moratorium opens that place, and no other of the same country', () => {
  const consent: Command = { kind: 'record-fact', factId: 'consent', fact: 'consented-to-moratorium-place', value: 'yes', on: day('2026-05-01'), destination: 'SO', place: 'Mogadishu', source: 'letter' }
  const { place: _place, ...wide } = consent
  const about = (commands: readonly Command[], place: string | undefined) => readerOf(given([opened, ...commands]).state, 'SO', place, day('2026-06-01'), shippedBook())('consented-to-moratorium-place').value
  expect(['Mogadishu', 'Afgoye', 'Middle Shabelle', 'Bari', undefined].map((place) => about([consent], place))).toEqual(['yes', 'unknown', 'unknown', 'unknown', 'unknown'])
  // Only parts of this country are under one, so that consent to the country says of no part of it.
  expect(['Mogadishu', undefined].map((place) => about([wide], place))).toEqual(['unknown', 'unknown'])
})

test('a later order that is quashed stands no longer on that day: what is recorded of an order then is of the one before', () => {
  expect(read('order-appealable', [order('2019-03-01'), order('2020-03-01'), quashed('2020-03-01', '2026-05-01'), fact('order-appealable', 'no', '2026-05-01')])).toEqual({ value: 'no' })
  expect(read('order-appealable', [order('2019-03-01'), order('2020-03-01'), quashed('2020-03-01', '2026-05-01'), fact('order-appealable', 'no', '2026-04-30')])).toEqual({ value: 'unknown' })
})

test('of two orders of one day the one recorded last stands; quashed, it takes with it what was recorded while it stood', () => {
  const second: Command = { kind: 'record-order', orderId: 'second', orderKind: 'exclusion-order', on: day('2026-02-01'), source: 'order' }
  const both = [order('2026-02-01'), second, fact('order-appealable', 'no', '2026-02-02')]
  expect([read('order-appealable', both), read('order-appealable', [...both, quashed('second', '2026-05-01')])]).toEqual([{ value: 'no' }, { value: 'unknown' }])
})

test('what an absorbed case recorded of its own order opens nothing about the order of this one, and what it closes is not lost', () => {
  const appealable = (value: 'yes' | 'no', on: string): FactRecord => ({ id: `absorbed-${value}`, fact: 'order-appealable', value, on: day(on), source: 'file of the other case', recordedAt: '2026-05-01T00:00:00.000Z' })
  const readAfter = (commands: readonly Command[], record: FactRecord) => {
    const { state } = given([opened, ...commands])
    const absorbed = evolve(state, { kind: 'case-absorbed', caseId: 'other', version: 1, facts: [record], nationalities: [], risks: [], on: day('2026-05-01'), reason: 'same person' })
    return readerOf(absorbed, 'SO', undefined, day('2026-06-01'), shippedBook())('order-appealable').value
  }
  const own = [order('2020-03-01'), fact('order-appealable', 'yes', '2020-03-01')]
  expect(readAfter(own, appealable('no', '2022-01-01'))).toBe('unknown')
  expect(readAfter([order('2020-03-01'), fact('order-appealable', 'no', '2020-03-01')], appealable('yes', '2022-01-01'))).toBe('unknown')
  expect(readAfter([order('2020-03-01')], appealable('no', '2022-01-01'))).toBe('unknown')
  expect(readAfter(own, appealable('yes', '2022-01-01'))).toBe('yes')
})
