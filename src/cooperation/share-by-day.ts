import type { Counts } from '../statistics/counts.ts'
import { everyEvent, atRiskByDay } from '../statistics/margins.ts'
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
  return [
    ...sharesWithLimits(counts, events, known, 0.95).map((share, index) => shown(share, known[index] ?? 0, atRisk)),
    ...askedDays.slice(known.length).map((day): ShownShare => ({ ...nothing, day, atRisk: 0, withheld: 'past-data' })),
  ]
}

/** Share without any outcome by each day: with the shares of all outcomes it adds to one. */
export function shareOpenAfter(counts: Counts, askedDays: readonly number[]): ShownShare[] {
  const rest = (share: number | null) => (share === null ? null : 1 - share)
  return shareEndedBy(counts, everyEvent(counts), askedDays).map((share) =>
    ({ ...share, value: rest(share.value), lower: rest(share.upper), upper: rest(share.lower) }))
}

const nothing = { value: null, lower: null, upper: null, standardError: null, interval: 'exact' } as const

function shown({ value, standardError, limits }: ShareWithLimits, day: number, atRisk: Float64Array): ShownShare {
  const present = atRisk[day] ?? 0
  if (limits === null) return { ...nothing, day, atRisk: present, withheld: 'poor-coverage' }
  return { day, value, standardError, lower: limits.lower, upper: limits.upper, interval: limits.kind, atRisk: present, withheld: null }
}

/** Whether the last days of observation took everyone with an outcome: only then is the curve known to have ended. */
function endedForAll({ exits }: Counts): boolean {
  const lastOpen = exits[0]?.findLastIndex((count) => count > 0) ?? -1
  return exits.slice(1).some((margin) => margin.findLastIndex((count) => count > 0) > lastOpen)
}
