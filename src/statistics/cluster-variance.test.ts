import { expect, test } from 'vitest'
import { agree, countsOf, readVectors } from '../../test/r-vectors.ts'
import { seededRandom } from '../kernel/random.ts'
import { aalenJohansen } from './aalen-johansen.ts'
import { clusterBootstrap } from './cluster-bootstrap.ts'
import {
  clusterVarianceOfCompleted, clusterVarianceOfIncidence, clusterVarianceOfOutcome, clusterVarianceOfSurvival, type ClusterVariance,
} from './cluster-variance.ts'
import { type Cell, countsFromCells } from './counts.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { everyEvent } from './margins.ts'
import { completedByOutcome, completedWithin } from './reversed-time.ts'
import { valueOnDay } from './step.ts'

type Vector = {
  name: string
  outcomes: number
  cells: number[][]
  days: number[]
  degreesOfFreedom: number[]
  clusters: number
  survivalError: number[]
  incidenceError: number[][]
}
type Reversed = {
  name: string
  outcomes: number
  windowDays: number
  minimumAtRisk: number
  cells: number[][]
  days: number[]
  clusterError: number[]
  outcomeClusterError: number[][]
}

const errors = ({ variance }: ClusterVariance) => variance.map(Math.sqrt)

for (const vector of (readVectors('tests') as { clusters: Vector[] }).clusters) {
  test(`cluster errors agree with R: ${vector.name}`, () => {
    const counts = countsOf(vector.cells, vector.outcomes)
    const survival = clusterVarianceOfSurvival(counts, everyEvent(counts), vector.days)
    expect(survival.clusters).toBe(vector.clusters)
    agree(errors(survival), vector.survivalError, 'survival')
    agree(clusterVarianceOfIncidence(counts, 1, vector.days).degreesOfFreedom, vector.degreesOfFreedom, 'degrees of freedom')
    vector.incidenceError.forEach((expected, outcome) => {
      agree(errors(clusterVarianceOfIncidence(counts, outcome + 1, vector.days)), expected, `outcome ${outcome + 1}`)
    })
  })
}

for (const vector of (readVectors('tests') as { reversed: Reversed[] }).reversed) {
  test(`cluster errors of completed cases agree with R: ${vector.name}`, () => {
    const counts = countsOf(vector.cells, vector.outcomes)
    const curve = completedByOutcome(counts, vector.windowDays, vector.minimumAtRisk)!
    agree(errors(clusterVarianceOfCompleted(counts, vector.windowDays, curve, vector.days)), vector.clusterError, 'completed')
    vector.outcomeClusterError.forEach((expected, outcome) => {
      const found = clusterVarianceOfOutcome(counts, vector.windowDays, curve, outcome + 1, vector.days)
      agree(errors(found), expected, `outcome ${outcome + 1}`)
    })
  })
}

const one = (exitDay: number, event: number, cluster?: number): Cell =>
  ({ entryDay: 0, exitDay, event, count: 1, ...(cluster === undefined ? {} : { cluster }) })

test('two charters of two worked by hand have twice the variance of four people', () => {
  // Four at risk, two leave on day 1: S = 1/2. Influence of those who leave −1/8, of those who stay +1/8.
  const alone = countsFromCells([{ ...one(1, 1), count: 2 }, one(2, 0), one(2, 0)], 1)
  const batches = countsFromCells([one(1, 1, 7), one(1, 1, 7), one(2, 0, 9), one(2, 0, 9)], 1)
  agree(clusterVarianceOfSurvival(alone, [1], [1]).variance, [4 / 64], 'alone')
  agree(clusterVarianceOfSurvival(batches, [1], [1]).variance, [2 * (2 / 8) ** 2], 'in batches')
  expect(clusterVarianceOfSurvival(alone, [1], [1]).clusters).toBe(4)
  expect(clusterVarianceOfSurvival(batches, [1], [1]).clusters).toBe(2)
})

test('a variance made by one large batch is worth little, however many others there are', () => {
  const people = Array.from({ length: 60 }, (_, index) => one(1 + (index % 20), 1, index))
  const even = clusterVarianceOfSurvival(countsFromCells(people, 1), [1], [10])
  const batch = clusterVarianceOfSurvival(countsFromCells([...people, { ...one(4, 1, 999), count: 40 }], 1), [1], [10])
  expect([even.clusters, even.degreesOfFreedom[0]]).toEqual([60, 59])
  expect(batch.clusters).toBe(61)
  expect(batch.degreesOfFreedom[0]).toBeLessThan(3)
})

test('without delayed entry and clusters the variance is that of Greenwood', () => {
  const counts = countsFromCells([one(2, 1), one(2, 0), one(3, 1), one(3, 1), one(5, 0), one(8, 1), one(9, 0)], 1)
  const curve = kaplanMeier(counts, [1])
  const days = [1, 2, 3, 6, 8]
  agree(clusterVarianceOfSurvival(counts, [1], days).variance, days.map((day) => valueOnDay(curve.days, curve.variance, day, 0)), 'Greenwood')
})

test('a curve at zero, and one before its first day, have no variance', () => {
  const counts = countsFromCells([one(3, 1, 1), one(5, 1, 2)], 1)
  agree(clusterVarianceOfSurvival(counts, [1], [1, 5, 40]).variance, [0, 0, 0], 'variance')
})

test('the variance of margins alone is refused', () => {
  const { cells: _, ...margins } = countsFromCells([one(3, 1, 1), one(5, 1, 2)], 1)
  expect(() => clusterVarianceOfSurvival(margins, [1], [3])).toThrow()
})

/** Charters of 1 to 8 people who wait about as long as each other; the day is a duration, limits where asked for. */
function charters(seed: number, number: number, windowDays: number): Cell[] {
  const random = seededRandom(seed)
  const cells: Cell[] = []
  for (let cluster = 0; cluster < number; cluster++) {
    const usual = 5 + Math.floor(random() * 60)
    const people = 1 + Math.floor(random() * 8)
    for (let person = 0; person < people; person++) {
      const duration = usual + Math.floor(random() * 6)
      const limit = Math.floor(random() * windowDays)
      if (duration <= limit) {
        cells.push({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event: 1 + Math.floor(random() * 2), count: 1, cluster })
      }
    }
  }
  return cells
}

const seed = 20263

test(`drawing whole clusters again and again finds the same variance (seed ${seed})`, () => {
  const windowDays = 150
  const counts = countsFromCells(charters(seed, 250, windowDays), 2)
  const days = [20, 40, 60]
  const curve = completedByOutcome(counts, windowDays)!
  const closed = [
    ...clusterVarianceOfCompleted(counts, windowDays, curve, days).variance,
    ...clusterVarianceOfOutcome(counts, windowDays, curve, 1, days).variance,
  ]
  const drawn = clusterBootstrap(counts, (again) => {
    const found = completedByOutcome(again, windowDays)!
    return [...days.map((day) => found.share[day]!), ...days.map((day) => found.outcomes[0]!.share[day]!)]
  }, 1000, seededRandom(seed + 1))
  // A variance from 1,000 draws has a relative standard error of 4.5 %; the bootstrap and the jackknife differ by about as much.
  drawn.forEach((variance, index) => expect(Math.abs(Math.sqrt(variance / closed[index]!) - 1), `figure ${index}, seed ${seed}`).toBeLessThan(0.12))
  // Batches matter here: Greenwood's error is a good deal smaller.
  expect(Math.sqrt(closed[1]! / curve.variance[40]!)).toBeGreaterThan(1.4)
})

test(`the same holds of cumulative incidence (seed ${seed})`, () => {
  const random = seededRandom(seed)
  const cells = Array.from({ length: 240 }, (_, index) => one(1 + Math.floor(random() * 10) + (index % 40), Math.floor(random() * 3), index % 40))
  const counts = countsFromCells(cells, 2)
  const days = [10, 20, 35]
  const drawn = clusterBootstrap(counts, (again) => {
    const found = aalenJohansen(again, 'multinomial')
    return days.map((day) => valueOnDay(found.days, found.incidence[0]!, day, 0))
  }, 1000, seededRandom(seed + 2))
  const closed = clusterVarianceOfIncidence(counts, 1, days).variance
  drawn.forEach((variance, index) => expect(Math.abs(Math.sqrt(variance / closed[index]!) - 1), `figure ${index}, seed ${seed}`).toBeLessThan(0.12))
})

test('margins alone have no cluster variance', () => {
  const { cells: _, ...margins } = countsFromCells([one(3, 1)], 1)
  expect(() => clusterVarianceOfSurvival(margins, [1], [2])).toThrow('joint counts')
  expect(completedWithin(margins, 5)).toBeDefined()
})
