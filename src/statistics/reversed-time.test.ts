import { expect, test } from 'vitest'
import { agree, countsOf, readVectors } from '../../test/r-vectors.ts'
import { countsFromCells } from './counts.ts'
import { completedByOutcome, completedWithin } from './reversed-time.ts'

type Vector = {
  name: string
  outcomes: number
  windowDays: number
  minimumAtRisk: number
  cells: number[][]
  conditionalOnDays: number
  leftOut: number
  days: number[]
  atRisk: number[]
  share: number[]
  error: number[]
  outcomeShare: number[][]
  outcomeError: number[][]
}

for (const vector of (readVectors('tests') as { reversed: Vector[] }).reversed) {
  test(`completed cases agree with R: ${vector.name}`, () => {
    const found = completedByOutcome(countsOf(vector.cells, vector.outcomes), vector.windowDays, vector.minimumAtRisk)!
    const on = (values: Float64Array) => vector.days.map((day) => values[day]!)
    const error = (values: Float64Array) => on(values).map(Math.sqrt)
    expect(found).toMatchObject({ conditionalOnDays: vector.conditionalOnDays, leftOut: vector.leftOut })
    agree(on(found.atRisk), vector.atRisk, 'at risk')
    agree(on(found.share), vector.share, 'share')
    agree(error(found.variance), vector.error, 'error')
    found.outcomes.forEach(({ share, variance }, outcome) => {
      agree(on(share), vector.outcomeShare[outcome]!, `share of outcome ${outcome + 1}`)
      agree(error(variance), vector.outcomeError[outcome]!, `error of outcome ${outcome + 1}`)
    })
  })
}

/** A completed case in reversed time: its duration, and the longest duration with which it would have been seen. */
const completed = (windowDays: number, duration: number, limit: number, event = 1, count = 1) =>
  ({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event, count })

test('six completed cases worked by hand', () => {
  const cases = [[1, 2, 1], [1, 4, 2], [2, 2, 1], [3, 4, 1], [3, 5, 1], [5, 5, 2]] as const
  const counts = countsFromCells(cases.map(([duration, limit, event]) => completed(5, duration, limit, event)), 2)
  // Day 5: two could have taken five days, one did.  F(4) = 1/2
  // Day 4: three could have (limits 4, 4, 5), none did.
  // Day 3: three could have, two did.                F(2) = 1/2 × 1/3 = 1/6
  // Day 2: three could have (limits 2, 4, 2), one did. F(1) = 1/6 × 2/3 = 1/9
  // Day 1: two could have, both did.                 F(0) = 0
  const found = completedByOutcome(counts, 5)!
  expect(found).toMatchObject({ conditionalOnDays: 5, knownFromDay: 1, unplaced: 0, leftOut: 0 })
  agree(found.atRisk, [0, 2, 3, 3, 3, 2], 'at risk')
  agree(found.share, [0, 1 / 9, 1 / 6, 1 / 2, 1 / 2, 1], 'share')
  // Greenwood: 1/(2×1) for day 5, 2/(3×1) for day 3, 1/(3×2) for day 2.
  agree(found.variance, [0, (1 / 2 + 2 / 3 + 1 / 6) / 81, (1 / 2 + 2 / 3) / 36, 1 / 8, 1 / 8, 0], 'variance')
  // Outcome 1: of day 1 half, of days 2 and 3 all, of day 5 none.
  agree(found.outcomes[0]!.share, [0, 1 / 18, 1 / 9, 4 / 9, 4 / 9, 4 / 9], 'outcome 1')
  agree(found.outcomes[1]!.share, [0, 1 / 18, 1 / 18, 1 / 18, 1 / 18, 5 / 9], 'outcome 2')
})

test('the outcomes add to the whole on every day', () => {
  for (const vector of (readVectors('tests') as { reversed: Vector[] }).reversed) {
    const found = completedByOutcome(countsOf(vector.cells, vector.outcomes), vector.windowDays)!
    const added = found.share.map((_, day) => found.outcomes.reduce((sum, { share }) => sum + share[day]!, 0))
    agree(added, [...found.share], vector.name)
  }
})

test('with limits past the window for all, the share is the plain share of the cases', () => {
  const durations = [0, 3, 3, 7, 12]
  const counts = countsFromCells(durations.map((duration) => completed(20, duration, 20)), 1)
  const { share } = completedWithin(counts, 20)!
  agree([share[0]!, share[2]!, share[3]!, share[7]!, share[11]!, share[12]!], [0.2, 0.2, 0.6, 0.8, 0.8, 1], 'share')
})

test('a day on which all who could have been seen completed ends the curve below it, and says so', () => {
  // Nobody but the one who took nine days could have been seen to take nine: what share that is cannot be known.
  const cases = [completed(9, 9, 9), completed(9, 2, 8, 1, 3), completed(9, 4, 6, 1, 2), completed(9, 1, 5)]
  const found = completedWithin(countsFromCells(cases, 1), 9)!
  expect(found).toMatchObject({ conditionalOnDays: 8, leftOut: 1 })
  expect(found.share[8]).toBe(1)
  agree([found.share[3]!, found.share[1]!], [4 / 6, 1 / 6], 'share')
})

test('too few at risk at the top end the curve lower', () => {
  const cases = [completed(9, 8, 9), completed(9, 2, 9), completed(9, 2, 6, 1, 3), completed(9, 4, 6, 1, 2)]
  const counts = countsFromCells(cases, 1)
  expect(completedWithin(counts, 9)).toMatchObject({ conditionalOnDays: 9, leftOut: 0 })
  expect(completedWithin(counts, 9, 3)).toMatchObject({ conditionalOnDays: 6, leftOut: 1 })
})

test('cases too quick to be placed are counted', () => {
  // The one that took a day was only to be seen within a day; from day five on it says nothing.
  const found = completedWithin(countsFromCells([completed(9, 1, 1), completed(9, 5, 9, 1, 3), completed(9, 7, 9)], 1), 9)!
  expect(found).toMatchObject({ conditionalOnDays: 9, knownFromDay: 5, unplaced: 1 })
})

test('nothing completed, no curve', () => {
  expect(completedWithin(countsFromCells([], 1), 9)).toBeUndefined()
})
