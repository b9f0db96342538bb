import { expect, test } from 'vitest'
import { countsFromCells, type Cell } from './counts.ts'
import { dailyCounts } from './one-more.ts'
import { freedomOfShare, studentLimits } from './student-limits.ts'

const freedomOf = (cells: Cell[], day: number) => freedomOfShare(day, dailyCounts(countsFromCells(cells, 2), [1], day))

test('twice as many degrees of freedom as events where all weigh alike', () => {
  expect(freedomOf([{ entryDay: 0, exitDay: 1, event: 1, count: 4 }, { entryDay: 0, exitDay: 9, event: 0, count: 96 }], 5)).toBeCloseTo(8, 12)
})

test('late comers by hand: one early answer among ten leaves few degrees of freedom, whatever comes later', () => {
  // Day 1: one of 10. Day 3: 10 of 1,009 in all, each standing for 0.9 / 1009; the early one for 1/10 · (1 − 10/1009).
  const cells = [{ entryDay: 0, exitDay: 1, event: 1, count: 1 }, { entryDay: 0, exitDay: 9, event: 0, count: 9 },
    { entryDay: 1, exitDay: 3, event: 1, count: 10 }, { entryDay: 1, exitDay: 9, event: 0, count: 990 }]
  const [early, late] = [(0.1 * (999 / 1009)) ** 2, (0.9 / 1009) ** 2]
  expect(freedomOf(cells, 5)).toBeCloseTo((2 * (early + 10 * late) ** 2) / (early ** 2 + 10 * late ** 2), 12)
})

test('an event of another kind counts by the asked ones that it keeps from happening', () => {
  // Day 1: one of 10 ended otherwise. Day 2: 3 of the 9 as asked, so that a third of 1/10 was kept back, and each stands for 1/10.
  const cells = [{ entryDay: 0, exitDay: 1, event: 2, count: 1 }, { entryDay: 0, exitDay: 2, event: 1, count: 3 }, { entryDay: 0, exitDay: 9, event: 0, count: 6 }]
  expect(freedomOf(cells, 5)).toBeCloseTo((2 * (1 / 900 + 3 / 100) ** 2) / (1 / 900 ** 2 + 3 / 100 ** 2), 12)
})

test('no events, no degrees of freedom, no limits', () => {
  expect(freedomOf([{ entryDay: 0, exitDay: 9, event: 0, count: 50 }], 5)).toBe(0)
  expect(studentLimits(0, 0, 0, 0.95)).toEqual({ lower: Number.NaN, upper: Number.NaN })
})

test('limits lie wider than the normal ones by Student’s quantile over the normal one', () => {
  // R: qt(0.975, 8) = 2.306004135204166; 0.7 to the power of e^± with t · 0.05 / (0.7 · log 0.7).
  const reach = Math.exp((2.306004135204166 * 0.05) / (0.7 * -Math.log(0.7)))
  const { lower, upper } = studentLimits(0.3, 0.05 ** 2, 8, 0.95)
  expect(lower).toBeCloseTo(1 - 0.7 ** (1 / reach), 10)
  expect(upper).toBeCloseTo(1 - 0.7 ** reach, 10)
})
