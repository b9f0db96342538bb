import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { conditionOnDay } from './condition-on-day.ts'
import { countsFromCells } from './counts.ts'
import { completedWithin } from './reversed-time.ts'

/** Completed cases with their duration and the time between their start and the end of the window, in reversed time. */
function reversed(cases: readonly (readonly [duration: number, limit: number])[], windowDays: number) {
  return countsFromCells(cases.map(([duration, limit]) => ({ entryDay: windowDays - limit, exitDay: windowDays + 1 - duration, event: 1, count: 1 })), 1)
}

// By hand: of six cases with the whole window before them, one took 8 days; of the other five, two took 2 days.
test('who took longer than the condition drops out', () => {
  const counts = reversed([[2, 10], [2, 10], [4, 10], [5, 10], [5, 10], [8, 10]], 10)
  const curve = completedWithin(counts, 10)
  const cut = curve && conditionOnDay(curve, 6)
  expect([cut?.share[1], cut?.share[2], cut?.share[4], cut?.share[5], cut?.share[6]].map((share) => Number(share?.toFixed(12)))).toEqual([0, 0.4, 0.6, 1, 1])
  expect(cut?.variance[2]).toBeCloseTo((0.4 * 0.6) / 5, 12)
  expect([cut?.conditionalOnDays, cut?.leftOut, cut?.completions.length]).toEqual([6, 1, 7])
})

test('it is the estimate from a file that never had the longer cases', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed)
    const cases = Array.from({ length: 300 }, () => [1 + Math.floor(90 * random() ** 2), 1 + Math.floor(100 * random())] as const).filter(([duration, limit]) => duration <= limit)
    const whole = completedWithin(reversed(cases, 100), 100, 10)
    const short = completedWithin(reversed(cases.filter(([duration]) => duration <= 40).map(([duration, limit]) => [duration, Math.min(limit, 40)] as const), 40), 40)
    const cut = whole && conditionOnDay(whole, 40)
    for (let day = 0; day <= 40; day++) {
      expect(cut?.share[day], `seed ${seed}, day ${day}`).toBeCloseTo(short?.share[day] ?? NaN, 12)
      expect(cut?.variance[day], `seed ${seed}, day ${day}`).toBeCloseTo(short?.variance[day] ?? NaN, 12)
    }
  }
})

test('a curve that ends before the day has no such condition', () => {
  const curve = completedWithin(reversed([[2, 10], [3, 10]], 10), 10)
  expect(curve && conditionOnDay(curve, 11)).toBeUndefined()
})
