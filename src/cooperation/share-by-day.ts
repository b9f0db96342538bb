import { clusterLimits, fewestClusters } from '../statistics/cluster-limits.ts'
import { clusterVarianceOfIncidence } from '../statistics/cluster-variance.ts'
import type { Counts } from '../statistics/counts.ts'
import { everyEvent, atRiskByDay } from '../statistics/margins.ts'
import { mergeOutcomes } from '../statistics/merge-outcomes.ts'
import { sharesWithLimits, type ShareWithLimits } from '../statistics/share-limits.ts'
import type { Figure } from './figure.ts'

export type ShownShare = Pick<Figure, 'value' | 'lower' | 'upper' | 'standardError' | 'interval' | 'atRisk' | 'withheld'> & { readonly day: number }

/**
 * Share that ended with one of `events` by each of the increasing `askedDays`, all others competing, with 95 % limits where
 * limits hold; or why there is none. Past the last day on which anyone was observed nothing is known, unless by then
 * nobody was left without an outcome.
 */
export function shareEndedBy(counts: Counts, events: readonly number[], askedDays: readonly number[]): ShownShare[] {
  const observedUntil = endedForAll(counts) ? Infinity : counts.horizonDays
  const known = askedDays.filter((day) => day <= observedUntil)
  const atRisk = atRiskByDay(counts)
  const shares = sharesWithLimits(counts, events, known, 0.95)
  return [
    ...(inBatches(counts) ? withBatches(counts, events, known, shares) : shares).map((share, index) => shown(share, known[index] ?? 0, atRisk)),
    ...askedDays.slice(known.length).map((day): ShownShare => ({ ...nothing, day, atRisk: 0, withheld: 'past-data' })),
  ]
}

/** Share without any outcome by each day: with the shares of all outcomes it adds to one. */
export function shareOpenAfter(counts: Counts, askedDays: readonly number[]): ShownShare[] {
  const rest = (share: number | null) => (share === null ? null : 1 - share)
  return shareEndedBy(counts, everyEvent(counts), askedDays).map((share) =>
    ({ ...share, value: rest(share.value), lower: rest(share.upper), upper: rest(share.lower) }))
}

/** Whether the file says which requests ended together: on one flight, by one mission of officials. */
export function inBatches({ cells }: Counts): boolean {
  return cells?.some(({ cluster }) => cluster !== undefined) ?? false
}

/** The same shares with limits that allow for batches; none where there are too few of them, or where nothing varies. */
function withBatches(counts: Counts, events: readonly number[], days: readonly number[], shares: readonly ShareWithLimits[]): BatchedShare[] {
  const others = everyEvent(counts).filter((event) => !events.includes(event))
  const { variance, degreesOfFreedom, clusters } = clusterVarianceOfIncidence(mergeOutcomes(counts, [events, others]), 1, days)
  return shares.map((share, index) => {
    const { lower, upper } = clusterLimits(share.value, variance[index] ?? 0, degreesOfFreedom[index] ?? 0, 0.95)
    const hold = share.limits !== null && clusters >= fewestClusters && lower <= share.value && share.value <= upper
    return { value: share.value, standardError: Math.sqrt(variance[index] ?? 0), limits: hold ? { lower, upper, kind: 'cluster-log-log' } : null }
  })
}

type BatchedShare = Omit<ShareWithLimits, 'limits'> & { readonly limits: { readonly lower: number; readonly upper: number; readonly kind: 'cluster-log-log' } | null }

const nothing = { value: null, lower: null, upper: null, standardError: null, interval: 'exact' } as const

function shown({ value, standardError, limits }: ShareWithLimits | BatchedShare, day: number, atRisk: Float64Array): ShownShare {
  const present = atRisk[day] ?? 0
  if (limits === null) return { ...nothing, day, atRisk: present, withheld: 'poor-coverage' }
  return { day, value, standardError, lower: limits.lower, upper: limits.upper, interval: limits.kind, atRisk: present, withheld: null }
}

/** Whether the last days of observation took everyone with an outcome: only then is the curve known to have ended. */
function endedForAll({ exits }: Counts): boolean {
  const lastOpen = exits[0]?.findLastIndex((count) => count > 0) ?? -1
  return exits.slice(1).some((margin) => margin.findLastIndex((count) => count > 0) > lastOpen)
}
