import { expect, test } from 'vitest'
import { clusterLimits } from './cluster-limits.ts'
import { limits } from './limits.ts'

test('with very many degrees of freedom the limits are those of the normal quantile', () => {
  expect(clusterLimits(0.3, 0.0016, 1e9, 0.95)).toEqual(limits(0.3, 0.04, 0.95, 'log-log', 'incidence'))
})

test('the limits of ten degrees of freedom worked by hand', () => {
  // Share 0.3: one minus it is 0.7, log(0.7) = −0.3566749; 2.2281389 × 0.04 / (0.7 × 0.3566749) = 0.3569699.
  // e to the power of ±0.3569699 is 1.4289929 and 0.6997936; 0.7 to those powers is 0.6006842 and 0.7791133.
  const { lower, upper } = clusterLimits(0.3, 0.0016, 10, 0.95)
  expect(lower).toBeCloseTo(1 - 0.7791133, 6)
  expect(upper).toBeCloseTo(1 - 0.6006842, 6)
})

test('where nothing varies there are no limits', () => {
  for (const [share, variance, degreesOfFreedom] of [[1, 0, 0], [0, 0, 0], [0.4, 0.001, 0]] as const) {
    expect(clusterLimits(share, variance, degreesOfFreedom, 0.95)).toEqual({ lower: Number.NaN, upper: Number.NaN })
  }
})
