import { expect, test } from 'vitest'
import { countsFromCells, type Cell } from './counts.ts'
import { daysToShare } from './days-to-share.ts'
import { exactLimits } from './exact-limits.ts'
import { meanWithLimits } from './mean-limits.ts'
import { dailyCounts, oneMore } from './one-more.ts'
import { sharesWithLimits } from './share-limits.ts'

const from0 = (count: number, exitDay: number, event: number): Cell => ({ entryDay: 0, exitDay, event, count })
const kinds = (cells: Cell[], days: number[]) => sharesWithLimits(countsFromCells(cells, 2), [1], days, 0.95).map(({ limits }) => limits?.kind ?? 'withheld')

test('all seen to the end: exact limits are the binomial ones of R’s binom.test', () => {
  // Three of ten had event 1 by day 5, and two event 2 in between.
  const { lower, upper } = exactLimits(countsFromCells([from0(1, 3, 1), from0(2, 4, 2), from0(2, 5, 1), from0(5, 9, 0)], 2), [1], [1, 5], 0.95)
  expect([...lower]).toEqual([0, expect.closeTo(0.0667395111777345, 12)])
  expect([...upper]).toEqual([expect.closeTo(0.308497107818761, 12), expect.closeTo(0.652452850059997, 12)])
})

test('three people by hand: one answered on day 1, one left on day 2, one there to the end', () => {
  // From below: beta(1, 3), whose distribution function is 1 − (1 − x)³.
  // From above: still waiting are beta(3, 1) times beta(1, 1), mean 3/8 and mean square 3/5 · 1/3: like beta(21/19, 35/19) (R’s qbeta).
  const { lower, upper } = exactLimits(countsFromCells([from0(1, 1, 1), from0(1, 2, 0), from0(1, 9, 0)], 1), [1], [3], 0.95)
  expect(lower[0]).toBeCloseTo(1 - 0.975 ** (1 / 3), 12)
  expect(upper[0]).toBeCloseTo(0.980213031811917, 12)
})

test('nobody answered leaves nought as the lower limit, everybody answered one as the upper', () => {
  const { lower, upper } = exactLimits(countsFromCells([from0(12, 3, 1)], 1), [1], [2, 3], 0.95)
  expect(lower[0]).toBe(0)
  expect(upper[1]).toBeCloseTo(1, 12)
})

test('where nobody was there on the first days the share may be anything up to all', () => {
  const late = countsFromCells([{ entryDay: 5, exitDay: 9, event: 0, count: 50 }], 1)
  expect(exactLimits(late, [1], [8], 0.95).upper[0]).toBe(1)
  expect(sharesWithLimits(late, [1], [8], 0.95)[0]!.limits).toBeNull()
})

test('one of ten people stands for a tenth; late comers are spoken for by the few before them', () => {
  const standsFor = (cells: Cell[], day: number) => oneMore(day, dailyCounts(countsFromCells(cells, 1), [1], day)).standsFor
  expect(standsFor([from0(10, 9, 0)], 5)).toBe(1 / 10)
  expect(standsFor([from0(4, 9, 0), { entryDay: 3, exitDay: 9, event: 0, count: 96 }], 5)).toBe(1 / 4)
  expect(standsFor([from0(10, 3, 1), from0(10, 4, 0)], 5)).toBe(Infinity)
})

test('log-log limits for many, exact ones for few, none for fewer than ten', () => {
  const halfAnswered = (count: number) => [from0(count / 2, 3, 1), from0(count / 2, 9, 0)]
  expect([8, 10, 48, 50, 400].map((count) => kinds(halfAnswered(count), [5])[0])).toEqual(['withheld', 'exact', 'exact', 'log-log', 'log-log'])
})

test('many people of whom none was answered, or all, get exact limits', () => {
  expect(kinds([from0(400, 9, 0)], [5])).toEqual(['exact'])
  expect(kinds([from0(400, 3, 1)], [5])).toEqual(['exact'])
})

test('many late comers do not make log-log limits hold where one more answer before they came would have moved the share a lot', () => {
  const cells = [from0(60, 9, 0), { entryDay: 2, exitDay: 5, event: 1, count: 500 }, { entryDay: 2, exitDay: 9, event: 0, count: 4500 }]
  expect(kinds(cells, [6])).toEqual(['exact'])
})

test('late on the curve, where few are left of many, limits turn to mid-p and then none are given', () => {
  const cells = [from0(100, 2, 1), from0(185, 4, 0), from0(11, 6, 0), from0(4, 9, 0)]
  expect(kinds(cells, [3, 5, 6, 7, 20])).toEqual(['log-log', 'mid-p', 'mid-p', 'withheld', 'withheld'])
})

test('few left of fewer than a hundred get exact limits', () => {
  const cells = (people: number) => [from0(40, 2, 1), from0(people - 50, 4, 0), from0(10, 9, 0)]
  expect([99, 100].map((people) => kinds(cells(people), [5])[0])).toEqual(['exact', 'mid-p'])
})

test('few at first to speak for many late comers: Student’s limits once anything was answered, if a hundred have come by then', () => {
  const cells = (late: number, answered: number) =>
    [from0(answered, 3, 1), from0(30 - answered, 9, 0), { entryDay: 5, exitDay: 8, event: 1, count: late / 2 }, { entryDay: 5, exitDay: 9, event: 0, count: late / 2 }]
  expect([cells(400, 2), cells(60, 2)].map((asked) => kinds(asked, [8])[0])).toEqual(['student-log-log', 'exact'])
  expect(kinds(cells(400, 2), [5, 7])).toEqual(['exact', 'student-log-log'])
  expect(kinds(cells(400, 0), [7])).toEqual(['exact'])
})

test('a mean has Student’s limits, and none where nobody was seen on its last day but one', () => {
  const cells = [from0(4, 2, 1), from0(36, 6, 0)]
  const { days, limits } = meanWithLimits(countsFromCells(cells, 1), [1], 5, 0.95)
  // All wait two days and 36 of 40 three more: the area left after day 2 is 2.7, and the variance 2.7² · 4 / (40 · 36).
  expect(days).toBeCloseTo(4.7, 14)
  // t with 3 degrees of freedom is 3.18244630528371 (R); four events widen the error by √(4/3).
  expect(limits!.lower).toBeCloseTo(4.7 - 3.18244630528371 * Math.sqrt((2.7 ** 2 * 4) / (40 * 36)) * Math.sqrt(4 / 3), 11)
  expect(limits!.upper).toBe(5)
  expect([6, 7, 8].map((until) => meanWithLimits(countsFromCells(cells, 1), [1], until, 0.95).limits === null)).toEqual([false, false, true])
})

test('a mean rests on two events at least, and on more where the last ones to wait seem to end it all', () => {
  const limitsOf = (cells: Cell[]) => meanWithLimits(countsFromCells(cells, 1), [1], 40, 0.95).limits
  const oneADay = (people: number) => Array.from({ length: people }, (_, day) => from0(1, day + 1, 1))
  expect(limitsOf([from0(1, 3, 1), from0(39, 50, 0)])).toBeNull()
  expect(limitsOf(oneADay(15))).toBeNull()
  expect(limitsOf(oneADay(30))).not.toBeNull()
})

test('a day by which a share was answered is withheld on the word of too few', () => {
  const cells = (first: number) => [from0(first, 9, 1), { entryDay: 3, exitDay: 8, event: 1, count: 60 }]
  expect(daysToShare(countsFromCells(cells(4), 1), [1], 0.5, 0.95)).toBeNull()
  expect(daysToShare(countsFromCells(cells(40), 1), [1], 0.5, 0.95)!.days).toBe(8)
})

test.each([[4, 6], [6, 4], [4, 4]])('all ended, three of ten as asked, on day %d, and the others on day %d: exact limits are the binomial ones still', (asked, others) => {
  const { lower, upper } = exactLimits(countsFromCells([from0(3, asked, 1), from0(7, others, 2)], 2), [1], [8], 0.95)
  expect([lower[0], upper[0]]).toEqual([expect.closeTo(0.0667395111777345, 12), expect.closeTo(0.652452850059997, 12)])
})
