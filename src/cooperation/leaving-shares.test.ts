import { expect, test } from 'vitest'
import { leavingShares, stockByLength } from './leaving-shares.ts'
import type { TableCell } from './table-cell.ts'

const cell = (outcome: string, fromDay: number, toDay: number | null, value: number): TableCell =>
  ({ country: 'VNM', area: '', period: '2022', outcome, band: { fromDay, toDay }, value })

const leavers = [cell('returned', 0, 3, 6), cell('returned', 29, 60, 4), cell('bailed_judge', 29, 60, 8), cell('bailed_judge', 61, null, 2)]

test('shares are of those who left, by outcome and by length band', () => {
  const shares = leavingShares(leavers).filter(({ measure }) => measure === 'share-of-leavers')
  expect(shares.map(({ outcome, fromDay, day, value }) => [outcome, fromDay, day, value])).toEqual([
    ['bailed_judge', null, null, 0.5],
    ['bailed_judge', 29, 60, 0.4],
    ['bailed_judge', 61, null, 0.1],
    ['returned', null, null, 0.5],
    ['returned', 0, 3, 0.3],
    ['returned', 29, 60, 0.2],
  ])
  expect(shares.every(({ lower, upper, denominator }) => lower !== null && upper !== null && denominator === 20)).toBe(true)
})

test('the bands of one outcome add to its share, and the outcomes to one', () => {
  const shares = leavingShares(leavers).filter(({ measure }) => measure === 'share-of-leavers')
  const sum = (wanted: (fromDay: number | null) => boolean) => shares.filter(({ fromDay }) => wanted(fromDay)).reduce((total, { value }) => total + (value ?? 0), 0)
  expect(sum((fromDay) => fromDay === null)).toBeCloseTo(1, 12)
  expect(sum((fromDay) => fromDay !== null)).toBeCloseTo(1, 12)
})

test('under ten leavers no share is shown', () => {
  const few = leavingShares([cell('returned', 0, 3, 9)])
  expect(few.filter(({ value }) => value !== null).map(({ measure }) => measure)).toEqual(['requests'])
})

test('the stock stands beside, by length, and is a complete count', () => {
  expect(stockByLength([cell('', 0, 3, 5), cell('', 0, 3, 2)])).toMatchObject([{ measure: 'stock', fromDay: 0, day: 3, value: 7, interval: 'complete-count' }])
})
