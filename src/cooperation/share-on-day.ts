import type { Counts } from '../statistics/counts.ts'
import { exactLimits } from '../statistics/exact-limits.ts'
import { limits } from '../statistics/limits.ts'
import { rowOnDay, valueOnDay } from '../statistics/step.ts'
import type { Figure } from './figure.ts'

/** A share by day with its variance: that ended with one of `events`, or that did not (`still`). */
export type Steps = {
  readonly counts: Counts
  readonly events: readonly number[]
  readonly still: boolean
  readonly days: Int32Array
  readonly atRisk: Float64Array
  readonly value: Float64Array
  readonly variance: Float64Array
}

export type ShownShare = Pick<Figure, 'value' | 'lower' | 'upper' | 'standardError' | 'interval' | 'atRisk' | 'withheld'> & { readonly day: number }

/** From this size on the log-log limits hold their level in simulation; below it the exact ones are used: `docs/reference/coverage.md`. */
export const enoughForLogLog = 100

// Late on the curve few are left at risk and log-log limits fall short however large the group was.
const enoughAtRisk = 20

/**
 * The shares on increasing `askedDays` with their 95 % limits, or why there are none.
 * Past the last day on which anyone was observed nothing is known, unless by then nobody was left without an outcome.
 */
export function sharesOnDays(steps: Steps, askedDays: readonly number[], requests: number): ShownShare[] {
  const lastDay = steps.days.at(-1) ?? 0
  const known = stillOpenAtEnd(steps.counts) ? askedDays.filter((day) => day <= lastDay) : askedDays
  const shares = known.map((day) => approximateShare(steps, day, requests))
  return [...withExactLimits(steps, shares), ...askedDays.slice(known.length).map(pastData)]
}

/** With log-log limits where these hold; with none yet where they do not. */
function approximateShare({ days, atRisk, value, variance, still }: Steps, day: number, requests: number): ShownShare {
  const present = day > (days.at(-1) ?? 0) ? 0 : (atRisk[Math.max(0, rowOnDay(days, day))] ?? 0)
  const share = valueOnDay(days, value, day, still ? 1 : 0)
  const standardError = Math.sqrt(valueOnDay(days, variance, day, 0))
  const common = { day, value: share, standardError, atRisk: present, withheld: null }
  const bounds = limits(share, standardError, 0.95, 'log-log', still ? 'survival' : 'incidence')
  const hold = requests >= enoughForLogLog && present >= enoughAtRisk && !Number.isNaN(bounds.lower)
  return hold ? { ...common, ...bounds, interval: 'log-log' } : { ...common, lower: null, upper: null, interval: 'exact' }
}

// Exact limits cost a hundred times more, so they are found only where they are needed.
function withExactLimits({ counts, events, still }: Steps, shares: readonly ShownShare[]): ShownShare[] {
  const days = shares.filter(({ interval }) => interval === 'exact').map(({ day }) => day)
  if (days.length === 0) return [...shares]
  const exact = exactLimits(counts, events, days, 0.95)
  const rows = new Map(days.map((day, row) => [day, row]))
  return shares.map((share) => {
    const row = rows.get(share.day)
    if (row === undefined) return share
    const [lower, upper] = [exact.lower[row] ?? 0, exact.upper[row] ?? 1]
    return { ...share, ...(still ? { lower: 1 - upper, upper: 1 - lower } : { lower, upper }) }
  })
}

function pastData(day: number): ShownShare {
  return { day, value: null, lower: null, upper: null, standardError: null, interval: 'exact', atRisk: 0, withheld: 'past-data' }
}

/** Whether the last days of observation left anyone without an outcome: then the curve is not known to have ended. */
function stillOpenAtEnd({ exits, entries }: Counts): boolean {
  const sum = (margin: Uint32Array | undefined) => margin?.reduce((total, count) => total + count, 0) ?? 0
  const lastEvent = exits.slice(1).reduce((last, margin) => Math.max(last, margin.findLastIndex((count) => count > 0)), -1)
  const lastOpen = exits[0]?.findLastIndex((count) => count > 0) ?? -1
  return sum(entries) > 0 && lastOpen >= lastEvent
}
