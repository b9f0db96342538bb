import { expect, test } from 'vitest'
import { binomialCumulative } from './distributions.ts'
import { clopperPearson, ratioOfRoundedLimits } from './proportion.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

const far = (ours: number, theirs: number) => Math.abs(ours - theirs) > 1e-9 * Math.abs(theirs) + 1e-15

test('exact limits agree with R', () => {
  const rows = vectors.proportion.clopperPearson
  const wrong = rows.filter(([count = NaN, size = NaN, level = NaN, lower = NaN, upper = NaN]) => {
    const ours = clopperPearson(count, size, level)
    return far(ours.lower, lower) || far(ours.upper, upper)
  })
  expect(rows.length).toBeGreaterThan(60)
  expect(wrong).toEqual([])
})

test('none of four: the exact upper limit is the share at which four misses in a row have probability 0.025', () => {
  // (1 − p)^4 = 0.025.
  expect(clopperPearson(0, 4, 0.95).upper).toBeCloseTo(1 - 0.025 ** 0.25, 12)
  expect(clopperPearson(0, 4, 0.95).lower).toBe(0)
})

test('exact limits of twenty cover every true share at least as often as they say', () => {
  const coverage = (share: number) => Array.from({ length: 21 }, (_, count) => count)
    .filter((count) => clopperPearson(count, 20, 0.95).lower <= share && share <= clopperPearson(count, 20, 0.95).upper)
    .reduce((sum, count) => sum + binomialCumulative(count, 20, share) - binomialCumulative(count - 1, 20, share), 0)
  const shares = Array.from({ length: 99 }, (_, index) => (index + 1) / 100)
  expect(Math.min(...shares.map(coverage))).toBeGreaterThan(0.95)
})

test('5 of 215 in fives was at least 3 of 217 and at most 7 of 213', () => {
  expect(ratioOfRoundedLimits(5, 215, 5)).toEqual({ lower: 3 / 217, upper: 7 / 213 })
})

test('every pair of whole numbers behind two rounded ones keeps its ratio inside the bounds', () => {
  for (const [numerator, denominator, base] of [[10, 40, 5], [0, 10, 10], [30, 20, 10]] as const) {
    const { lower, upper } = ratioOfRoundedLimits(numerator, denominator, base)
    for (let a = 0; a < 60; a++) {
      for (let b = 1; b < 60; b++) {
        if (Math.round(a / base) * base !== numerator || Math.round(b / base) * base !== denominator) continue
        expect(a / b).toBeGreaterThanOrEqual(lower)
        expect(a / b).toBeLessThanOrEqual(upper ?? Infinity)
      }
    }
  }
})

test('counts that are not rounded leave nothing open; a denominator that may be zero leaves no upper bound', () => {
  expect(ratioOfRoundedLimits(5, 215, 1)).toEqual({ lower: 5 / 215, upper: 5 / 215 })
  expect(ratioOfRoundedLimits(5, 0, 5)).toEqual({ lower: 1.5, upper: null })
})

test('more successes than trials is our own mistake', () => {
  expect(() => clopperPearson(3, 2, 0.95)).toThrow('a share counts some out of more')
})
