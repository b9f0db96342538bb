import { expect, test } from 'vitest'
import { agree, countsOf, readVectors } from '../../test/r-vectors.ts'
import type { Result } from '../kernel/result.ts'
import { type Cell, countsFromCells } from './counts.ts'
import { grayTest, stratifiedGrayTest } from './gray.ts'

type Vector = { name: string; outcomes: number; strata: number[][][][]; chiSquare: number[]; degreesOfFreedom: number[]; pValue: number[] }

for (const vector of (readVectors('tests') as { gray: Vector[] }).gray) {
  test(`Gray's test agrees with cmprsk: ${vector.name}`, () => {
    const strata = vector.strata.map((groups) => groups.map((rows) => countsOf(rows, vector.outcomes)))
    const found = vector.chiSquare.map((_, index) => accepted(stratifiedGrayTest(strata, index + 1)))
    agree(found.map(({ chiSquare }) => chiSquare), vector.chiSquare, 'chi-square')
    agree(found.map(({ degreesOfFreedom }) => degreesOfFreedom), vector.degreesOfFreedom, 'degrees of freedom')
    agree(found.map(({ pValue }) => pValue), vector.pValue, 'p')
  })
}

const one = (exitDay: number, event: number, entryDay = 0): Cell => ({ entryDay, exitDay, event, count: 1 })

test('expected events worked by hand keep those with another outcome in the weights', () => {
  // A: other outcome on day 1, answered on day 2. B: answered on days 1 and 3.
  const a = countsFromCells([one(1, 2), one(2, 1)], 2)
  const b = countsFromCells([one(1, 1), one(3, 1)], 2)
  // Day 1: weights 2 and 2; one event: E of A 1/2.
  // Day 2: A has 1 at risk, half its share gone to the other outcome: 1 × (1 − 0) / (1/2) = 2.
  //        B has 1 at risk, incidence 1/2, open 1/2: 1 × (1/2) / (1/2) = 1. One event: E of A 2/3.
  // Day 3: A has nobody: E 0.
  const found = accepted(grayTest([a, b], 1))
  agree(found.observed, [1, 2], 'observed')
  agree(found.expected, [1 / 2 + 2 / 3, 1 / 2 + 1 / 3 + 1], 'expected')
})

test('without another outcome groups that are alike differ by nothing', () => {
  const cells = [one(1, 1), one(2, 0), one(4, 1), one(6, 1)]
  const found = accepted(grayTest([countsFromCells(cells, 1), countsFromCells(cells, 1)], 1))
  expect(found.chiSquare).toBeCloseTo(0, 12)
  expect(found.pValue).toBeCloseTo(1, 6)
})

test('intervals that start late are refused, and counted', () => {
  const late = countsFromCells([one(3, 1), { ...one(5, 1, 2), count: 4 }], 1)
  expect(grayTest([late, late], 1)).toEqual({ ok: false, refusal: { code: 'delayed-entry', intervals: 8 } })
})

test('a million people in a group do not break the sums', () => {
  const many = (share: number) => countsFromCells(
    Array.from({ length: 100 }, (_, day) => [{ ...one(day + 1, 1), count: 5000 + share * day }, { ...one(day + 1, 2), count: 5000 }]).flat(), 2)
  // Ten times as many of everything makes the statistic ten times as large, but for the small correction for ties.
  const tenthOf = (counts: ReturnType<typeof many>) => countsFromCells(counts.cells!.map((cell) => ({ ...cell, count: cell.count / 10 })), 2)
  const [a, b] = [many(0), many(10)]
  const [whole, tenth] = [accepted(grayTest([a, b], 1)), accepted(grayTest([tenthOf(a), tenthOf(b)], 1))]
  expect(whole.chiSquare / tenth.chiSquare).toBeCloseTo(10, 2)
})

function accepted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
