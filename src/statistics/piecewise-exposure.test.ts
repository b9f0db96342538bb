import { expect, test } from 'vitest'
import { countsFromCells } from './counts.ts'
import { againstCommonHazard, piecesOf } from './piecewise-exposure.ts'

const cell = (entryDay: number, exitDay: number, event: number, count = 1) => ({ entryDay, exitDay, event, count })

test('three people by hand: events and days at risk in the bands (0, 2], (2, 5]', () => {
  // (0, 2] answered on 2: two days. (0, 4] still open: two and two. (1, 7] answered on 7: one, then three; the rest is past the bands.
  const counts = countsFromCells([cell(0, 2, 1), cell(0, 4, 0), cell(1, 7, 1)], 1)
  expect(piecesOf(counts, [1], [2, 5])).toEqual({ events: [1, 0], exposureDays: [5, 5] })
  expect(piecesOf(counts, [1], [2, 5, 30])).toEqual({ events: [1, 0, 1], exposureDays: [5, 5, 2] })
})

test('an outcome that does not count ends the exposure and is no event', () => {
  const counts = countsFromCells([cell(0, 3, 1, 4), cell(0, 3, 2, 6)], 2)
  expect(piecesOf(counts, [2], [10])).toEqual({ events: [6], exposureDays: [30] })
})

test('expected events follow the common hazard of each band and add up to the events', () => {
  const groups = [{ events: [3, 1], exposureDays: [100, 50] }, { events: [1, 4], exposureDays: [300, 50] }]
  // Common hazards 4 / 400 and 5 / 100: 1 + 2.5 and 3 + 2.5.
  const compared = againstCommonHazard(groups)
  expect(compared.map(({ events }) => events)).toEqual([4, 5])
  expect(compared[0]?.expected).toBeCloseTo(3.5, 12)
  expect(compared[1]?.expected).toBeCloseTo(5.5, 12)
})

test('a band in which nobody waited asks nothing of anyone', () => {
  expect(againstCommonHazard([{ events: [2, 0], exposureDays: [10, 0] }])).toEqual([{ events: 2, expected: 2 }])
})
