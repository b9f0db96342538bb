import { invariant } from '../kernel/invariant.ts'

/** `poisson`: events ~ Poisson(exposure · e^(x β)). `logistic`: events ~ Binomial(exposure, 1 / (1 + e^(−x β))). */
export type RegressionKind = 'poisson' | 'logistic'

export type Observation = { readonly covariates: readonly number[]; readonly events: number; readonly exposure: number }

export type RegressionFit = {
  readonly coefficients: readonly number[]
  /** Covariance of the coefficients as if there were no overdispersion. */
  readonly covariance: readonly (readonly number[])[]
  readonly fitted: readonly number[]
  readonly deviance: number
  /** Sum of squared Pearson residuals over the degrees of freedom; 1 is expected of pure chance. */
  readonly dispersion: number
  readonly degreesOfFreedom: number
  /** False where a coefficient runs off to infinity while the deviance has settled, as when there is no event on one side. */
  readonly settled: boolean
}

/**
 * Maximum likelihood by Newton's steps (McCullagh and Nelder 1989), halved while they make the deviance worse.
 * The first covariate is the intercept. Undefined where the covariates are collinear or nothing settles.
 */
export function fitCounts(observations: readonly Observation[], kind: RegressionKind): RegressionFit | undefined {
  const size = observations[0]?.covariates.length ?? 0
  invariant(observations.every(({ events, exposure }) => exposure > 0 && events >= 0 && (kind === 'poisson' || events <= exposure)), 'events happen to somebody')
  let coefficients: readonly number[] = start(observations, kind, size)
  let deviance = devianceOf(observations, coefficients, kind)
  for (let step = 0; step < 60; step++) {
    const { gradient, information } = derivatives(observations, coefficients, kind)
    const covariance = inverse(information)
    if (covariance === undefined) return undefined
    const shift = covariance.map((row) => dot(row, gradient))
    const next = halved(observations, coefficients, shift, deviance, kind)
    const [moved, improved] = [Math.max(...shift.map(Math.abs)), deviance - next.deviance]
    coefficients = next.coefficients
    deviance = next.deviance
    const settled = moved < 1e-8
    if (settled || (step > 20 && improved < 1e-9 * (deviance + 0.1))) return result(observations, coefficients, deviance, kind, settled)
  }
  return undefined
}

function result(observations: readonly Observation[], coefficients: readonly number[], deviance: number, kind: RegressionKind, settled: boolean): RegressionFit | undefined {
  const covariance = inverse(derivatives(observations, coefficients, kind).information)
  if (covariance === undefined) return undefined
  const fitted = observations.map((observation) => meanOf(observation, coefficients, kind))
  const degreesOfFreedom = observations.length - coefficients.length
  const squares = observations.reduce((sum, { events, exposure }, row) => {
    const mean = fitted[row] ?? NaN
    return sum + (mean === 0 ? 0 : (events - mean) ** 2 / varianceOf(mean, exposure, kind))
  }, 0)
  return { coefficients, covariance, fitted, deviance, dispersion: squares / degreesOfFreedom, degreesOfFreedom, settled }
}

/** Every observation at the common rate. One half keeps the logarithm finite where there is no event, or nothing else. */
function start(observations: readonly Observation[], kind: RegressionKind, size: number): number[] {
  const events = observations.reduce((sum, observation) => sum + observation.events, 0.5)
  const exposure = observations.reduce((sum, observation) => sum + observation.exposure, kind === 'poisson' ? 0.5 : 1)
  const intercept = kind === 'poisson' ? Math.log(events / exposure) : Math.log(events / (exposure - events))
  return [intercept, ...Array.from({ length: size - 1 }, () => 0)]
}

function halved(observations: readonly Observation[], from: readonly number[], shift: readonly number[], deviance: number, kind: RegressionKind) {
  for (let scale = 1; ; scale /= 2) {
    const coefficients = from.map((coefficient, index) => coefficient + scale * (shift[index] ?? 0))
    const reached = devianceOf(observations, coefficients, kind)
    if (reached <= deviance + 1e-9 * (deviance + 1)) return { coefficients, deviance: reached }
    if (scale < 1e-9) return { coefficients: from, deviance }
  }
}

function derivatives(observations: readonly Observation[], coefficients: readonly number[], kind: RegressionKind) {
  const gradient = coefficients.map(() => 0)
  const information = coefficients.map(() => coefficients.map(() => 0))
  for (const observation of observations) {
    const mean = meanOf(observation, coefficients, kind)
    const weight = varianceOf(mean, observation.exposure, kind)
    for (const [i, one] of observation.covariates.entries()) {
      gradient[i]! += one * (observation.events - mean)
      for (const [j, other] of observation.covariates.entries()) information[i]![j]! += weight * one * other
    }
  }
  return { gradient, information }
}

function meanOf({ covariates, exposure }: Observation, coefficients: readonly number[], kind: RegressionKind): number {
  const linear = dot(covariates, coefficients)
  return kind === 'poisson' ? exposure * Math.exp(linear) : exposure / (1 + Math.exp(-linear))
}

function varianceOf(mean: number, exposure: number, kind: RegressionKind): number {
  return kind === 'poisson' ? mean : mean * (1 - mean / exposure)
}

function devianceOf(observations: readonly Observation[], coefficients: readonly number[], kind: RegressionKind): number {
  return observations.reduce((sum, observation) => {
    const mean = meanOf(observation, coefficients, kind)
    const { events, exposure } = observation
    const rest = kind === 'poisson' ? mean - events : timesLogRatio(exposure - events, exposure - mean)
    return sum + 2 * (timesLogRatio(events, mean) + rest)
  }, 0)
}

/** x log(x / y), which is 0 at x = 0. */
function timesLogRatio(x: number, y: number): number {
  return x === 0 ? 0 : x * Math.log(x / y)
}

/** By Gauss and Jordan with the matrix scaled to a unit diagonal; undefined when it is singular to working precision. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const scale = matrix.map((row, index) => 1 / Math.sqrt(row[index]!))
  const rows = matrix.map((row, i) => [...row.map((value, j) => value * scale[i]! * scale[j]!), ...matrix.map((_, j) => (i === j ? 1 : 0))])
  for (const [column, pivotRow] of rows.entries()) {
    const pivot = pivotRow[column]!
    if (!(pivot > 1e-12)) return undefined
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j]! /= pivot
    for (const [i, row] of rows.entries()) {
      const factor = row[column]!
      if (i !== column) for (let j = 0; j < row.length; j++) row[j]! -= factor * pivotRow[j]!
    }
  }
  return rows.map((row, i) => row.slice(matrix.length).map((value, j) => value * scale[i]! * scale[j]!))
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
}
