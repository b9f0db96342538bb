import { expect, test } from 'vitest'
import type { Figure } from '../cooperation/figure.ts'
import { seededRandom } from '../kernel/random.ts'
import { conditionOnDay } from '../statistics/condition-on-day.ts'
import { countsFromCells, type Cell, type Counts } from '../statistics/counts.ts'
import { completedWithin } from '../statistics/reversed-time.ts'
import { type Completed, releaseRemovals, type RemovalsReleased } from './release-removals.ts'

const windowDays = 730
const periods = { earlier: 'FY2098', later: 'FY2099', window: '2097-10-01/2099-09-30' }

/** So many made-up cases, one a day or so: in reversed time, each seen because it was completed within the window. */
function cases(howMany: number, seed: number, meanDays = 100): Counts {
  const random = seededRandom(seed)
  const cells: Cell[] = []
  while (cells.length < howMany) {
    const [duration, limit] = [1 + Math.floor(-Math.log(1 - random()) * meanDays), 1 + Math.floor(random() * windowDays)]
    if (duration <= limit) cells.push({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event: 1, count: 1, cluster: Math.floor(random() * 200) })
  }
  return countsFromCells(cells, 1)
}

const country = (code: string, stated: Partial<Completed>): Completed => ({ country: code, earlier: 0, later: 0, listed: true, timed: undefined, ...stated })
const large = country('QAA', { earlier: 231, later: 187, timed: cases(360, 1) })
const others = [
  country('QBB', { earlier: 83, later: 42, timed: cases(92, 2) }), // under a hundred
  country('QCC', { earlier: 8, later: 190, timed: cases(150, 3) }), // one year too small
  country('QDD', { earlier: 150, later: 151, timed: cases(300, 4, 20) }), // nearly nobody left over
  country('QEE', { earlier: 3, later: 2, timed: cases(4, 5) }),
]

function release(countries: readonly Completed[], key = 'a key for tests only'): RemovalsReleased {
  const released = releaseRemovals({ name: 'made-up', periods, clock: 'made-up', windowDays, countries, key })
  if (!released.ok) throw new Error(JSON.stringify(released.refusal))
  return released.value
}

const sharesOf = ({ figures }: RemovalsReleased, code: string): Figure[] => figures.filter((figure) => figure.country === code && figure.measure === 'completed-by')

test('shares go out for large countries only, and nothing of how many are behind the others', () => {
  const released = release([large, ...others])
  expect(sharesOf(released, 'QAA').map(({ day, withheld, withinDays }) => [day, withheld, withinDays])).toEqual([30, 60, 90, 180, 365].map((day) => [day, null, 365]))
  for (const { country: code } of others) {
    expect(sharesOf(released, code).every(({ value, denominator, withheld }) => value === null && denominator === null && withheld === 'suppressed'), code).toBe(true)
    expect(released.figures.some(({ country: place, measure }) => place === code && measure === 'requests')).toBe(false)
  }
})

test('the limits hold the estimate from the true counts, whatever the key', () => {
  const whole = completedWithin(large.timed!, windowDays, 10)
  const truth = whole && conditionOnDay(whole, 365)
  for (let number = 0; number < 20; number++) {
    for (const { day, value, lower, upper, denominator } of sharesOf(release([large, ...others], `key for tests, number ${number}`), 'QAA')) {
      const [share, shown] = [truth?.share[day ?? 0] ?? NaN, (value ?? NaN) * (denominator ?? NaN)]
      expect(Math.abs(shown - 5 * Math.round(shown / 5)), `key ${number}, day ${day}`).toBeLessThan(1e-6)
      expect((lower ?? NaN) <= share && share <= (upper ?? NaN), `key ${number}, day ${day}`).toBe(true)
    }
  }
})

test('the later counts are those that were published, the earlier ones rounded, the totals exact', () => {
  const { figures } = release([large, ...others])
  const counts = figures.filter(({ measure }) => measure === 'count')
  expect(counts.filter(({ period, country: place }) => period === 'FY2099' && place !== 'all').map(({ value }) => value)).toEqual([187, 42, 190, 151, 2])
  expect(counts.filter(({ country: place }) => place === 'all').map(({ value, interval }) => [value, interval])).toEqual([[475, 'complete-count'], [572, 'complete-count']])
  for (const [index, { value, lower, upper }] of counts.filter(({ period, country: place }) => period === 'FY2098' && place !== 'all').entries()) {
    const truth = [large, ...others][index]?.earlier ?? NaN
    expect((value ?? 1) % 5).toBe(0)
    expect([lower ?? NaN, truth, upper ?? NaN]).toEqual([lower, truth, upper].map(Number).toSorted((a, b) => a - b))
  }
})

test('a country that only the rows have is left out when it is shown as nobody', () => {
  const unlisted = country('QFF', { earlier: 2, listed: false })
  const listed = country('QGG', { earlier: 2 })
  const keys = Array.from({ length: 30 }, (_, number) => `key for tests, number ${number}`)
  const seen = keys.map((key) => release([large, ...others, unlisted, listed], key).figures.filter(({ measure, period }) => measure === 'count' && period === 'FY2098'))
  const shownAs = (code: string) => new Set(seen.map((figures) => figures.find((figure) => figure.country === code)?.value))
  expect(shownAs('QFF')).toEqual(new Set([undefined, 5]))
  expect(shownAs('QGG')).toEqual(new Set([0, 5]))
})
