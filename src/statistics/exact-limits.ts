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
    lower: Float64Array.from(askedDays, (day) => betaLike(shareBy(day, daily), tail)),
    upper: Float64Array.from(askedDays, (day) => betaLike(shareBy(day, daily, oneMore(day, daily).day), 1 - tail)),
  }
}

/** Means of F (ended as asked), S (still open), F², F S and S². */
type Moments = { readonly f: number; readonly s: number; readonly ff: number; readonly fs: number; readonly ss: number }

function shareBy(day: number, { atRisk, asked, ended }: Daily, oneMoreOn = 0): Moments {
  let moments: Moments = { f: 0, s: 1, ff: 0, fs: 0, ss: 1 }
  for (let past = 1; past <= day; past++) {
    if (ended[past]! > 0) moments = split(moments, asked[past]!, ended[past]!, atRisk[past]!)
    if (past === oneMoreOn) moments = split(moments, 1, 1, atRisk[past]! - ended[past]!)
  }
  return moments
}

/** A Dirichlet draw (asked, ended − asked, rest) parts S: the first piece goes to F, the last stays open. */
function split({ f, s, ff, fs, ss }: Moments, asked: number, ended: number, present: number): Moments {
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

/** Quantile of the beta distribution with the mean and variance of F; the mean itself where nothing is uncertain. */
function betaLike({ f: mean, ff }: Moments, probability: number): number {
  const variance = ff - mean * mean
  const size = (mean * (1 - mean)) / variance - 1
  if (!(variance > 1e-15 && size > 0)) return mean
  return betaQuantile(probability, mean * size, (1 - mean) * size)
}
