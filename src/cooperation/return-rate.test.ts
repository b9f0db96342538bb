import { expect, test } from 'vitest'
import { returnRates } from './return-rate.ts'
import type { TableCell } from './table-cell.ts'

const cell = (value: number | null, more: Partial<TableCell> = {}): TableCell =>
  ({ country: 'all', area: 'EU28', period: '2016', outcome: '', band: null, value, ...more })

test('the European Union of 28 returned 226,150 to third countries against 493,785 orders in 2016: 45.8 per cent', () => {
  const [rate] = returnRates([cell(493_785)], [cell(226_150, { outcome: 'returned_to_third_country' })], 5)
  expect(rate?.value).toBeCloseTo(0.458, 3)
  expect(rate?.denominator).toBe(493_785)
})

test('five of 215, each rounded to five, is three to seven over 213 to 217', () => {
  const [rate] = returnRates([cell(215)], [cell(5)], 5)
  expect(rate?.lower).toBeCloseTo(3 / 217, 12)
  expect(rate?.upper).toBeCloseTo(7 / 213, 12)
})

test('a rate may pass one: orders and returns of a year are not the same people', () => {
  expect(returnRates([cell(100)], [cell(130)], 5)[0]?.value).toBe(1.3)
})

test('where the publisher gives no returns the figure says so; where it gives no orders there is no rate', () => {
  expect(returnRates([cell(100)], [cell(null)], 5)[0]).toMatchObject({ value: null, withheld: 'not-published' })
  expect(returnRates([cell(null)], [cell(10)], 5)).toEqual([])
  expect(returnRates([cell(0)], [cell(10)], 5)).toEqual([])
})
