import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { countsFromCells } from '../statistics/counts.ts'
import { answerTime, type Group } from './answer-time.ts'
import type { Figure } from './figure.ts'
import { defaultMethod, findMethod } from './methods.ts'

const method = defaultMethod('cohort')
const outcomes = ['issued', 'refused', 'withdrawn']

// Twelve requests, worked by hand: three issued on day 20, one withdrawn on day 40, two refused on day 80, six open at day 100.
const twelve: Group = {
  country: 'GIN', stratum: '', clock: 'state', period: '2025', requests: 12,
  counts: countsFromCells([
    { entryDay: 0, exitDay: 20, event: 1, count: 3 },
    { entryDay: 0, exitDay: 40, event: 3, count: 1 },
    { entryDay: 0, exitDay: 80, event: 2, count: 2 },
    { entryDay: 0, exitDay: 100, event: 0, count: 6 },
  ], 3),
}

const find = (figures: readonly Figure[], measure: string, day: number | null, outcome = '') =>
  figures.find((figure) => figure.measure === measure && figure.day === day && figure.outcome === outcome)

test('an answer is any decision of the state; a withdrawal by the authority competes with it', () => {
  const { figures } = answerTime(twelve, outcomes, method)
  expect(find(figures, 'answered-by', 30)?.value).toBeCloseTo(3 / 12, 12)
  expect(find(figures, 'answered-by', 60)?.value).toBeCloseTo(3 / 12, 12)
  expect(find(figures, 'answered-by', 90)?.value).toBeCloseTo(5 / 12, 12)
})

test('for a document only what lets the person travel is an answer', () => {
  const { figures } = answerTime(twelve, outcomes, findMethod('document-time') ?? method)
  expect(find(figures, 'answered-by', 90)?.value).toBeCloseTo(3 / 12, 12)
})

test('on every day of the grid all outcomes and those still open add to one', () => {
  const { figures } = answerTime(twelve, outcomes, method)
  for (const day of [30, 60, 90]) {
    const ended = outcomes.reduce((sum, outcome) => sum + (find(figures, 'outcome-by', day, outcome)?.value ?? 0), 0)
    expect(ended + (find(figures, 'open-by', day)?.value ?? 0)).toBeCloseTo(1, 12)
  }
})

test('past the last day on which anyone was watched there is no figure', () => {
  const { figures } = answerTime(twelve, outcomes, method)
  expect(find(figures, 'answered-by', 180)).toMatchObject({ value: null, withheld: 'past-data' })
})

test('once nobody is left open the shares hold for ever', () => {
  const all: Group = { ...twelve, counts: countsFromCells([{ entryDay: 0, exitDay: 20, event: 1, count: 12 }], 3) }
  const { figures } = answerTime(all, outcomes, method)
  expect(find(figures, 'answered-by', 365)).toMatchObject({ value: 1, withheld: null })
  expect(find(figures, 'answered-by', 365)?.lower).toBeLessThan(1)
})

test('no share and no limit passes nought or one, not by a last bit', () => {
  // 120 submitted on 39 days of the own clock: the sum of their shares passes one by rounding.
  const days = Array.from({ length: 120 }, (_, number) => 2 + ((number % 40 + 1) * 3) % 50)
  const all: Group = { ...twelve, requests: 120, counts: countsFromCells(days.map((exitDay) => ({ entryDay: 0, exitDay, event: 1, count: 1 })), 3) }
  const shares = answerTime(all, outcomes, method).figures.filter(({ measure }) => measure.endsWith('-by')).flatMap(({ value, lower, upper }) => [value, lower, upper])
  expect(shares.filter((share) => share !== null && (share < 0 || share > 1))).toEqual([])
})

test('open requests are counted, and gaps do not make a request count twice', () => {
  // One request in two intervals: its gate was closed from day 10 to day 30.
  const gapped: Group = {
    ...twelve, requests: 10,
    counts: countsFromCells([
      { entryDay: 0, exitDay: 10, event: 0, count: 1 },
      { entryDay: 30, exitDay: 50, event: 1, count: 1 },
      { entryDay: 0, exitDay: 60, event: 0, count: 9 },
    ], 3),
  }
  const { figures } = answerTime(gapped, outcomes, method)
  expect(find(figures, 'requests', null)?.value).toBe(10)
  expect(find(figures, 'open', null)?.value).toBe(9)
})

test('under ten requests only counts are shown, and the caution says so', () => {
  const { figures, curves, cautions } = answerTime({ ...twelve, requests: 9 }, outcomes, method)
  expect(figures.filter(({ value }) => value !== null).map(({ measure }) => measure)).toEqual(['requests', 'open'])
  expect(figures.every(({ value, withheld }) => (value === null) === (withheld !== null))).toBe(true)
  expect(curves).toEqual([])
  expect(cautions).toEqual(['small-numbers'])
})

test('on our own clock the wait ends when the request is submitted', () => {
  const own: Group = { ...twelve, clock: 'own', counts: countsFromCells([{ entryDay: 0, exitDay: 14, event: 1, count: 12 }], 1) }
  expect(find(answerTime(own, ['submitted'], method).figures, 'answered-by', 30)?.value).toBe(1)
})

test('no figure that is an estimate stands without its limits', () => {
  const { figures } = answerTime(twelve, outcomes, method)
  const bare = figures.filter(({ value, interval, lower, upper }) => value !== null && interval !== 'complete-count' && (lower === null || Number.isNaN(lower) || (upper !== null && Number.isNaN(upper))))
  expect(bare).toEqual([])
})

test('whatever a file holds, its shares are finite, enclosed by their limits, and add to one', () => {
  for (let seed = 0; seed < 300; seed++) checkMadeUpFile(seed)
})

// The seed names the file of which something was said that cannot be.
function checkMadeUpFile(seed: number): void {
  const random = seededRandom(seed)
  const requests = 10 + Math.floor(random() * 60)
  const longest = 1 + Math.floor(random() * 600)
  const cells = Array.from({ length: requests }, () => {
    const exitDay = 1 + Math.floor(random() * longest)
    const entryDay = random() < 0.2 ? Math.floor(random() * exitDay) : 0
    return { entryDay, exitDay, event: random() < random() ? 0 : 1 + Math.floor(random() * 3), count: 1 }
  })
  const { figures, curves } = answerTime({ ...twelve, requests, counts: countsFromCells(cells, 3) }, outcomes, method)
  for (const { measure, day, value, lower, upper, standardError, withheld } of figures) {
    const name = `seed ${seed}: ${measure} ${day}`
    if (value === null) expect(withheld, name).not.toBeNull()
    for (const number of [value, lower, upper, standardError]) expect(number === null || Number.isFinite(number), name).toBe(true)
    if (value !== null && lower !== null) expect(lower, name).toBeLessThanOrEqual(value)
    if (value !== null && upper !== null) expect(upper, name).toBeGreaterThanOrEqual(value)
    if (value !== null && measure.endsWith('-by')) expect(value >= 0 && value <= 1, name).toBe(true)
  }
  for (const day of [30, 60, 90, 180, 365]) {
    const parts = figures.filter((figure) => figure.day === day && ['outcome-by', 'open-by'].includes(figure.measure))
    if (parts.some(({ value }) => value === null)) continue
    expect(parts.reduce((sum, { value }) => sum + (value ?? 0), 0), `seed ${seed}: day ${day}`).toBeCloseTo(1, 12)
  }
  for (const { value, lower, upper } of curves) value.forEach((share, index) => expect(lower[index]! <= share && share <= upper[index]!, `seed ${seed}`).toBe(true))
}
