import { expect, test } from 'vitest'
import { counted, inadditivities } from './counted.ts'
import type { TableCell } from './table-cell.ts'

const cell = (area: string, value: number | null, period = '2025-Q3'): TableCell =>
  ({ country: 'all', area, period, outcome: 'removed', band: null, value })

// Removals from Canada, third quarter of 2025 as published: the regions are one short of the total.
const regions = [4, 991, 32, 426, 98, 97, 133].map((value, index) => cell(`region ${index}`, value))
const isTotal = ({ area }: TableCell) => area === ''

test('parts that are one short of the published total are found', () => {
  expect(inadditivities([...regions, cell('', 1782)], isTotal)).toEqual([{ period: '2025-Q3', outcome: 'removed', total: 1782, sumOfParts: 1781 }])
})

test('parts that add up are silent, and a column with a missing part cannot be checked', () => {
  expect(inadditivities([...regions, cell('', 1781)], isTotal)).toEqual([])
  expect(inadditivities([...regions, cell('north', null), cell('', 9999)], isTotal)).toEqual([])
})

test('a count is carried as published, and a missing one says so', () => {
  expect(counted([cell('Quebec', 991), cell('Prairie', null)]).map(({ value, withheld, interval, stratum }) => ({ value, withheld, interval, stratum }))).toEqual([
    { value: 991, withheld: null, interval: 'complete-count', stratum: 'area=Quebec' },
    { value: null, withheld: 'not-published', interval: 'complete-count', stratum: 'area=Prairie' },
  ])
})
