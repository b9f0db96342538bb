import type { Counts } from './counts.ts'
import { betaQuantile } from './distributions.ts'
import type { CurveLimits } from './limits.ts'
import { dailyCounts, oneMore, type Daily } from './one-more.ts'

/**
 * Confidence limits of the share that has ended with any of `events` by each of `askedDays`, all other events competing,
 * that hold for few people and where the share is 0 or 1. Without censoring and late entries they are Clopper and Pearson's
 * exact binomial limits; with censoring, and one event, the beta product limits of Fay, Brittain and Proschan (Biostatistics
 * 2013, by moments: Fay and Brittain, Statistics in Medicine 2016); competing events and late entries are our extension.
 * They err on the wide side: what they cover in simulation is in docs/reference/coverage.md.
 *
 * The hazards of each day are given the distribution that its counts leave open: among Y at risk, Dirichlet shares
 * (asked, other, Y − ended + 1). The share ended is then a random sum; its mean and variance are carried forward exactly
 * and a beta distribution is matched to them. Its lower tail gives the lower limit. The upper limit comes from the same
 * sum with one more asked event where it would count most.
 * One element per asked day. For a share still waiting take one minus these. To treat other events as censorings, as Kaplan–Meier does, use
 * `mergeOutcomes` first.
 */
export function exactLimits(counts: Counts, events: readonly number[], askedDays: readonly number[], level: number): CurveLimits {
  const daily = dailyCounts(counts, events, Math.max(0, ...askedDays))
  const tail = (1 - level) / 2
  return {
    lower: Float64Array.from(askedDays, (day) => quantile(betaLike(shareBy(day, daily)), tail)),
    upper: Float64Array.from(askedDays, (day) => quantile(betaLike(shareBy(day, daily, oneMore(day, daily).day)), 1 - tail)),
  }
}

/** Means of F (ended as asked), S (still open), F², F S and S². */
export type Moments = { readonly f: number; readonly s: number; readonly ff: number; readonly fs: number; readonly ss: number }

export const nothingEnded: Moments = { f: 0, s: 1, ff: 0, fs: 0, ss: 1 }

/** What the counts up to `day` leave open about F, with one more asked event after those of day `oneMoreOn`, where one is given. */
export function shareBy(day: number, { atRisk, asked, ended }: Daily, oneMoreOn = 0): Moments {
  let moments = nothingEnded
  for (let past = 1; past <= day; past++) {
    if (ended[past]! > 0) moments = split(moments, asked[past]!, ended[past]!, atRisk[past]!)
    if (past === oneMoreOn) moments = split(moments, 1, 1, atRisk[past]! - ended[past]!)
  }
  return moments
}

/** A Dirichlet draw (asked, ended − asked, rest) parts S: the first piece goes to F, the last stays open. */
export function split({ f, s, ff, fs, ss }: Moments, asked: number, ended: number, present: number): Moments {
  const total = present + 1
  const rest = total - ended
  const pairs = total * (total + 1)
  return {
    f: f + (s * asked) / total,
    s: (s * rest) / total,
    ff: ff + (2 * fs * asked) / total + (ss * asked * (asked + 1)) / pairs,
    fs: (fs * rest) / total + (ss * asked * rest) / pairs,
    ss: (ss * rest * (rest + 1)) / pairs,
  }
}

/** The beta distribution with the mean and variance of F; of boundless size where nothing is uncertain. */
export type Beta = { readonly mean: number; readonly size: number }

export function betaLike({ f: mean, ff }: Moments): Beta {
  const variance = ff - mean * mean
  const size = (mean * (1 - mean)) / variance - 1
  return { mean, size: variance > 1e-15 && size > 0 ? size : Infinity }
}

/** The mean itself where nothing is uncertain. */
export function quantile({ mean, size }: Beta, probability: number): number {
  return size === Infinity ? mean : betaQuantile(probability, mean * size, (1 - mean) * size)
}
