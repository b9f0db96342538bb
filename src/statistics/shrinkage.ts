import { chiSquareTail, gammaLog, gammaQuantile } from './distributions.ts'

/** Events of one group and what the common hazard expects of it (see `piecewise-exposure.ts`). */
export type EventsAndExpected = { readonly events: number; readonly expected: number }

export type Shrinkage = {
  /**
   * `estimated`: the groups differ by more than chance. `none-found`: chance alone explains what differs, k is infinite and
   * every shrunk ratio is 1. `no-events`: nothing to learn from, k is zero and nothing is shrunk.
   */
  readonly spread: 'estimated' | 'none-found' | 'no-events'
  /** k, the shape of the gamma distribution of the groups' true ratios: their variance is 1 / k. */
  readonly shape: number
  readonly groups: readonly { readonly raw: Ratio; readonly shrunk: Ratio }[]
}

/** A hazard ratio to the common hazard. Null where there is no exposure and so nothing is known; `upper` null is no bound. */
export type Ratio = { readonly value: number | null; readonly lower: number | null; readonly upper: number | null }

/**
 * Raw and shrunk hazard ratios, side by side: events ~ Poisson(θ · expected), θ ~ Gamma(k, k), k by marginal
 * (negative binomial) likelihood. Clayton and Kaldor 1987, Biometrics 43:671–681.
 *
 * Raw limits are exact Poisson limits; shrunk ones are quantiles of Gamma(k + events, k + expected) and take k for known,
 * so that with few groups they are somewhat too narrow. Where no spread is found they use the smallest k that a
 * one-sided likelihood-ratio test at 5 % still allows: an interval without width would claim too much.
 */
export function shrink(groups: readonly EventsAndExpected[], level: number): Shrinkage {
  const shape = shapeByLikelihood(groups)
  const shapeForLimits = shape === Infinity ? smallestAllowedShape(groups) : shape
  return {
    spread: shape === Infinity ? 'none-found' : shape === 0 ? 'no-events' : 'estimated',
    shape,
    groups: groups.map((group) => {
      const raw = rawRatio(group, level)
      return { raw, shrunk: shape === 0 ? raw : shrunkRatio(group, shape, shapeForLimits, level) }
    }),
  }
}

/** k that maximises the likelihood; Infinity where the counts vary no more than chance makes them, 0 where there are none. */
export function shapeByLikelihood(groups: readonly EventsAndExpected[]): number {
  if (groups.every(({ events }) => events === 0)) return 0
  const excess = groups.reduce((sum, { events, expected }) => sum + (events - expected) ** 2 - events, 0)
  // The slope of the likelihood in 1 / k at zero is half this excess: at or below zero the likelihood falls from there.
  if (excess <= 0 || slope(groups, largestShape) >= 0) return Infinity
  return rootOnLogScale((shape) => slope(groups, shape))
}

const [smallestShape, largestShape] = [1e-9, 1e6]

function rawRatio({ events, expected }: EventsAndExpected, level: number): Ratio {
  if (expected === 0) return { value: null, lower: null, upper: null }
  const tail = (1 - level) / 2
  return {
    value: events / expected,
    lower: events === 0 ? 0 : gammaQuantile(tail, events, expected),
    upper: gammaQuantile(1 - tail, events + 1, expected),
  }
}

function shrunkRatio({ events, expected }: EventsAndExpected, shape: number, shapeForLimits: number, level: number): Ratio {
  const quantile = (p: number) => gammaQuantile(p, shapeForLimits + events, shapeForLimits + expected)
  return {
    value: shape === Infinity ? 1 : (shape + events) / (shape + expected),
    lower: quantile((1 - level) / 2),
    upper: quantile((1 + level) / 2),
  }
}

/** Derivative of the log-likelihood in k. */
function slope(groups: readonly EventsAndExpected[], shape: number): number {
  return groups.reduce((sum, { events, expected }) =>
    sum + digammaDifference(shape, events) - Math.log1p(expected / shape) + (expected - events) / (shape + expected), 0)
}

/** Where none is found: the k below which the likelihood is so much less than at infinity that the test refuses it. */
function smallestAllowedShape(groups: readonly EventsAndExpected[]): number {
  // On the boundary the statistic is zero half of the time (Self and Liang 1987): 5 % one-sided is 10 % of chi-square.
  return rootOnLogScale((shape) => chiSquareTail(Math.max(0, 2 * lossAgainstPoisson(groups, shape)), 1) < 0.1 ? 1 : -1)
}

/** Log-likelihood at k = ∞ (Poisson) less that at k. */
function lossAgainstPoisson(groups: readonly EventsAndExpected[], shape: number): number {
  return groups.reduce((sum, { events, expected }) =>
    sum - (gammaLog(shape + events) - gammaLog(shape) - events * Math.log(shape)) + (shape + events) * Math.log1p(expected / shape) - expected, 0)
}

/** Bisection to the last digit: the function is positive left of the root and negative right of it. */
function rootOnLogScale(valueAt: (shape: number) => number): number {
  let [low, high] = [Math.log(smallestShape), Math.log(largestShape)]
  while (high - low > 1e-14) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (valueAt(Math.exp(middle)) > 0) low = middle
    else high = middle
  }
  return Math.exp(low)
}

/** ψ(x + n) − ψ(x) for whole n: a sum while that is short, else the difference. */
function digammaDifference(x: number, n: number): number {
  if (n > 500) return digamma(x + n) - digamma(x)
  let sum = 0
  for (let step = n - 1; step >= 0; step--) sum += 1 / (x + step)
  return sum
}

/** Abramowitz and Stegun 6.3.18, from 10 on; 6.3.5 leads there. */
function digamma(x: number): number {
  let [shifted, sum] = [x, 0]
  while (shifted < 10) sum -= 1 / shifted++
  const square = 1 / (shifted * shifted)
  const coefficients = [-1 / 12, 1 / 120, -1 / 252, 1 / 240, -1 / 132, 691 / 32_760, -1 / 12]
  return sum + Math.log(shifted) - 1 / (2 * shifted) + square * coefficients.reduceRight((total, coefficient) => total * square + coefficient, 0)
}
