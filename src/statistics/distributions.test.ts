import { expect, test } from 'vitest'
import {
  betaCumulative, betaQuantile, binomialCumulative, chiSquareTail, gammaCumulative, gammaLog, gammaQuantile, normalDensity,
  normalQuantile, normalTail, poissonCumulative, studentDistance, studentTails,
} from './distributions.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

const named: Readonly<Record<string, (...inputs: number[]) => number>> = {
  normalTail, normalQuantile, normalDensity, chiSquareTail, gammaLog, gammaQuantile, betaCumulative, betaQuantile,
  binomialCumulative, poissonCumulative, studentTails, studentDistance,
}
const smallest = 1e-290

test.each(Object.entries(vectors.distributions))('%s agrees with R to twelve digits over a wide grid', (name, rows) => {
  const wrong = rows.filter((row) => {
    const [theirs, value] = [row.at(-1) ?? NaN, named[name]?.(...row.slice(0, -1)) ?? NaN]
    return !(Math.abs(value - theirs) <= Math.max(1e-12 * Math.abs(theirs), smallest))
  })
  expect(rows.length).toBeGreaterThan(15)
  expect(wrong).toEqual([])
})

test('values worked by hand', () => {
  // P(X ≤ 1) in 3 tosses of a fair coin is 1/8 + 3/8; with mean 2, P(X ≤ 1) = 3 e^−2.
  expect(binomialCumulative(1, 3, 0.5)).toBeCloseTo(0.5, 14)
  expect(poissonCumulative(1, 2)).toBeCloseTo(3 * Math.exp(-2), 14)
  // Two degrees of freedom: the tail is e^(−x/2). Beta(1, b): the cumulative is 1 − (1 − x)^b.
  expect(chiSquareTail(3, 2)).toBeCloseTo(Math.exp(-1.5), 14)
  expect(betaCumulative(0.2, 1, 5)).toBeCloseTo(1 - 0.8 ** 5, 14)
  expect(gammaLog(6)).toBeCloseTo(Math.log(120), 13)
})

test('beside its zero at 1 the logarithm of gamma keeps its digits', () => {
  // log Γ(1 + z) = −γ z + (π² / 12) z² − (ζ(3) / 3) z³ + …
  for (const x of [1 - 1e-6, 1 + 1e-6]) {
    const z = x - 1
    const series = z * (-0.5772156649015329 + z * (Math.PI ** 2 / 12 - z * 1.2020569031595942 / 3))
    expect(Math.abs(gammaLog(x) / series - 1)).toBeLessThan(1e-13)
  }
})

test('a quantile leads back to its probability', () => {
  for (const p of [1e-9, 0.025, 0.5, 0.975, 0.999]) {
    expect(1 - normalTail(normalQuantile(p))).toBeCloseTo(p, 14)
    expect(betaCumulative(betaQuantile(p, 3, 77), 3, 77)).toBeCloseTo(p, 14)
    expect(gammaCumulative(gammaQuantile(p, 0.8, 3), 0.8, 3)).toBeCloseTo(p, 14)
  }
})

test('the ends of the scale are kept', () => {
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN])
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), gammaQuantile(0, 2, 1), gammaQuantile(1, 2, 1)]).toEqual([0, 1, 0, Infinity])
  expect([betaCumulative(0, 2, 3), betaCumulative(1, 2, 3), binomialCumulative(-1, 3, 0.5), binomialCumulative(3, 3, 0.5)]).toEqual([0, 1, 0, 1])
})
