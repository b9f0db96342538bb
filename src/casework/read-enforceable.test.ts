import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'
import { shippedBook } from '../law/shipped-book.ts'
import type { Reading } from './fact-record.ts'
import { readEnforceable } from './read-enforceable.ts'

const day = '2026-11-22' as PlainDate

/** What is so, since 1 June 2026 unless a reading is given; anything else is known not to be so. */
function enforceable(known: Partial<Record<FactCode, Reading>>): Reading {
  return readEnforceable((fact) => known[fact] ?? { value: 'no' }, day, shippedBook())
}

const yes: Reading = { value: 'yes', on: '2026-06-01' as PlainDate }
const unknown: Reading = { value: 'unknown' }

test('an order that is in force and not stayed is enforceable, as far as that day', () => {
  expect(enforceable({ 'removal-order-made': yes })).toEqual({ value: 'yes', on: day })
})

test('without an order, or with a stay, it is not', () => {
  expect(enforceable({})).toEqual({ value: 'no' })
  expect(enforceable({ 'removal-order-made': yes, 'court-stay-ordered': yes })).toEqual({ value: 'no' })
  expect(enforceable({ 'removal-order-made': yes, moratorium: yes })).toEqual({ value: 'no' })
  expect(enforceable({ 'removal-order-made': yes, 'order-made-against-claimant': yes, 'refugee-claim-opened': yes })).toEqual({ value: 'no' })
})

test('where a stay may be there, nobody knows; a stay that is certainly there decides it all the same', () => {
  expect(enforceable({ 'removal-order-made': yes, 'court-stay-ordered': unknown })).toEqual(unknown)
  expect(enforceable({ 'removal-order-made': yes, 'court-stay-ordered': unknown, 'minister-stay-opinion': yes })).toEqual({ value: 'no' })
})

test('records that contradict each other leave a conflict', () => {
  expect(enforceable({ 'removal-order-made': yes, 'court-stay-ordered': { value: 'conflict' } })).toEqual({ value: 'conflict' })
})
