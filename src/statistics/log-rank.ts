import { invariant } from '../kernel/invariant.ts'
import { add, at, squareOf, total } from './array-sums.ts'
import type { Counts } from './counts.ts'
import { groupTest, type GroupTest, type Scores } from './group-test.ts'
import { atRiskByDay, eventsByDay } from './margins.ts'

/**
 * Log-rank test that the groups share one hazard (Mantel 1966; hypergeometric variance of Peto and Peto 1972),
 * R's `survdiff` with rho = 0. `events` are the codes that count; every other exit is a censoring, so with
 * competing outcomes this compares cause-specific hazards, not cumulative incidences (for those see `gray.ts`).
 *
 * Delayed entry: an interval joins the risk set on the day after its entry, which makes this the test of
 * R's `coxph(Surv(entry, exit, event) ~ group, ties = 'exact')$score`. Intervals are taken as independent:
 * where departures come in batches the p-value is too small.
 */
export function logRank(groups: readonly Counts[], events: readonly number[]): GroupTest {
  return stratifiedLogRank([groups], events)
}

/** The same within strata: each element holds the same groups in the same order, and comparisons stay inside it. */
export function stratifiedLogRank(strata: readonly (readonly Counts[])[], events: readonly number[]): GroupTest {
  const size = strata[0]?.length ?? 0
  const scores = { observed: new Float64Array(size), expected: new Float64Array(size), variance: squareOf(size) }
  for (const groups of strata) {
    invariant(groups.length === size, 'strata hold different numbers of groups', { size, found: groups.length })
    addStratum(scores, groups, events)
  }
  return groupTest(scores)
}

function addStratum(scores: Scores, groups: readonly Counts[], events: readonly number[]): void {
  const atRisk = groups.map(atRiskByDay)
  const happened = groups.map((group) => eventsByDay(group, events))
  const lastDay = Math.max(0, ...groups.map((group) => group.horizonDays))
  for (let day = 1; day <= lastDay; day++) {
    const today = happened.map((byDay) => at(byDay, day))
    if (total(today) > 0) addDay(scores, atRisk.map((byDay) => at(byDay, day)), today)
  }
}

function addDay({ observed, expected, variance }: Scores, atRisk: readonly number[], happened: readonly number[]): void {
  const [everyone, events] = [total(atRisk), total(happened)]
  // Given who is at risk, events fall on groups as balls drawn without putting back.
  const spread = everyone > 1 ? (events * (everyone - events)) / (everyone - 1) : 0
  for (const [group, own] of atRisk.entries()) {
    const share = own / everyone
    add(observed, group, at(happened, group))
    add(expected, group, events * share)
    if (own > 0) addSplit(variance[group]!, atRisk, group, spread * share, everyone)
  }
}

/** The inner loop: days × groups × groups of it. */
function addSplit(row: Float64Array, atRisk: readonly number[], group: number, scale: number, everyone: number): void {
  const each = scale / everyone
  for (let other = 0; other < row.length; other++) row[other]! -= each * atRisk[other]!
  row[group]! += scale
}
