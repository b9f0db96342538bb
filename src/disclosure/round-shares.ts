import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { base } from './controlled-rounding.ts'
import { keyedNumber } from './keyed-chance.ts'
import { guardedUnder } from './release-check.ts'

/** Shares of one group (say, a country in a year) at the days of the fixed grid. */
export type Shares = {
  /** Which group this is, the same in every release: the days of one group are rounded together. */
  readonly group: string
  /** By day, each from 0 to 1 and none lower than the one before. */
  readonly shares: readonly number[]
  /** How many people are behind them. */
  readonly total: number
  /** That number as the release shows it: as `roundTable` left it, or as somebody else published it. */
  readonly releasedTotal: number
  /** Whether `releasedTotal` is the true number, published by somebody else. */
  readonly totalIsExact: boolean
}

/** A share whose product with the released total is a multiple of five; `lower` to `upper` is where rounding may have moved it from. */
export type ReleasedShare = { readonly share: number; readonly count: number; readonly lower: number; readonly upper: number }

export type TooFew = { readonly code: 'too-few'; readonly releasedTotal: number }

/**
 * Shares that tell no more than rounded counts do.
 *
 * Each share becomes a count, all counts of the group are moved up by one secret number from 0 to 4 and cut to the
 * multiple of five below; the number agrees with the way the total went, so that one count is never shown rounded two
 * ways. Hence the shares never fall, nobody stays nobody, and each count lies within four of what is shown.
 * Refused when the released total is under ten; the true one does not decide, or the refusal would tell it.
 * A limit of any statistical interval must be computed from the released count and total: exact limits give exact counts.
 * Source: systematic rounding, Madow (1949), with a keyed start.
 */
export function roundShares(given: Shares, name: string, key: string): Result<readonly ReleasedShare[], TooFew> {
  const { group, shares, total, releasedTotal } = given
  invariant(key.length >= 16, 'a key that can be guessed undoes the rounding')
  invariant(shares.every((share, day) => share >= (shares[day - 1] ?? 0) && share <= 1), 'shares fall, or leave 0 to 1', { group })
  if (releasedTotal < guardedUnder) return refuse({ code: 'too-few', releasedTotal })
  const starts = possibleStarts(given)
  const start = starts[keyedNumber(key, JSON.stringify([name, group]), starts.length)] ?? 0
  // Never above the multiple below the total: `6 of 6` would say that the count was moved up to ten.
  const counts = shares.map((share) => Math.min(multipleBelow(Math.round(share * total) + start), multipleBelow(releasedTotal)))
  return accept(counts.map((count) => released(count, given)))
}

/** With an exact total any start will do; with a rounded one, those that take the total where it went. */
function possibleStarts({ group, total, releasedTotal, totalIsExact }: Shares): number[] {
  const starts = Array.from({ length: base }, (_, start) => start)
  if (totalIsExact) {
    invariant(total === releasedTotal, 'an exact total differs from the true one', { group })
    return starts
  }
  const fitting = starts.filter((start) => multipleBelow(total + start) === releasedTotal)
  invariant(fitting.length > 0, 'a released total is not beside the true one', { group })
  return fitting
}

function multipleBelow(count: number): number {
  return Math.floor(count / base) * base
}

/** The count was within four of what is shown and, before that, within half a person of the share; the total within four. */
function released(count: number, { releasedTotal, totalIsExact }: Shares): ReleasedShare {
  const reach = base - 1 + 0.5
  const slack = totalIsExact ? 0 : base - 1
  return {
    share: count / releasedTotal,
    count,
    lower: Math.max(0, count - reach) / (releasedTotal + slack),
    upper: Math.min(1, (count + reach) / (releasedTotal - slack)),
  }
}
