// The incomplete gamma and beta integrals, both tails at once so that neither is lost as one minus the other.
import { invariant } from '../kernel/invariant.ts'
import { stirlingError } from './gamma-log.ts'

export type Tails = { readonly lower: number; readonly upper: number }

const tiny = 1e-300
const enough = 1e-16
const mostTerms = 100_000

/** Regularised incomplete gamma integrals P(shape, x) and Q(shape, x). Abramowitz and Stegun 6.5.29 and 6.5.31. */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const density = poissonDensity(shape, x)
  if (x < shape + 1) {
    const lower = density * gammaSeries(shape, x)
    return { lower, upper: 1 - lower }
  }
  const upper = density * shape * fraction(x + 1 - shape, (n) => [-n * (n - shape), x + 1 - shape + 2 * n])
  return { lower: 1 - upper, upper }
}

/** Regularised incomplete beta integral I_x(a, b) and its complement; y is 1 − x. Abramowitz and Stegun 26.5.8. */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (!(y > 0)) return { lower: 1, upper: 0 }
  // Right of about the mean. Two products, so that rounding cannot make both sides want to change places.
  if (x * (b + 1) > y * (a + 1)) {
    const { lower, upper } = incompleteBeta(y, x, b, a)
    return { lower: upper, upper: lower }
  }
  const term = (n: number): [number, number] => {
    const half = Math.floor(n / 2)
    const numerator = n % 2 === 0
      ? half * (b - half) * x / ((a + n - 1) * (a + n))
      : -(a + half) * (a + b + half) * x / ((a + n - 1) * (a + n))
    return [numerator, 1]
  }
  const lower = b / (a + b) * binomialDensity(a, b, x, y) * fraction(1, term)
  return { lower, upper: 1 - lower }
}

/** mean^count · e^−mean / Γ(count + 1), for real count ≥ 0. Loader 2000: no cancellation for large counts. */
export function poissonDensity(count: number, mean: number): number {
  if (count === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count)
}

/** Binomial density of `count` successes and `rest` failures, both real, with q = 1 − p. Loader 2000. */
export function binomialDensity(count: number, rest: number, p: number, q: number): number {
  const size = count + rest
  if (count === 0) return Math.exp(size * (p < q ? Math.log1p(-p) : Math.log(q)))
  if (rest === 0) return Math.exp(size * (q < p ? Math.log1p(-q) : Math.log(p)))
  const exponent = stirlingError(size) - stirlingError(count) - stirlingError(rest) - deviance(count, size * p) - deviance(rest, size * q)
  return Math.exp(exponent) * Math.sqrt(size / (2 * Math.PI * count * rest))
}

/** x log(x / mean) + mean − x, by a series where x is near the mean and the three terms would cancel. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  const ratio = difference / (x + mean)
  if (Math.abs(ratio) > 0.1) return x * Math.log(x / mean) - difference
  // log(x / mean) = 2 artanh(ratio), whose first term takes −difference up exactly.
  let [sum, power] = [difference * ratio, 2 * x * ratio]
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio
    const next = sum + power / odd
    if (next === sum) return sum
    sum = next
  }
}

function gammaSeries(shape: number, x: number): number {
  let [sum, term] = [1, 1]
  for (let n = 1; term > sum * enough; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

/** 1 / (first + a₁ / (b₁ + a₂ / (b₂ + …))) by Lentz's method as modified by Thompson and Barnett 1986. */
function fraction(first: number, term: (n: number) => [numerator: number, denominator: number]): number {
  let c = 1 / tiny
  let d = 1 / (Math.abs(first) < tiny ? tiny : first)
  let value = d
  for (let n = 1; ; n++) {
    invariant(n <= mostTerms, 'a continued fraction does not converge', { first })
    const [numerator, denominator] = term(n)
    d = denominator + numerator * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = denominator + numerator / c
    if (Math.abs(c) < tiny) c = tiny
    value *= c * d
    if (Math.abs(c * d - 1) < enough * 2) return value
  }
}
