import type { Counts } from './counts.ts'
import { betaQuantile } from './distributions.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { Limits } from './limits.ts'
import { mergeOutcomes } from './merge-outcomes.ts'
import { dailyCounts, oneMore } from './one-more.ts'
import { restrictedMean } from './restricted-mean.ts'
import { mostStoodFor } from './share-limits.ts'
import { valueOnDay } from './step.ts'

// A curve that comes to nought because the last few at risk chanced to go early looks as if all was over.
const mostStoodForAtEnd = 0.05 + 1e-9

/** Restricted mean, with limits where they hold; `standardError` is survfit's. */
export type MeanWithLimits = { readonly days: number; readonly standardError: number; readonly limits: Limits | null }

/**
 * Mean days waited for any of `events`, counting at most `untilDay`, with limits days ± t · error inside [0, untilDay].
 * The error is survfit's times √(D/(D − 1)), and t is Student's with D − 1 degrees of freedom, D being the events on which
 * the error rests (`effectiveEvents`): normal limits are too narrow for few people. No limits under two such events, where nobody
 * was observed so long, or where one person stands for more than a tenth of all (docs/reference/coverage.md).
 */
export function meanWithLimits(counts: Counts, events: readonly number[], untilDay: number, level: number): MeanWithLimits {
  const curve = kaplanMeier(counts, events)
  const { days, standardError, effectiveEvents } = restrictedMean(curve, untilDay)
  const ended = valueOnDay(curve.days, curve.survival, untilDay, 1) === 0
  const merged = mergeOutcomes(counts, [events])
  // The wait of the last day itself needs only those who were open at its start.
  const { standsFor } = oneMore(untilDay - 1, dailyCounts(merged, [1], untilDay))
  if (effectiveEvents < 2 || standsFor > (ended ? mostStoodForAtEnd : mostStoodFor)) return { days, standardError, limits: null }
  const free = effectiveEvents - 1
  const reach = studentQuantile(level, free) * standardError * Math.sqrt(effectiveEvents / free)
  return { days, standardError, limits: { lower: Math.max(0, days - reach), upper: Math.min(untilDay, days + reach) } }
}

/** The t within which either side of nought Student's variable lies with probability `level`: t²/(t² + f) is beta(½, f/2). */
function studentQuantile(level: number, degreesOfFreedom: number): number {
  const part = betaQuantile(level, 0.5, degreesOfFreedom / 2)
  return Math.sqrt((degreesOfFreedom * part) / (1 - part))
}
