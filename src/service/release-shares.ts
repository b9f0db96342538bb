import { minimumAtRisk } from '../cooperation/conditional-time.ts'
import { type Figure, figureOf, type FigureSubject, gridDays } from '../cooperation/figure.ts'
import { base } from '../disclosure/controlled-rounding.ts'
import { coarseDesignEffect, releasedLimits } from '../disclosure/released-limits.ts'
import { roundShares } from '../disclosure/round-shares.ts'
import { invariant } from '../kernel/invariant.ts'
import { clusterVarianceOfCompleted } from '../statistics/cluster-variance.ts'
import { conditionOnDay } from '../statistics/condition-on-day.ts'
import type { Counts } from '../statistics/counts.ts'
import { completedWithin } from '../statistics/reversed-time.ts'

/** Every share is of those completed within so many days: one condition for all, and no day that the data chose. */
export const conditionDay = 365

const days = gridDays.filter((day) => day < conditionDay)

// No share of an effective size under ten: the same bound as for a plain share.
const smallestEffectiveSize = 10

export type SharesAsked = {
  readonly subject: FigureSubject
  /** In reversed time, with the batches. */
  readonly counts: Counts
  readonly windowDays: number
  /** How many were completed within the condition, and as the release shows it. */
  readonly total: number
  readonly shownTotal: number
  /** Which release, and the releaser's secret. */
  readonly name: string
  readonly key: string
}

/** Completed within the condition: reversed day r is duration `windowDays + 1 - r`. */
export function completedInCondition(counts: Counts | undefined, windowDays: number): number {
  const [, completed] = counts?.exits ?? []
  return completed?.slice(windowDays + 1 - conditionDay).reduce((sum, count) => sum + count, 0) ?? 0
}

/** Share completed by each day of the grid among those completed within a year, rounded; limits from rounded numbers alone. */
export function releasedShares(asked: SharesAsked): Figure[] {
  const { subject, counts, windowDays, total, shownTotal, name, key } = asked
  const whole = completedWithin(counts, windowDays, minimumAtRisk)
  const curve = whole && conditionOnDay(whole, conditionDay)
  if (!curve) return hiddenShares(subject)
  const shares = days.map((day) => curve.share[day] ?? 0)
  const rounded = roundShares({ group: subject.country, shares, total, releasedTotal: shownTotal, totalIsExact: false }, name, key)
  invariant(rounded.ok, 'shares of too few were to be released', { country: subject.country })
  const { variance, degreesOfFreedom } = clusterVarianceOfCompleted(counts, windowDays, curve, days)
  const estimates = shares.map((share, place) => ({ share, variance: variance[place] ?? 0, degreesOfFreedom: degreesOfFreedom[place] ?? 0 }))
  const designEffect = coarseDesignEffect(estimates, total)
  const tooUnsure = designEffect === undefined || shownTotal / designEffect < smallestEffectiveSize
  const named = { withinDays: conditionDay, denominator: shownTotal } as const
  return [
    figureOf(subject, 'requests', { ...roundedCount(shownTotal), withinDays: conditionDay }),
    ...rounded.value.map((share, place) => figureOf(subject, 'completed-by', {
      ...named, day: days[place] ?? null, interval: 'rounded-cluster',
      ...(tooUnsure ? { withheld: 'poor-coverage' } : { value: share.share, ...releasedLimits(share, shownTotal, designEffect) }),
    })),
    // By its own condition everything is completed by then: certain, not estimated.
    figureOf(subject, 'completed-by', { ...named, day: conditionDay, value: 1, lower: 1, upper: 1 }),
  ]
}

/** That there are none, and nothing of how many would have been behind them. */
export function hiddenShares(subject: FigureSubject): Figure[] {
  return gridDays.map((day) => figureOf(subject, 'completed-by', { day, withinDays: conditionDay, interval: 'rounded-cluster', withheld: 'suppressed' }))
}

/** A count that was rounded for release, and what that leaves open: less than one base either way. */
export function roundedCount(shown: number): Partial<Figure> {
  return { value: shown, lower: Math.max(0, shown - base + 1), upper: shown + base - 1, interval: 'rounding', denominator: shown }
}
