import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { aalenJohansen } from './aalen-johansen.ts'
import { type Cell, type Counts, countsFromCells } from './counts.ts'
import { clusterVarianceOfIncidence, clusterVarianceOfSurvival } from './cluster-variance.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { everyEvent } from './margins.ts'
import { mergeOutcomes } from './merge-outcomes.ts'

// Two were there from day 0; three came on days 1, 2 and 3. Three are at risk on each of the days 2, 3 and 4.
const five: Cell[] = [[0, 2, 1], [0, 4, 2], [1, 3, 1], [2, 5, 0], [3, 6, 1]].map(([entryDay, exitDay, event]) => ({ entryDay: entryDay!, exitDay: exitDay!, event: event!, count: 1 }))
const counts = countsFromCells(five, 2)

test('five people, three of them late, by hand: shares still open and ended by each outcome', () => {
  const { days, atRisk, open, incidence } = aalenJohansen(counts, 'multinomial')
  expect([...days]).toEqual([2, 3, 4, 5, 6])
  expect([...atRisk]).toEqual([3, 3, 3, 2, 1])
  close(open, [2 / 3, 4 / 9, 8 / 27, 8 / 27, 0])
  // 1/3, then 2/3 · 1/3 more, and 8/27 more on day 6.
  close(incidence[0]!, [1 / 3, 5 / 9, 5 / 9, 5 / 9, 23 / 27])
  close(incidence[1]!, [0, 0, 4 / 27, 4 / 27, 4 / 27])
})

test('five people by hand: each hazard is 1/3 with variance 2/27, carried through the product', () => {
  const { openVariance, variance } = aalenJohansen(counts, 'multinomial')
  // S = (1 − h)(1 − h)(1 − h): each derivative is −4/9.
  expect(openVariance[2]).toBeCloseTo((3 * 16) / 81 * (2 / 27), 14)
  // F₁ = h + (1 − h) h: both derivatives are 2/3.
  expect(variance[0]![1]).toBeCloseTo(2 * (4 / 9) * (2 / 27), 14)
  // F₂ = (1 − h)(1 − h) h: derivatives −2/9, −2/9 and 4/9.
  expect(variance[1]![2]).toBeCloseTo((4 + 4 + 16) / 81 * (2 / 27), 14)
})

test('five people by hand: with independent counts each hazard has variance 1/9, and outcomes do not share it', () => {
  const { variance } = aalenJohansen(counts, 'aalen')
  expect(variance[1]![2]).toBeCloseTo((4 + 4 + 16) / 81 / 9, 14)
})

test('three people by hand: the jackknife drops each in turn by a little', () => {
  // Without late entries and one event the influence on a share is (own − share)/n: 1/3 of 2/3, −1/3 and −1/3.
  const three = countsFromCells([1, 2, 3].map((exitDay) => ({ entryDay: 0, exitDay, event: 1, count: 1 })), 1)
  expect(clusterVarianceOfSurvival(three, [1], [1]).variance[0]).toBeCloseTo((4 / 9 + 1 / 9 + 1 / 9) / 9, 14)
})

test.each([1, 2, 3, 4, 5])('open and ended shares add to one, and without late entries the jackknife is the multinomial variance (seed %d)', (seed) => {
  const found = countsFromCells(drawCells(seed), 3)
  const { days, open, openVariance, incidence, variance } = aalenJohansen(found, 'multinomial')
  const jackknifeOpen = clusterVarianceOfSurvival(found, everyEvent(found), [...days]).variance
  const jackknife = everyEvent(found).map((event) => clusterVarianceOfIncidence(found, event, [...days]).variance)
  days.forEach((_, row) => {
    expect(open[row]! + incidence.reduce((sum, share) => sum + share[row]!, 0)).toBeCloseTo(1, 12)
    expect(jackknifeOpen[row]!).toBeCloseTo(openVariance[row]!, 14)
    variance.forEach((values, index) => expect(jackknife[index]![row]!).toBeCloseTo(values[row]!, 14))
  })
})

test('people who always go in twos tell as much as half as many would', () => {
  const alone = countsFromCells(drawCells(6), 3)
  const twice = drawCells(6).flatMap((cell, row) => Array.from({ length: cell.count }, (_, copy) => ({ ...cell, count: 2, cluster: 10 * row + copy })))
  const asked = [3, 6, 12]
  const openVariance = (cells: Counts) => clusterVarianceOfSurvival(cells, [1, 2, 3], asked).variance
  close(openVariance(countsFromCells(twice, 3)), openVariance(alone))
})

test('outcomes taken together end the share that they ended apart', () => {
  const found = countsFromCells(drawCells(7), 3)
  const apart = aalenJohansen(found, 'multinomial')
  const together = aalenJohansen(mergeOutcomes(found, [[1, 3], [2]]), 'multinomial')
  close(together.incidence[0]!, apart.incidence[0]!.map((share, row) => share + apart.incidence[2]![row]!))
  close(together.open, apart.open)
})

test('outcomes named in no group become censorings', () => {
  const found = countsFromCells(drawCells(8), 3)
  close(aalenJohansen(mergeOutcomes(found, [[2]]), 'multinomial').open, kaplanMeier(found, [2]).survival)
})

function drawCells(seed: number): Cell[] {
  const random = seededRandom(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  return Array.from({ length: 30 }, () => ({ entryDay: 0, exitDay: 1 + upTo(14), event: upTo(3), count: 1 + upTo(2) }))
}

function close(ours: Iterable<number>, byHand: Iterable<number>) {
  expect([...ours]).toEqual(Array.from(byHand, (value): unknown => expect.closeTo(value, 12)))
}
