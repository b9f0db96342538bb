import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { add, at, squareOf, total } from './array-sums.ts'
import type { Counts } from './counts.ts'
import { grayDays, type GrayDay } from './gray-days.ts'
import { groupTest, type GroupTest, type Scores } from './group-test.ts'

/** Gray's weights are wrong where intervals start after day 0: those who had another outcome before are missing from them. */
export type GrayRefusal = { readonly code: 'delayed-entry'; readonly intervals: number }

/**
 * Gray's test that the groups share one cumulative incidence of `event`, while every other event code competes
 * (Gray 1988, Annals of Statistics 16, 1141–1154, with rho = 0; R's `cmprsk::cuminc`). `expected` are the events
 * that each group would have had with the subdistribution hazard of all groups together.
 *
 * Sums are of double precision and hold for any number of rows. cmprsk's own statistic breaks down between about
 * 60,000 and 300,000 rows in a group: compare with it below that. Refuses delayed entry.
 */
export function grayTest(groups: readonly Counts[], event: number): Result<GroupTest, GrayRefusal> {
  return stratifiedGrayTest([groups], event)
}

/** The same within strata: each element holds the same groups in the same order, and comparisons stay inside it. */
export function stratifiedGrayTest(strata: readonly (readonly Counts[])[], event: number): Result<GroupTest, GrayRefusal> {
  const intervals = lateEntries(strata.flat())
  if (intervals > 0) return refuse({ code: 'delayed-entry', intervals })
  const size = strata[0]?.length ?? 0
  const scores = { observed: new Float64Array(size), expected: new Float64Array(size), variance: squareOf(size) }
  for (const groups of strata) {
    invariant(groups.length === size, 'strata hold different numbers of groups', { size, found: groups.length })
    addStratum(scores, groups, event)
  }
  return accept(groupTest(scores))
}

function lateEntries(groups: readonly Counts[]): number {
  return groups.reduce((sum, { entries }) => sum + total(entries.subarray(1)), 0)
}

function addStratum(scores: Scores, groups: readonly Counts[], event: number): void {
  // A day's variance needs what is still to come, so the days are walked twice: once for the sum, once to take it off.
  const ahead = squareOf(groups.length)
  for (const { slope, hazard } of grayDays(groups, event)) addTimes(ahead, slope, hazard)
  for (const day of grayDays(groups, event)) {
    addTimes(ahead, day.slope, -day.hazard)
    addScore(scores, day)
    addVariance(scores.variance, day, ahead)
  }
}

function addScore({ observed, expected }: Scores, { seen, weight }: GrayDay): void {
  const [happened, everyone] = [total(seen), total(weight)]
  for (const [group, own] of weight.entries()) {
    add(observed, group, at(seen, group))
    if (happened > 0) add(expected, group, (happened * own) / everyone)
  }
}

/** Each group's events of either kind move the scores now and through what is still to come. */
function addVariance(variance: Scores['variance'], day: GrayDay, ahead: readonly Float64Array[]): void {
  const happened = total(day.seen)
  for (const [group, atRisk] of day.atRisk.entries()) {
    const [openBefore, open, competing] = [at(day.openBefore, group), at(day.open, group), at(day.competing, group)]
    if (happened > 0 && atRisk > 0) {
      const ties = happened > 1 ? 1 - (happened - 1) / (day.effective * openBefore - 1) : 1
      const carried = open > 0 ? 1 - day.without / open : 1
      const moves = ahead.map((row, score) => at(day.slope[score], group) + carried * at(row, group))
      addSquares(variance, moves, (ties * openBefore * happened) / (day.effective * atRisk))
    }
    if (competing > 0 && open > 0) {
      const ties = competing > 1 ? 1 - (competing - 1) / (atRisk - 1) : 1
      const moves = ahead.map((row) => (day.without / open) * at(row, group))
      addSquares(variance, moves, ties * competing * (openBefore / atRisk) ** 2)
    }
  }
}

function addSquares(variance: Scores['variance'], moves: readonly number[], size: number): void {
  for (const [score, row] of variance.entries()) {
    for (const [other, move] of moves.entries()) add(row, other, at(moves, score) * move * size)
  }
}

function addTimes(sums: readonly Float64Array[], square: readonly Float64Array[], times: number): void {
  for (const [row, values] of sums.entries()) {
    for (const column of values.keys()) add(values, column, at(square[row], column) * times)
  }
}
