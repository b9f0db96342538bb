import { expect, test } from 'vitest'
import { counted, inadditivities } from './counted.ts'
import type { TableCell } from './table-cell.ts'

const cell = (area: string, value: number | null, period = '2025-Q3'): TableCell =>
  ({ country: 'all', area, period, outcome: 'removed', band: null, value })

// Removals from Canada, third quarter of 2025 as published: the regions are one short of the total.
const regions = [4, 991, 32, 426, 98, 97, 133].map((value, index) => cell(`region ${index}`, value))

test('parts that are one short of the published total are found', () => {
  expect(inadditivities(counted([...regions, cell('', 1782)]))).toEqual([{ over: 'areas', within: 'all', period: '2025-Q3', outcome: 'removed', total: 1782, sumOfParts: 1781 }])
})

test('parts that add up are silent, and a column with a missing part cannot be checked', () => {
  expect(inadditivities(counted([...regions, cell('', 1781)]))).toEqual([])
  expect(inadditivities(counted([...regions, cell('north', null), cell('', 9999)]))).toEqual([])
})

test('countries are summed within each area, never across', () => {
  const of = (country: string, area: string, value: number): TableCell => ({ country, area, period: '2014', outcome: '', band: null, value })
  const cells = [of('GIN', 'FRA', 3), of('MLI', 'FRA', 4), of('all', 'FRA', 7), of('GIN', 'DEU', 1), of('all', 'DEU', 2)]
  expect(inadditivities(counted(cells))).toEqual([{ over: 'countries', within: 'area=DEU', period: '2014', outcome: '', total: 2, sumOfParts: 1 }])
})

test('a count is carried as published, and a missing one says so', () => {
  expect(counted([cell('Quebec', 991), cell('Prairie', null)]).map(({ value, withheld, interval, stratum }) => ({ value, withheld, interval, stratum }))).toEqual([
    { value: 991, withheld: null, interval: 'complete-count', stratum: 'area=Quebec' },
    { value: null, withheld: 'not-published', interval: 'complete-count', stratum: 'area=Prairie' },
  ])
})
