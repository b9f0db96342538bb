import { expect, test } from 'vitest'
import type { FactCode } from '../law/facts.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { day, given, opened } from './case-for-tests.ts'
import type { Command } from './command.ts'
import type { Reading } from './fact-record.ts'
import { readerOf } from './read-case.ts'

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
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), claim('yes', '2025-05-01')])).toEqual({ value: 'yes', on: '2025-05-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-07-01'), claim('yes', '2025-05-01')])).toEqual({ value: 'yes', on: '2025-07-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'no', '2025-03-01'), claim('yes')])).toEqual({ value: 'yes', on: '2025-03-01' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'no', '2025-03-01'), claim('unknown')])).toEqual({ value: 'unknown' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'yes', '2025-03-01'), fact('refugee-claim-opened', 'no', '2025-04-01'), claim('no')])).toEqual({ value: 'conflict' })
  expect(read('protection-claim-made', [fact('refugee-claim-opened', 'unknown', '2025-03-01'), claim('no')])).toEqual({ value: 'unknown' })
  expect(read('protection-claim-made', [claim('no')])).toEqual({ value: 'no' })
  expect(read('protection-claim-made', [])).toEqual({ value: 'unknown' })
})
