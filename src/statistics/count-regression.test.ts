import { expect, test } from 'vitest'
import { fitCounts, type RegressionKind } from './count-regression.ts'
import { interrupted } from './interrupted-series.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

const far = (ours: number | undefined, theirs: number | undefined) => !(Math.abs((ours ?? NaN) - (theirs ?? NaN)) <= 1e-7 * Math.abs(theirs ?? NaN) + 1e-10)

test.each(vectors.effects)('coefficients, covariance, deviance and dispersion of a $kind series agree with R’s glm', (theirs) => {
  const periods = theirs.fromDay.map((fromDay, index) => ({ fromDay, untilDay: fromDay + 30, events: theirs.events[index] ?? NaN, exposure: theirs.exposure[index] ?? NaN }))
  const fit = fitCounts(interrupted(periods, theirs.onDay, 'level-and-slope'), theirs.kind as RegressionKind)
  expect(fit?.settled).toBe(true)
  expect(theirs.coefficients.filter((value, index) => far(fit?.coefficients[index], value))).toEqual([])
  expect(theirs.covariance.filter((row, i) => row.some((value, j) => far(fit?.covariance[i]?.[j], value)))).toEqual([])
  expect([far(fit?.deviance, theirs.deviance), far(fit?.dispersion, theirs.dispersion)]).toEqual([false, false])
})

test('two groups by hand: the coefficients are the log rate and the log rate ratio', () => {
  // 6 in 100 against 24 in 200: rates 0.06 and 0.12. Variances 1/6 and 1/6 + 1/24.
  const fit = fitCounts([{ covariates: [1, 0], events: 6, exposure: 100 }, { covariates: [1, 1], events: 24, exposure: 200 }], 'poisson')
  expect(fit?.coefficients[0]).toBeCloseTo(Math.log(0.06), 12)
  expect(fit?.coefficients[1]).toBeCloseTo(Math.log(2), 12)
  expect(fit?.covariance[0]?.[0]).toBeCloseTo(1 / 6, 12)
  expect(fit?.covariance[1]?.[1]).toBeCloseTo(1 / 6 + 1 / 24, 12)
  expect(fit?.deviance).toBeCloseTo(0, 12)
})

test('two groups by hand: the log odds ratio', () => {
  // 10 of 40 against 30 of 50: odds 1/3 and 3/2. Variance 1/10 + 1/30 + 1/30 + 1/20.
  const fit = fitCounts([{ covariates: [1, 0], events: 10, exposure: 40 }, { covariates: [1, 1], events: 30, exposure: 50 }], 'logistic')
  expect(fit?.coefficients[1]).toBeCloseTo(Math.log(4.5), 12)
  expect(fit?.covariance[1]?.[1]).toBeCloseTo(1 / 10 + 1 / 30 + 1 / 30 + 1 / 20, 12)
})

test.each(['poisson', 'logistic'] as const)('a group without any event: the deviance settles and the %s coefficient is said not to', (kind) => {
  const fit = fitCounts([
    { covariates: [1, 0], events: 6, exposure: 100 }, { covariates: [1, 0], events: 9, exposure: 100 }, { covariates: [1, 1], events: 0, exposure: 100 },
  ], kind)
  expect(fit?.settled).toBe(false)
  expect(fit?.deviance).toBeLessThan(1)
})

test('covariates that say the same twice have no fit', () => {
  expect(fitCounts([{ covariates: [1, 2], events: 6, exposure: 10 }, { covariates: [1, 2], events: 3, exposure: 10 }], 'poisson')).toBeUndefined()
})
