import { daysBetween, type PlainDate } from '../kernel/day.ts'
import type { PeriodCount } from './commitment.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** A count of days of which only part are meant. */
export type CountedInPart = PeriodCount & {
  /** At least and at most so many of them fall within: by difference from what else is published, and by no apportioning. Absent where that says nothing. */
  readonly bounds?: { readonly lower: number; readonly upper: number }
}

/**
 * Periods that lie within these days only in part, and tell of some that `within` does not count. Of several lengths, the one that tells
 * of most of them. Nothing is shared out by days: people are not removed at an even pace.
 */
export function countedInPart(asked: Days, within: readonly PeriodCount[], counts: readonly PeriodCount[]): readonly CountedInPart[] {
  const uncounted = (one: PeriodCount) => sharedDays(one, asked) - within.reduce((sum, counted) => sum + sharedDays(one, counted), 0)
  const choices = (['month', 'quarter', 'year', 'other'] as const).map((length) => counts.filter((one) => one.length === length && !liesWithin(one, asked) && uncounted(one) > 0))
  const tells = (choice: readonly PeriodCount[]) => choice.reduce((sum, one) => sum + uncounted(one), 0)
  const best = choices.toSorted((one, other) => tells(other) - tells(one))[0] ?? []
  return best.map((one) => {
    const bounds = boundsOf(one, asked, counts)
    return bounds ? { ...one, bounds } : one
  })
}

/** What is published of the part within, and of the part outside, leaves so much room; all of the part outside leaves none. */
function boundsOf(period: PeriodCount, asked: Days, counts: readonly PeriodCount[]): CountedInPart['bounds'] {
  const parts = counts.filter((one) => one !== period && liesWithin(one, period) && one.length !== 'other')
  const inside = coveringMost(parts.filter((one) => liesWithin(one, asked)))
  const outside = coveringMost(parts.filter((one) => sharedDays(one, asked) === 0))
  const upper = period.count - sumOf(outside)
  const isExact = daysOf(outside) === daysBetween(period.from, period.until) + 1 - sharedDays(period, asked)
  const lower = isExact ? upper : sumOf(inside)
  // Editions that do not agree leave less than nothing.
  return upper < sumOf(inside) || (lower === 0 && upper === period.count) ? undefined : { lower, upper }
}

function coveringMost(parts: readonly PeriodCount[]): readonly PeriodCount[] {
  return (['month', 'quarter', 'year'] as const).map((length) => parts.filter((one) => one.length === length)).toSorted((one, other) => daysOf(other) - daysOf(one))[0] ?? []
}

function liesWithin(one: Days, other: Days): boolean {
  return one.from >= other.from && one.until <= other.until
}

function sharedDays(one: Days, other: Days): number {
  const [from, until] = [one.from > other.from ? one.from : other.from, one.until < other.until ? one.until : other.until]
  return from > until ? 0 : daysBetween(from, until) + 1
}

const daysOf = (parts: readonly Days[]) => parts.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0)
const sumOf = (parts: readonly PeriodCount[]) => parts.reduce((sum, { count }) => sum + count, 0)
