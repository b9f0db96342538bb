import { invariant } from '../kernel/invariant.ts'
import { at } from './array-sums.ts'
import type { Cell, Counts } from './counts.ts'
import { completedDerivatives, incidenceDerivatives, outcomeDerivatives, survivalDerivatives, type Derivatives } from './hazard-derivatives.ts'
import { atRiskByDay } from './margins.ts'
import type { CompletedByOutcome, CompletedCurve } from './reversed-time.ts'

/**
 * Variances on the asked days, in their order, that hold when intervals of one cluster go together: a charter takes
 * forty people on one day; one request has intervals on both sides of a gap.
 */
export type ClusterVariance = {
  readonly variance: Float64Array
  /**
   * How much the variance itself is worth, as the degrees of freedom of a chi-square (Satterthwaite 1946) estimated from
   * the clusters' fourth powers; at most `clusters` − 1, 0 where there is no variance. A few large clusters leave few.
   * Limits made with `studentQuantile` of these, not with the normal one, hold from some twenty clusters on.
   */
  readonly degreesOfFreedom: Float64Array
  /** How many clusters there are, an interval without one being its own. */
  readonly clusters: number
}

/**
 * Grouped infinitesimal jackknife: the sum over clusters of the squared sum of its intervals' influences, R's
 * `survfit(..., cluster = , robust = TRUE)` (Lin and Wei 1989; Therneau's survival vignette "methods").
 * Of Kaplan–Meier's S(day), where `events` end the wait. Throws unless the counts kept their cells, as do the others.
 */
export function clusterVarianceOfSurvival(counts: Counts, events: readonly number[], days: readonly number[]): ClusterVariance {
  return clusterVariance(counts, survivalDerivatives(counts, events, days))
}

/** Of the Aalen–Johansen cumulative incidence of `event`, all other events competing. */
export function clusterVarianceOfIncidence(counts: Counts, event: number, days: readonly number[]): ClusterVariance {
  return clusterVariance(counts, incidenceDerivatives(counts, event, days))
}

/** Of the share completed by each duration day, for a curve that `completedWithin` made of the same counts and window. */
export function clusterVarianceOfCompleted(counts: Counts, windowDays: number, curve: CompletedCurve, days: readonly number[]): ClusterVariance {
  return clusterVariance(counts, completedDerivatives(counts, windowDays, curve, days))
}

/** Of the share completed by each duration day with `event`, for a curve that `completedByOutcome` made. */
export function clusterVarianceOfOutcome(
  counts: Counts, windowDays: number, curve: CompletedByOutcome, event: number, days: readonly number[],
): ClusterVariance {
  return clusterVariance(counts, outcomeDerivatives(counts, windowDays, curve, event, days))
}

function clusterVariance(counts: Counts, derivatives: readonly Derivatives[]): ClusterVariance {
  const { cells } = counts
  invariant(cells, 'the cluster variance needs the joint counts, and these are margins only')
  const columns = columnsOf(cells)
  const atRisk = atRiskByDay(counts)
  const clusters = columns.named + columns.single
  const sums = derivatives.map((derivative) => sumPowers(columns, influenceOf(counts, atRisk, derivative)))
  return {
    variance: Float64Array.from(sums, ({ squares }) => squares),
    degreesOfFreedom: Float64Array.from(sums, (powers) => freedomOf(powers, clusters)),
    clusters,
  }
}

function freedomOf({ squares, fourths }: Powers, clusters: number): number {
  if (squares === 0) return 0
  const spread = fourths - (squares * squares) / clusters
  return spread > 0 ? Math.min((2 * squares * squares) / spread, clusters - 1) : clusters - 1
}

/** The cells by column, each asked day being one pass over them; clusters numbered from 0, −1 where each interval is its own. */
type Columns = {
  readonly entryDay: Int32Array
  readonly exitDay: Int32Array
  readonly event: Uint8Array
  readonly count: Float64Array
  readonly cluster: Int32Array
  readonly named: number
  readonly single: number
}

function columnsOf(cells: readonly Cell[]): Columns {
  const size = cells.length
  const [entryDay, exitDay, event] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)]
  const [count, cluster] = [new Float64Array(size), new Int32Array(size).fill(-1)]
  const numbers = new Map<number, number>()
  let single = 0
  for (let index = 0; index < size; index++) {
    const cell = cells[index]!
    entryDay[index] = cell.entryDay
    exitDay[index] = cell.exitDay
    event[index] = cell.event
    count[index] = cell.count
    if (cell.cluster === undefined) single += cell.count
    else {
      const number = numbers.get(cell.cluster) ?? numbers.size
      numbers.set(cell.cluster, number)
      cluster[index] = number
    }
  }
  return { entryDay, exitDay, event, count, cluster, named: numbers.size, single }
}

/**
 * What one interval adds to the estimate beyond its weight, from two tables: what its own event gives (`jump` of event
 * and exit day) less what was expected of it while at risk (`drift` up to its exit, less `drift` up to its entry).
 * The drift is a running sum, so that an interval costs the same however long it is.
 */
type Influence = { readonly jump: readonly Float64Array[]; readonly drift: Float64Array }

function influenceOf({ exits, horizonDays }: Counts, atRisk: Float64Array, derivatives: Derivatives): Influence {
  const jump = exits.map(() => new Float64Array(horizonDays + 1))
  const drift = new Float64Array(horizonDays + 1)
  for (let day = 1; day <= horizonDays; day++) {
    drift[day] = drift[day - 1]!
    const present = atRisk[day]!
    if (present === 0) continue
    for (let event = 1; event < exits.length; event++) {
      const perHead = at(derivatives[event - 1], day) / present
      jump[event]![day] = perHead
      drift[day]! += (perHead * exits[event]![day]!) / present
    }
  }
  return { jump, drift }
}

/** Sums over clusters of the second and fourth power of what their intervals add together. */
type Powers = { readonly squares: number; readonly fourths: number }

function sumPowers({ entryDay, exitDay, event, count, cluster, named }: Columns, { jump, drift }: Influence): Powers {
  const together = new Float64Array(named)
  let [squares, fourths] = [0, 0]
  for (let index = 0; index < exitDay.length; index++) {
    const exit = exitDay[index]!
    const one = jump[event[index]!]![exit]! - drift[exit]! + drift[entryDay[index]!]!
    const number = cluster[index]!
    if (number === -1) {
      squares += count[index]! * one ** 2
      fourths += count[index]! * one ** 4
    } else together[number]! += count[index]! * one
  }
  for (const shared of together) {
    squares += shared ** 2
    fourths += shared ** 4
  }
  return { squares, fourths }
}
