import { expect, test } from 'vitest'
import { coarseDesignEffect, releasedLimits } from './released-limits.ts'

// R 4.2.2: qbeta(0.025, 50 * 95.5 / 204, 50 - 50 * 95.5 / 204 + 1), qbeta(0.975, 50 * 104.5 / 196 + 1, 50 - 50 * 104.5 / 196)
test('limits are those of the effective sample at both ends of the rounding', () => {
  const { lower, upper, standardError } = releasedLimits({ share: 0.5, count: 100, lower: 95.5 / 204, upper: 104.5 / 196 }, 200, 4)
  expect([lower, upper]).toEqual([expect.closeTo(0.325632519891666, 9), expect.closeTo(0.675565860398199, 9)])
  expect(standardError).toBeCloseTo(Math.sqrt(0.25 / 50), 12)
})

test('nobody and everybody have limits too, and no standard error', () => {
  const none = releasedLimits({ share: 0, count: 0, lower: 0, upper: 4.5 / 96 }, 100, 2)
  expect([none.lower, none.standardError]).toEqual([0, null])
  expect(none.upper).toBeGreaterThan(4.5 / 96)
  expect(releasedLimits({ share: 1, count: 100, lower: 95.5 / 104, upper: 1 }, 100, 2).upper).toBe(1)
})

// By hand: 0.25 of 100 has variance 0.001875 in a simple sample; 0.006 is 3.2 times that.
test('the design effect goes up to the next coarse step', () => {
  const sure = { share: 0.25, degreesOfFreedom: 1e6 }
  expect(coarseDesignEffect([{ ...sure, variance: 0.006 }], 100)).toBe(5)
  expect(coarseDesignEffect([{ ...sure, variance: 0.0001 }], 100)).toBe(1)
  expect(coarseDesignEffect([{ ...sure, variance: 0.0001 }, { ...sure, variance: 0.02 }], 100)).toBe(20)
  expect(coarseDesignEffect([{ ...sure, variance: 0.2 }], 100)).toBeUndefined()
})

test('a variance that rests on a few batches counts for more', () => {
  // Student's quantile for 4 degrees of freedom is 2.776, 1.417 times the normal one: 3.2 becomes 6.4.
  expect(coarseDesignEffect([{ share: 0.25, degreesOfFreedom: 4, variance: 0.006 }], 100)).toBe(10)
})

test('shares without variance decide nothing', () => {
  expect(coarseDesignEffect([{ share: 0, degreesOfFreedom: 0, variance: 0 }, { share: 1, degreesOfFreedom: 0, variance: 0 }], 100)).toBe(1)
})
