// Probabilities and quantiles of the distributions that tests and limits need: to 1e-12, checked against R.
import { invariant } from '../kernel/invariant.ts'
import { binomialDensity, incompleteBeta, incompleteGamma, poissonDensity, type Tails } from './incomplete-integrals.ts'

export { gammaLog } from './gamma-log.ts'

/** Density of the standard normal distribution at x. */
export function normalDensity(x: number): number {
  return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)
}

/** Probability that a standard normal variable is above x. */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x)
  return x < 2.5 ? 0.5 - centralArea(x) : normalDensity(x) * millsRatio(x)
}

/** The x below which a standard normal variable lies with probability p; −Infinity for 0, Infinity for 1. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p > 0.5) return upperQuantile(1 - p)
  return p === 0.5 ? 0 : -upperQuantile(p)
}

/** Probability that a chi-square variable with that many degrees of freedom is above x. */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  return incompleteGamma(degreesOfFreedom / 2, x / 2).upper
}

/** Probability that Student's t with that many degrees of freedom is further from zero than x, on either side. */
export function studentTails(x: number, degreesOfFreedom: number): number {
  const square = x * x
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), square / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5).lower
}

/** The distance from zero that Student's t passes, on either side together, with that probability. */
export function studentDistance(probability: number, degreesOfFreedom: number): number {
  const x = betaQuantile(probability, degreesOfFreedom / 2, 0.5)
  return Math.sqrt(degreesOfFreedom * (1 - x) / x)
}

/** Probability that a gamma variable (mean shape / rate) is at most x. */
export function gammaCumulative(x: number, shape: number, rate: number): number {
  return incompleteGamma(shape, x * rate).lower
}

/** The x below which a gamma variable (mean shape / rate) lies with probability p. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  const density = (u: number) => shape * poissonDensity(shape, Math.exp(u))
  return Math.exp(solve(p, Math.log(shape), (u) => incompleteGamma(shape, Math.exp(u)), density)) / rate
}

/** Probability that a beta variable is at most x. */
export function betaCumulative(x: number, a: number, b: number): number {
  return incompleteBeta(x, 1 - x, a, b).lower
}

/** The x below which a beta variable lies with probability p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0 || p === 1) return p
  const density = (u: number) => a * b / (a + b) * binomialDensity(a, b, logistic(u), logistic(-u))
  return logistic(solve(p, Math.log(a / b), (u) => incompleteBeta(logistic(u), logistic(-u), a, b), density))
}

/** Probability of at most `count` successes in `size` trials. */
export function binomialCumulative(count: number, size: number, probability: number): number {
  if (count < 0) return 0
  const whole = Math.floor(count)
  return whole >= size ? 1 : incompleteBeta(probability, 1 - probability, whole + 1, size - whole).upper
}

/** Probability of at most `count` events where `mean` are expected. */
export function poissonCumulative(count: number, mean: number): number {
  return count < 0 ? 0 : incompleteGamma(Math.floor(count) + 1, mean).upper
}

/** Area between 0 and x ≥ 0 under the normal density. Abramowitz and Stegun 26.2.11: all terms positive. */
function centralArea(x: number): number {
  let [sum, term] = [x, x]
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= x * x / odd
    sum += term
  }
  return normalDensity(x) * sum
}

/** Tail over density for x ≥ 2.5. Abramowitz and Stegun 26.2.14, from the back; 120 terms are enough at 2.5. */
function millsRatio(x: number): number {
  let value = x
  for (let term = 120; term >= 1; term--) value = x + term / value
  return 1 / value
}

/** The x above which probability q ≤ ½ lies: Hastings's approximation (26.2.23), then Halley's steps. */
function upperQuantile(q: number): number {
  if (q === 0) return Infinity
  const t = Math.sqrt(-2 * Math.log(q))
  let x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 3; step++) {
    // Near the middle, tail less q would cancel; the area from the middle does not.
    const excess = x < 1 ? 0.5 - q - centralArea(Math.abs(x)) * Math.sign(x) : normalTail(x) - q
    const newton = excess / normalDensity(x)
    x += newton / (1 + newton * x / 2)
  }
  return x
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u))
}

/**
 * The u at which the lower tail is p, by Newton's steps on the logarithm of the smaller tail, kept inside a bracket.
 * On the log (gamma) or logit (beta) scale both tails are log-concave, so that the steps settle from any start.
 */
function solve(p: number, start: number, tailsAt: (u: number) => Tails, densityAt: (u: number) => number): number {
  // Below e^−750 there is no number but zero.
  let [low, high, u] = [-750, 709, start]
  for (let step = 0; ; step++) {
    invariant(step < 400, 'a quantile was not found', { p, start })
    const { lower, upper } = tailsAt(u)
    if (lower < p) low = u
    else high = u
    const shift = p < 0.5 ? Math.log(p / lower) * lower : Math.log(upper / (1 - p)) * upper
    const newton = u + shift / densityAt(u)
    // Newton's steps square their error: after one this small nothing is left but rounding.
    if (Math.abs(newton - u) < 1e-9) return newton
    u = newton > low && newton < high ? newton : (low + high) / 2
    if (high - low < 1e-12) return u
  }
}
