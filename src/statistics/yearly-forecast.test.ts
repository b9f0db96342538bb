import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { normalQuantile } from './distributions.ts'
import { yearlyForecast } from './yearly-forecast.ts'

const counts = [100, 120, 90, 130, 150, 140, 160, 155, 170, 180, 175]
const forecast = (series: readonly number[], yearsAhead = 1) => {
  const result = yearlyForecast(series, yearsAhead, 0.95)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('value and limits agree with R, one year on and two', () => {
  // R 4: l <- log(s + .5); r <- sqrt(mean(diff(l)^2)); exp(tail(l, 1) + c(0, -1, 1) * qt(.975, 10) * r * sqrt(k)) - .5
  for (const [yearsAhead, lower, upper] of [[1, 118.41420095233, 258.51237828061], [2, 100.70772287022, 303.82707234699]] as const) {
    const found = forecast(counts, yearsAhead)
    expect(found.value).toBeCloseTo(175, 9)
    expect(Math.abs(found.lower / lower - 1)).toBeLessThan(1e-6)
    expect(Math.abs(found.upper / upper - 1)).toBeLessThan(1e-6)
  }
})

test('it is tried on its own past with nothing but what was known then', () => {
  // R, from the first nine and the first ten years: 108.5 to 266.2 held 180, 118.6 to 273.1 held 175.
  expect(forecast(counts)).toMatchObject({ years: 11, tried: 2, held: 2 })
  // A tenth year of five times as many was outside; what it would have said then does not know of it.
  expect(forecast([...counts.slice(0, 9), 900, 850])).toMatchObject({ tried: 2, held: 1 })
})

test('eight years are too few, and said to be', () => {
  expect(yearlyForecast(counts.slice(0, 8), 1, 0.95)).toEqual({ ok: false, refusal: { code: 'too-few-years', years: 8, needed: 9 } })
})

test('years of nought stay nought or little, and nothing is not a number', () => {
  expect(forecast(Array.from({ length: 12 }, () => 0))).toMatchObject({ value: 0, lower: 0, upper: 0 })
  const { lower, upper } = forecast([0, 1, 0, 2, 1, 0, 0, 1, 3, 0])
  expect([lower, Number.isFinite(upper) && upper > 3]).toEqual([0, true])
})

test('limits cover the year to come nineteen times of twenty where its reading of chance is right, seed 12', () => {
  const random = seededRandom(12)
  let held = 0
  for (let replicate = 0; replicate < 1000; replicate++) {
    let log = 9
    const walk = Array.from({ length: 13 }, () => Math.round(Math.exp((log += 0.2 * normalQuantile(random())))))
    const { lower, upper } = forecast(walk.slice(0, 12))
    if (lower <= (walk[12] ?? NaN) && (walk[12] ?? NaN) <= upper) held++
  }
  // Monte Carlo error 0.7 points.
  expect(held / 1000).toBeGreaterThan(0.93)
  expect(held / 1000).toBeLessThan(0.97)
})
