import { expect, test } from 'vitest'
import { atYearEnds, byYear, inReleaseBands, latestPeriods, withAllCountries } from './release-cells.ts'
import type { TableCell } from './table-cell.ts'

const cell = (stated: Partial<TableCell>): TableCell => ({ country: 'QAA', area: '', period: '2016-Q1', outcome: 'returned', band: null, value: 1, ...stated })
const quarters = ['2016-Q1', '2016-Q2', '2016-Q3', '2016-Q4']

test('four quarters make a year, outcome by outcome', () => {
  const cells = [...quarters.map((period, index) => cell({ period, value: index + 1 })), cell({ outcome: 'other', value: 7 })]
  expect(byYear(cells)).toEqual([cell({ period: '2016', value: 10 }), cell({ period: '2016', outcome: 'other', value: 7 })])
})

test('a year that is not over is left out', () => {
  expect(byYear([...quarters.map((period) => cell({ period })), cell({ period: '2017-Q1' })]).map(({ period }) => period)).toEqual(['2016'])
})

test('bands are joined where they end next to the grid', () => {
  const bands = [[0, 3], [15, 28], [29, 60], [91, 121], [122, 182], [365, 547], [1461, null]] as const
  const joined = inReleaseBands(bands.map(([fromDay, toDay]) => cell({ band: { fromDay, toDay } })))
  expect(joined.map(({ band, value }) => [band?.fromDay, band?.toDay, value])).toEqual([[0, 28, 2], [29, 60, 1], [91, 182, 2], [365, null, 2]])
})

test('a length that was not recorded goes into no band', () => {
  expect(inReleaseBands([cell({ band: null })])).toEqual([cell({ band: null })])
})

test.each([[20, 35], [0, null], [300, 400]])('people of a band from %s to %s days cannot be told apart at an edge', (fromDay, toDay) => {
  expect(() => inReleaseBands([cell({ band: { fromDay, toDay } })])).toThrow('no band')
})

test('all countries together stand before the countries', () => {
  expect(withAllCountries([cell({ value: 2 }), cell({ country: 'QBB', value: 3 })]).map(({ country, value }) => [country, value])).toEqual([['all', 5], ['QAA', 2], ['QBB', 3]])
})

test('a cell without a number adds nothing, and a sum of none is none', () => {
  expect(withAllCountries([cell({ value: null }), cell({ country: 'QBB', value: 3 })])[0]?.value).toBe(3)
  expect(withAllCountries([cell({ value: null })])[0]?.value).toBe(null)
})

test('the last days of years, and the latest periods', () => {
  expect(atYearEnds([cell({ period: '2016-09-30' }), cell({ period: '2016-12-31' })])).toEqual([cell({ period: '2016-12-31' })])
  expect(latestPeriods(['2015', '2017', '2016'].map((period) => cell({ period })), 2).map(({ period }) => period)).toEqual(['2017', '2016'])
})
