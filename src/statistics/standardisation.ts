import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { valueOnDay } from './step.ts'

/** Share of each stratum in the mix that everyone is compared at; the shares add to one. */
export type Mix = ReadonlyMap<string, number>

export type StratumShare = { readonly stratum: string; readonly value: number; readonly variance: number }

/** A cumulative incidence within one stratum: a step function that is 0 before its first day and known up to `untilDay`. */
export type StratumCurve = {
  readonly stratum: string
  readonly days: Int32Array
  readonly incidence: Float64Array
  readonly variance: Float64Array
  readonly untilDay: number
}

export type StandardisedCurve = { readonly days: Int32Array; readonly incidence: Float64Array; readonly variance: Float64Array; readonly untilDay: number }

/** The country has nobody in strata that the mix counts: no weight may stand in for what was never seen. */
export type StratumMissing = { readonly code: 'stratum-missing'; readonly strata: readonly string[] }

/** The mix of all groups together: each stratum's part of the sum of their counts. */
export function mixOf(groups: readonly ReadonlyMap<string, number>[]): Mix {
  const totals = new Map<string, number>()
  for (const group of groups) for (const [stratum, count] of group) totals.set(stratum, (totals.get(stratum) ?? 0) + count)
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0)
  return new Map([...totals].map(([stratum, count]) => [stratum, count / all]))
}

/**
 * Direct standardisation (Keiding 1987, Statistical Science): what share the country would show had it the strata of the mix.
 *
 * Σ weight · value, with variance Σ weight² · variance: the strata are independent and the mix is taken for known.
 * Strata that the mix does not count are left out.
 */
export function standardise(strata: readonly StratumShare[], mix: Mix): Result<{ readonly value: number; readonly variance: number }, StratumMissing> {
  const weighted = weigh(strata, mix)
  if (!weighted.ok) return weighted
  return accept({
    value: weighted.value.reduce((sum, { weight, estimate }) => sum + weight * estimate.value, 0),
    variance: weighted.value.reduce((sum, { weight, estimate }) => sum + weight ** 2 * estimate.variance, 0),
  })
}

/** The same for curves, on every day on which one of them steps, up to the last day on which all of them are known. */
export function standardiseCurves(strata: readonly StratumCurve[], mix: Mix): Result<StandardisedCurve, StratumMissing> {
  const weighted = weigh(strata, mix)
  if (!weighted.ok) return weighted
  const untilDay = Math.min(...weighted.value.map(({ estimate }) => estimate.untilDay))
  const days = Int32Array.from(new Set(weighted.value.flatMap(({ estimate }) => [...estimate.days]))).filter((day) => day <= untilDay).toSorted()
  const [incidence, variance] = [new Float64Array(days.length), new Float64Array(days.length)]
  for (const { weight, estimate } of weighted.value) {
    for (const [row, day] of days.entries()) {
      incidence[row] = (incidence[row] ?? 0) + weight * valueOnDay(estimate.days, estimate.incidence, day, 0)
      variance[row] = (variance[row] ?? 0) + weight ** 2 * valueOnDay(estimate.days, estimate.variance, day, 0)
    }
  }
  return accept({ days, incidence, variance, untilDay })
}

function weigh<Estimate extends { readonly stratum: string }>(
  estimates: readonly Estimate[],
  mix: Mix,
): Result<{ readonly weight: number; readonly estimate: Estimate }[], StratumMissing> {
  const known = new Set(estimates.map(({ stratum }) => stratum))
  invariant(known.size === estimates.length, 'each stratum has one estimate', { strata: estimates.map(({ stratum }) => stratum) })
  const missing = [...mix].filter(([stratum, weight]) => weight > 0 && !known.has(stratum)).map(([stratum]) => stratum)
  if (missing.length > 0) return refuse({ code: 'stratum-missing', strata: missing })
  return accept(estimates.map((estimate) => ({ weight: mix.get(estimate.stratum) ?? 0, estimate })).filter(({ weight }) => weight > 0))
}
