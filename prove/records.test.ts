import { expect, test } from 'vitest'
import { shippedBook } from '../src/law/shipped-book.ts'
import { checkInstruments } from './enumeration/instruments.ts'
import { checkDestinations, checkHistories } from './enumeration/records.ts'
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

test('instruments and their lists read as a second way of reading says', () => {
  const { tried, faults } = checkInstruments(proofDay)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(50_000)
})
