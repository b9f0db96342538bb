import { expect, test } from 'vitest'
import { countsFromCells, type Cell } from './counts.ts'
import { exactLimits } from './exact-limits.ts'
import { midLimits } from './mid-limits.ts'
import { dailyCounts, oneMore } from './one-more.ts'

const from0 = (count: number, exitDay: number, event: number): Cell => ({ entryDay: 0, exitDay, event, count })

/** Limits with the one more event parted among the days, or all of it on the last one. */
function midOf(cells: Cell[], day: number, onLastDay = false) {
  const daily = dailyCounts(countsFromCells(cells, 2), [1], day)
  const more = oneMore(day, daily)
  return midLimits(day, daily, onLastDay ? { ...more, movesOn: new Float64Array(day + 1).fill(1, day) } : more, 0.95)
}

test('all seen to the end: the binomial mid-p limits, whoever else ended in between', () => {
  // R: uniroot of (pbeta(p, 3, 8) + pbeta(p, 4, 7)) / 2 less 0.025 and 0.975.
  const { lower, upper } = midOf([from0(3, 4, 1), from0(2, 3, 2), from0(5, 9, 0)], 5)
  expect(lower).toBeCloseTo(0.0826002169785029, 9)
  expect(upper).toBeCloseTo(0.6199185659265294, 9)
})

test.each([
  [2, 0.411069853254342, 0.588930146745658],
  [5, 0.479583179477026, 0.728438881784400],
  [8, 0.518939570313069, 0.889057772759575],
])('the one more event all on the last day, day %d: the limits of R’s bpcp 1.4.2 with midp = TRUE', (day, lower, upper) => {
  const found = midOf([from0(60, 2, 1), from0(45, 4, 0), from0(3, 5, 1), from0(8, 6, 0), from0(1, 8, 1), from0(3, 9, 0)], day, true)
  expect(found.lower).toBeCloseTo(lower, 8)
  expect(found.upper).toBeCloseTo(upper, 8)
})

test('three people by hand: one answered on day 1, one left on day 2, one there to the end', () => {
  // One more would have moved the share of day 3 by 1/4, 1/4 or 3/8: it is parted 2 : 2 : 3. Still waiting then have the mean
  // 19/28 · 17/19 · 7/10 = 0.425 and the mean square 0.24, and without it the share is beta(1, 3). Mixed by R's uniroot.
  const { lower, upper } = midOf([from0(1, 1, 1), from0(1, 2, 0), from0(1, 9, 0)], 3)
  expect(lower).toBeCloseTo(0.0166182642695155, 9)
  expect(upper).toBeCloseTo(0.9378614502858826, 9)
})

test('nobody answered leaves nought as the lower limit, everybody answered one as the upper', () => {
  const all = [from0(12, 3, 1)]
  expect(midOf(all, 2).lower).toBe(0)
  // Half of the draws are nought, so that the other half, beta(1, 12), may be above with one in twenty.
  expect(midOf(all, 2).upper).toBeCloseTo(1 - 0.05 ** (1 / 12), 9)
  expect(midOf(all, 3).upper).toBeCloseTo(1, 9)
})

test('mid-p limits lie inside the exact ones', () => {
  const cells = [from0(60, 2, 1), from0(45, 4, 2), from0(3, 5, 1), from0(8, 6, 0), from0(1, 8, 1), from0(3, 9, 0)]
  const exact = exactLimits(countsFromCells(cells, 2), [1], [8], 0.95)
  const { lower, upper } = midOf(cells, 8)
  expect([lower > exact.lower[0]!, upper < exact.upper[0]!]).toEqual([true, true])
})
