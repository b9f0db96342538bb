import { invariant } from '../kernel/invariant.ts'
import { at, total } from './array-sums.ts'
import { innermostBands, type Band, type BandedCount } from './bands.ts'

export type BandedDistribution = {
  /** Where the likelihood puts probability, in order of days. How it lies inside a band cannot be known. */
  readonly bands: readonly { readonly fromDay: number; readonly toDay: number | null; readonly share: number }[]
  readonly iterations: number
  /** Largest relative gain in log-likelihood per case from moving probability into one band; at most 0 at the maximum. */
  readonly gap: number
  readonly converged: boolean
}

/**
 * Nonparametric maximum likelihood from interval-censored durations by self-consistency (Turnbull 1976), accelerated
 * by squared extrapolation (Varadhan and Roland 2008) and stopped by the condition that characterises the maximum
 * (Gentleman and Geyer 1994), here `tolerance`. R's `survfit` on `Surv(fromDay - 1, toDay, type = 'interval2')`.
 * Shares are conditional on the days that anyone's truncation allows to be seen. No bands when no case was counted.
 */
export function turnbull(observations: readonly BandedCount[], tolerance = 1e-10, mostIterations = 100_000): BandedDistribution {
  const cases = observations.filter(({ count }) => count > 0)
  cases.forEach(checkBand)
  const candidates = innermostBands(cases)
  const ranges = cases.map((seen) => rangesOf(seen, candidates))
  let shares = new Float64Array(candidates.length).fill(1 / candidates.length)
  let gap = candidates.length > 0 ? gainOf(shares, ranges) : 0
  let iterations = 0
  while (gap > tolerance && iterations < mostIterations) {
    shares = leap(shares, ranges)
    gap = gainOf(shares, ranges)
    iterations++
  }
  const bands = candidates.map(({ fromDay, toDay }, index) => ({ fromDay, toDay: Number.isFinite(toDay) ? toDay : null, share: at(shares, index) }))
  return { bands, iterations, gap, converged: gap <= tolerance }
}

/** Bounds of the share of durations of at most `day` days: they differ when the day lies inside a band with probability. */
export function shareWithin({ bands }: BandedDistribution, day: number): { least: number; most: number } {
  const certain = bands.filter(({ toDay }) => toDay !== null && toDay <= day)
  const possible = bands.filter(({ fromDay }) => fromDay <= day)
  return { least: total(certain.map(({ share }) => share)), most: total(possible.map(({ share }) => share)) }
}

function checkBand({ fromDay, toDay, seenFromDay, seenToDay }: BandedCount): void {
  const upper = toDay ?? Infinity
  const inside = (seenFromDay ?? fromDay) <= fromDay && (seenToDay ?? Infinity) >= upper
  invariant(fromDay <= upper && inside, 'not a band, or not inside the days that can be seen', { fromDay, toDay, seenFromDay, seenToDay })
}

/** First and past-the-last candidate that a case may lie in, and that it could have been seen in. */
type Ranges = { readonly count: number; readonly first: number; readonly end: number; readonly seenFirst: number; readonly seenEnd: number }

function rangesOf({ fromDay, toDay, count, seenFromDay, seenToDay }: BandedCount, candidates: readonly Band[]): Ranges {
  const firstFrom = (day: number) => candidates.filter((candidate) => candidate.fromDay < day).length
  const endOf = (day: number) => candidates.filter((candidate) => candidate.toDay <= day).length
  return {
    count,
    first: firstFrom(fromDay),
    end: endOf(toDay ?? Infinity),
    seenFirst: firstFrom(seenFromDay ?? -Infinity),
    seenEnd: endOf(seenToDay ?? Infinity),
  }
}

/** Two steps of self-consistency, then as far along their curve as the likelihood still rises, then one more step. */
function leap(shares: Float64Array, ranges: readonly Ranges[]): Float64Array<ArrayBuffer> {
  const once = step(shares, ranges)
  const twice = step(once, ranges)
  const speed = once.map((share, index) => share - at(shares, index))
  const bend = twice.map((share, index) => share - at(once, index) - at(speed, index))
  const length = Math.sqrt(squares(speed) / squares(bend))
  if (!(length > 1 && Number.isFinite(length))) return twice
  const far = shares.map((share, index) => Math.max(share / 100, share + 2 * length * at(speed, index) + length ** 2 * at(bend, index)))
  // Never to nothing: from zero no step leads back.
  const whole = total(far)
  const landed = step(far.map((share) => share / whole), ranges)
  return logLikelihood(landed, ranges) >= logLikelihood(twice, ranges) ? landed : twice
}

/** Each band's share becomes its share of the cases, seen and unseen, that it is expected to hold. */
function step(shares: Float64Array, ranges: readonly Ranges[]): Float64Array<ArrayBuffer> {
  const gains = gainsOf(shares, ranges)
  const next = shares.map((share, index) => share * (1 + at(gains.perBand, index) / gains.cases))
  const whole = total(next)
  return next.map((share) => share / whole)
}

function gainOf(shares: Float64Array, ranges: readonly Ranges[]): number {
  const { perBand } = gainsOf(shares, ranges)
  return Math.max(...perBand) / total(ranges.map(({ count }) => count))
}

/** Slope of the log-likelihood in each band's share; `cases` are the seen and the unseen ones that go with them. */
function gainsOf(shares: Float64Array, ranges: readonly Ranges[]): { perBand: Float64Array; cases: number } {
  const below = running(shares)
  const changes = new Float64Array(shares.length + 1)
  let cases = 0
  for (const { count, first, end, seenFirst, seenEnd } of ranges) {
    const weight = count / (at(below, end) - at(below, first))
    const unseen = count / (at(below, seenEnd) - at(below, seenFirst))
    cases += unseen
    changes[first] = at(changes, first) + weight
    changes[end] = at(changes, end) - weight
    changes[seenFirst] = at(changes, seenFirst) - unseen
    changes[seenEnd] = at(changes, seenEnd) + unseen
  }
  return { perBand: running(changes).subarray(1, shares.length + 1), cases }
}

function logLikelihood(shares: Float64Array, ranges: readonly Ranges[]): number {
  const below = running(shares)
  return ranges.reduce((sum, { count, first, end, seenFirst, seenEnd }) =>
    sum + count * Math.log((at(below, end) - at(below, first)) / (at(below, seenEnd) - at(below, seenFirst))), 0)
}

/** Sums of the first 0, 1, 2, … numbers. */
function running(numbers: Float64Array): Float64Array {
  const sums = new Float64Array(numbers.length + 1)
  for (const [index, number] of numbers.entries()) sums[index + 1] = at(sums, index) + number
  return sums
}

function squares(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number * number, 0)
}
