import { clusterVarianceOfCompleted } from '../statistics/cluster-variance.ts'
import { clusterLimits, fewestClusters } from '../statistics/cluster-limits.ts'
import { conditionOnDay } from '../statistics/condition-on-day.ts'
import { limits } from '../statistics/limits.ts'
import { type CompletedCurve, completedWithin } from '../statistics/reversed-time.ts'
import { type Answers, type Group, smallestGroup } from './answer-time.ts'
import { drawCurve, drawnDays } from './draw-curve.ts'
import { type Figure, figureOf, gridDays } from './figure.ts'
import type { ShownShare } from './share-by-day.ts'

// In reversed time everything rests on the first risk sets: where fewer are at risk the condition is drawn closer.
export const minimumAtRisk = 10

/**
 * One condition for every group of a file, the last day of the grid within the window: shares of cases completed within a
 * year and shares of cases completed within two cannot be compared, and must not stand in one funnel.
 */
function commonCondition(windowDays: number): number {
  return gridDays.findLast((day) => day <= windowDays) ?? windowDays
}

/**
 * Share completed by each day of the grid among those completed within a year: files of completed cases only.
 *
 * Estimand: P(T <= day | T <= withinDays), product-limit in reversed time, in days of the group's clock. Limits allow for
 * departures in batches where the counts kept their clusters. It is no waiting time: who was never completed is not in it.
 */
export function conditionalTime(group: Group, windowDays: number): Answers {
  const sizes = [figureOf(group, 'requests', { value: group.requests, denominator: group.requests })]
  const condition = commonCondition(windowDays)
  const whole = group.requests < smallestGroup ? undefined : completedWithin(group.counts, windowDays, minimumAtRisk)
  const curve = whole && conditionOnDay(whole, condition)
  if (!curve) {
    const reason = whole ? 'past-data' : 'too-few'
    return { figures: [...sizes, ...gridDays.map((day) => withheld(group, day, condition, reason))], curves: [], cautions: ['conditional-on-completion', ...(whole ? [] : (['small-numbers'] as const))] }
  }
  const days = drawnDays.filter((day) => day <= condition)
  const points = pointsOf(group, curve, windowDays, days)
  return {
    figures: [
      ...sizes,
      ...gridDays.map((day) => points.find((figure) => figure.day === day) ?? withheld(group, day, condition, 'past-data')),
    ],
    curves: [drawCurve(group, 'completed-by', '', points.filter(isDrawn))],
    cautions: [
      'conditional-on-completion',
      ...(group.counts.cells ? (['cluster-variance'] as const) : []),
      ...(condition < gridDays[gridDays.length - 1]! ? (['window-shorter-than-grid'] as const) : []),
    ],
  }
}

function pointsOf(group: Group, curve: CompletedCurve, windowDays: number, days: readonly number[]): Figure[] {
  const clustered = group.counts.cells ? clusterVarianceOfCompleted(group.counts, windowDays, curve, days) : undefined
  const interval = clustered ? 'cluster-log-log' : 'log-log'
  const insideCondition = curve.completions.reduce((sum, completions) => sum + completions, 0)
  return days.map((day, index) => {
    const named = { day, withinDays: curve.conditionalOnDays, denominator: insideCondition, atRisk: curve.atRisk[day] ?? null } as const
    const value = curve.share[day] ?? 0
    // By its own condition everything is completed by then: certain, not estimated.
    if (day === curve.conditionalOnDays) return figureOf(group, 'completed-by', { ...named, value: 1, lower: 1, upper: 1, standardError: 0 })
    const variance = clustered?.variance[index] ?? curve.variance[day] ?? 0
    const bounds = clustered ? clusterLimits(value, variance, clustered.degreesOfFreedom[index] ?? 0, 0.95) : limits(value, Math.sqrt(variance), 0.95, 'log-log', 'incidence')
    const unsure = !(bounds.lower <= bounds.upper) || (clustered && clustered.clusters < fewestClusters)
    if (unsure) return figureOf(group, 'completed-by', { ...named, interval, withheld: 'poor-coverage' })
    return figureOf(group, 'completed-by', { ...named, value, standardError: Math.sqrt(variance), lower: bounds.lower, upper: bounds.upper, interval })
  })
}

function withheld(group: Group, day: number, withinDays: number | null, reason: 'too-few' | 'past-data'): Figure {
  return figureOf(group, 'completed-by', { day, withinDays, denominator: group.requests, interval: 'log-log', withheld: reason })
}

// Day nought has no limits and needs none drawn; days without a figure are left out of the line.
function isDrawn(figure: Figure): figure is Figure & ShownShare {
  return figure.value !== null && figure.day !== null
}
