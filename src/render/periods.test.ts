import { expect, test } from 'vitest'
import { leadingPeriod } from './periods.ts'

test('a whole year stands for a measure before a later quarter or a part of a year', () => {
  expect(leadingPeriod(['2023', '2025 (part)', '2024', '2025-Q1', '2025-Q3 (part)'])).toBe('2024')
})

test('the latest of quarters stands for a measure that has only quarters', () => {
  expect(leadingPeriod(['2023-Q4', '2023-Q3', '2022-Q4'])).toBe('2023-Q4')
})

test('a part of a quarter does not stand for a measure that has a whole one', () => {
  expect(leadingPeriod(['2025-Q2', '2025-Q3 (part)'])).toBe('2025-Q2')
})

test('a measure without periods has none', () => {
  expect(leadingPeriod([])).toBe('')
})
