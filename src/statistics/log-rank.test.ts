import { expect, test } from 'vitest'
import { agree, countsOf, readVectors } from '../../test/r-vectors.ts'
import { type Cell, countsFromCells } from './counts.ts'
import { logRank, stratifiedLogRank } from './log-rank.ts'

type Vector = {
  name: string
  outcomes: number
  events: number[]
  strata: number[][][][]
  observed: number[]
  expected: number[]
  variance: number[][]
  chiSquare: number
  degreesOfFreedom: number
  pValue: number
}

for (const vector of (readVectors('tests') as { logRank: Vector[] }).logRank) {
  test(`the log-rank test agrees with R: ${vector.name}`, () => {
    const strata = vector.strata.map((groups) => groups.map((rows) => countsOf(rows, vector.outcomes)))
    const found = stratifiedLogRank(strata, vector.events)
    agree(found.observed, vector.observed, 'observed')
    agree(found.expected, vector.expected, 'expected')
    vector.variance.forEach((row, group) => agree(found.variance[group]!, row, `variance of group ${group}`))
    agree([found.chiSquare, found.degreesOfFreedom, found.pValue], [vector.chiSquare, vector.degreesOfFreedom, vector.pValue], 'test')
  })
}

const one = (exitDay: number, event: number, entryDay = 0): Cell => ({ entryDay, exitDay, event, count: 1 })

test('six people worked by hand, one of them entering late', () => {
  // A: answered on days 1 and 3, open on day 4. B: answered on day 3 (entered on day 2) and 4, open on day 2.
  const a = countsFromCells([one(1, 1), one(3, 1), one(4, 0)], 1)
  const b = countsFromCells([one(3, 1, 2), one(4, 1), one(2, 0)], 1)
  // Day 1: 3 of A and 2 of B at risk, one event:  E 3/5, V (3/5)(2/5)          = 6/25
  // Day 3: 2 of A and 2 of B, two events:         E 1,   V 2 (1/2)(1/2)(2/3)   = 1/3
  // Day 4: 1 of A and 1 of B, one event:          E 1/2, V (1/2)(1/2)          = 1/4
  const found = logRank([a, b], [1])
  agree(found.observed, [2, 2], 'observed')
  agree(found.expected, [3 / 5 + 1 + 1 / 2, 2 / 5 + 1 + 1 / 2], 'expected')
  const variance = 6 / 25 + 1 / 3 + 1 / 4
  agree(found.variance[0]!, [variance, -variance], 'variance')
  agree([found.chiSquare], [0.1 ** 2 / variance], 'chi-square')
  expect(found.degreesOfFreedom).toBe(1)
})

test('a group that nobody was in says nothing', () => {
  const a = countsFromCells([one(1, 1), one(3, 0)], 1)
  const b = countsFromCells([one(2, 1), one(3, 1)], 1)
  const empty = countsFromCells([], 1)
  const [with_, without] = [logRank([a, empty, b], [1]), logRank([a, b], [1])]
  agree([with_.chiSquare, with_.degreesOfFreedom], [without.chiSquare, without.degreesOfFreedom], 'test')
})

test('where nothing can be compared the test has no degrees of freedom and p is one', () => {
  const alone = countsFromCells([one(1, 1), one(3, 0)], 1)
  expect(logRank([alone], [1])).toMatchObject({ chiSquare: 0, degreesOfFreedom: 0, pValue: 1 })
  // Both groups are answered on the same only day: no other split was possible.
  const same = countsFromCells([one(1, 1)], 1)
  expect(logRank([same, same], [1])).toMatchObject({ chiSquare: 0, degreesOfFreedom: 0, pValue: 1 })
})
