// Funnel plots: Spiegelhalter 2005, Statistics in Medicine 24:1185–1202.
import { invariant } from '../kernel/invariant.ts'
import { binomialCumulative, normalQuantile, poissonCumulative } from './distributions.ts'
import { incompleteBeta } from './incomplete-integrals.ts'

/** `binomial` for shares of a denominator; `poisson` for counts over an expectation or an exposure, which may pass one. */
export type FunnelKind = 'binomial' | 'poisson'

export type FunnelInput = { readonly country: string; readonly denominator: number; readonly value: number }
export type FunnelLimits = { readonly denominator: number; readonly lower95: number; readonly upper95: number; readonly lower998: number; readonly upper998: number }
export type FunnelPosition = 'within' | 'beyond-95' | 'beyond-998'

export type FunnelPlot = {
  readonly target: number
  readonly overdispersion: number
  readonly points: readonly (FunnelInput & { readonly position: FunnelPosition })[]
  readonly limits: readonly FunnelLimits[]
}

/**
 * Points, and the limits between which a country with the common value lies 95 and 99.8 times in a hundred.
 *
 * Without a target, the mean of the values weighted by their denominators. Under overdispersion the limits widen as in
 * Spiegelhalter's multiplicative model.
 * Limits come for at most `curvePoints` denominators between the smallest and the largest point, evenly on the log scale.
 */
export function funnel(inputs: readonly FunnelInput[], kind: FunnelKind, target = weightedMean(inputs), curvePoints = 60): FunnelPlot {
  invariant(inputs.every(({ denominator }) => denominator > 0), 'every point of a funnel has a denominator')
  const overdispersion = Math.max(1, dispersion(inputs, kind, target))
  const limitsAt = (denominator: number) => funnelLimits(target, denominator, kind, overdispersion)
  return {
    target,
    overdispersion,
    points: inputs.map((input) => ({ ...input, position: positionOf(input.value, limitsAt(input.denominator)) })),
    limits: denominatorsBetween(inputs.map(({ denominator }) => denominator), curvePoints).map(limitsAt),
  }
}

/**
 * The four limits at one denominator, which may be real. Exact where chance alone is at work. Under overdispersion φ they are
 * Spiegelhalter's target ± z √(φ · variance / denominator): an exact limit at denominator / φ would be one of a handful of
 * cases, which jumps from count to count and can come to lie on the wrong side of the target.
 */
export function funnelLimits(target: number, denominator: number, kind: FunnelKind, overdispersion = 1): FunnelLimits {
  const most = kind === 'binomial' ? 1 : Infinity
  const spread = Math.sqrt((overdispersion * unitVariance(target, kind)) / denominator)
  const at = (probability: number) => (overdispersion > 1
    ? Math.min(most, Math.max(0, target + normalQuantile(probability) * spread))
    : funnelLimit(probability, target, denominator, kind))
  return { denominator, lower95: at(0.025), upper95: at(0.975), lower998: at(0.001), upper998: at(0.999) }
}

/**
 * The value below which the probability lies when `target` is true, interpolated between whole counts (appendix A.1 there):
 * with r the smallest count for which P(R ≤ r) reaches the probability p, (r − (P(R ≤ r) − p) / P(R = r)) / denominator.
 */
export function funnelLimit(probability: number, target: number, denominator: number, kind: FunnelKind): number {
  const most = kind === 'binomial' ? 1 : Infinity
  if (target <= 0 || target >= most) return target
  const cumulative = cumulativeOf(target, denominator, kind)
  const count = smallestCount(probability, target * denominator, cumulative)
  const [reached, before] = [cumulative(count), cumulative(count - 1)]
  const interpolated = count - (reached - probability) / (reached - before)
  return Math.min(most, Math.max(0, interpolated / denominator))
}

/**
 * Overdispersion factor φ: mean square of the z-scores, of which the lowest and highest tenth are set to the tenth and
 * ninetieth percentile, so that the countries that the funnel should find do not hide themselves (appendix A.3 there).
 * May be under one; without any spread of their own the winsorised scores average 0.68.
 */
export function dispersion(inputs: readonly FunnelInput[], kind: FunnelKind, target: number, winsorised = 0.1): number {
  const variance = unitVariance(target, kind)
  if (inputs.length === 0 || variance <= 0) return 1
  const scores = inputs.map(({ value, denominator }) => (value - target) / Math.sqrt(variance / denominator)).toSorted((a, b) => a - b)
  const [low, high] = [percentile(scores, winsorised), percentile(scores, 1 - winsorised)]
  return scores.reduce((sum, score) => sum + Math.min(high, Math.max(low, score)) ** 2, 0) / scores.length
}

/** Variance of the value where the denominator is one. */
function unitVariance(target: number, kind: FunnelKind): number {
  return kind === 'binomial' ? target * (1 - target) : target
}

/** Size of the uncensored sample whose share has this standard error; null where the standard error is zero and says nothing. */
export function effectiveDenominator(value: number, standardError: number): number | null {
  return standardError > 0 && value > 0 && value < 1 ? value * (1 - value) / standardError ** 2 : null
}

function weightedMean(inputs: readonly FunnelInput[]): number {
  const weight = inputs.reduce((sum, { denominator }) => sum + denominator, 0)
  return inputs.reduce((sum, { value, denominator }) => sum + value * denominator, 0) / weight
}

function positionOf(value: number, limits: FunnelLimits): FunnelPosition {
  if (value < limits.lower998 || value > limits.upper998) return 'beyond-998'
  return value < limits.lower95 || value > limits.upper95 ? 'beyond-95' : 'within'
}

function cumulativeOf(target: number, denominator: number, kind: FunnelKind): (count: number) => number {
  if (kind === 'poisson') return (count) => poissonCumulative(count, target * denominator)
  if (Number.isInteger(denominator)) return (count) => binomialCumulative(count, denominator, target)
  // The beta integral carries the binomial sum on to sizes that are not whole.
  return (count) => (count < 0 ? 0 : count >= denominator ? 1 : incompleteBeta(target, 1 - target, count + 1, denominator - count).upper)
}

function smallestCount(probability: number, mean: number, cumulative: (count: number) => number): number {
  let [below, reaching] = [-1, Math.max(1, Math.ceil(mean))]
  while (cumulative(reaching) < probability) [below, reaching] = [reaching, reaching * 2]
  while (reaching - below > 1) {
    const middle = Math.floor((below + reaching) / 2)
    if (cumulative(middle) >= probability) reaching = middle
    else below = middle
  }
  return reaching
}

/** R's type 7: linear between the order statistics. */
function percentile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length - 1) * probability
  const [under, over] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN]
  return under + (over - under) * (place - Math.floor(place))
}

function denominatorsBetween(denominators: readonly number[], points: number): number[] {
  if (denominators.length === 0) return []
  const [low, high] = [Math.max(1, Math.floor(Math.min(...denominators))), Math.ceil(Math.max(...denominators))]
  const steps = Array.from({ length: points }, (_, step) => Math.round(low * (high / low) ** (step / (points - 1))))
  return [...new Set(steps)]
}
