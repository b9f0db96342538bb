import type { Counts } from './counts.ts'
import { everyEvent } from './margins.ts'
import { eventsOn, riskSet } from './risk-set.ts'

/** Shares still open and ended by each outcome after each day. Arrays have one element per row of `days`. */
export type IncidenceCurves = {
  /** Distinct days with an event or an exit, increasing. */
  readonly days: Int32Array
  readonly atRisk: Float64Array
  /** Probability that no event of any kind has come: with all of `incidence` it adds to one. */
  readonly open: Float64Array
  readonly openVariance: Float64Array
  /** incidence[k - 1]: probability that event k came by the end of the day. */
  readonly incidence: readonly Float64Array[]
  readonly variance: readonly Float64Array[]
}

/**
 * Aalen and Johansen's cumulative incidence of each outcome among competing ones, with delayed entry:
 * F_k(t) = Σ S(s−) d_k/Y over days s up to t, where S is the Kaplan–Meier curve of all outcomes together.
 *
 * Variances are the delta method's, carried forward exactly from day to day, with the day's hazard h_k = d_k/Y taken as
 * - `multinomial`: one part of a multinomial draw of Y (Greenwood's form; R's etm; without late entries and clusters it
 *   equals the infinitesimal jackknife of survfit);
 * - `aalen`: a count independent of the other outcomes' count, with the hypergeometric correction for ties,
 *   d (Y − d) / (Y² (Y − 1)): R's cmprsk::cuminc, which pools the other outcomes (Gray 1988). Without ties this
 *   is Aalen's 1978 form, d / Y².
 */
export function aalenJohansen(counts: Counts, varianceKind: VarianceKind): IncidenceCurves {
  const { days, atRisk } = riskSet(counts)
  const ended = eventsOn(counts, everyEvent(counts), days)
  const risen = varianceKind === 'multinomial' ? risenMultinomial : risenAalen
  const each = everyEvent(counts).map((event) => {
    const own = eventsOn(counts, [event], days)
    return own.some((count) => count > 0) ? risen(own, ended, atRisk) : { share: own, variance: own }
  })
  return {
    days, atRisk, ...stillOpen(ended, atRisk, varianceKind),
    incidence: each.map(({ share }) => share), variance: each.map(({ variance }) => variance),
  }
}

type VarianceKind = 'multinomial' | 'aalen'

/**
 * One outcome's share F against the share S still open. A day with hazards h_k of the outcome and h of all gives
 * F' = F + S h_k and S' = S (1 − h), hence
 * var F' = var F + 2 h_k cov(F, S) + h_k² var S + S² var h_k,
 * cov(F', S') = (1 − h)(cov(F, S) + h_k var S) − S² cov(h_k, h) and
 * var S' = (1 − h)² var S + S² var h.
 */
type Risen = { readonly share: Float64Array; readonly variance: Float64Array }

// var h_k = h_k (1 − h_k)/Y, cov(h_k, h) = h_k (1 − h)/Y and var h = h (1 − h)/Y.
function risenMultinomial(own: Float64Array, ended: Float64Array, atRisk: Float64Array): Risen {
  const share = new Float64Array(own.length)
  const variance = new Float64Array(own.length)
  let [f, s, varianceF, covariance, varianceS] = [0, 1, 0, 0, 0]
  for (let row = 0; row < own.length; row++) {
    const present = atRisk[row]!
    const hazard = own[row]! / present
    const stay = (present - ended[row]!) / present
    const perHead = (s * s) / present
    varianceF += hazard * (2 * covariance + hazard * varianceS + perHead * (1 - hazard))
    covariance = stay * (covariance + hazard * (varianceS - perHead))
    varianceS = stay * (stay * varianceS + perHead * (1 - stay))
    f += s * hazard
    s *= stay
    share[row] = f
    variance[row] = varianceF
  }
  return { share, variance }
}

// The outcome's count and the others' pooled are independent: cov(h_k, h) = var h_k.
function risenAalen(own: Float64Array, ended: Float64Array, atRisk: Float64Array): Risen {
  const share = new Float64Array(own.length)
  const variance = new Float64Array(own.length)
  let [f, s, varianceF, covariance, varianceS] = [0, 1, 0, 0, 0]
  for (let row = 0; row < own.length; row++) {
    const present = atRisk[row]!
    const hazard = own[row]! / present
    const stay = (present - ended[row]!) / present
    const ofOwn = s * s * tiedPoisson(own[row]!, present)
    varianceF += hazard * (2 * covariance + hazard * varianceS) + ofOwn
    covariance = stay * (covariance + hazard * varianceS) - ofOwn
    varianceS = stay * stay * varianceS + ofOwn + s * s * tiedPoisson(ended[row]! - own[row]!, present)
    f += s * hazard
    s *= stay
    share[row] = f
    variance[row] = varianceF
  }
  return { share, variance }
}

function stillOpen(ended: Float64Array, atRisk: Float64Array, varianceKind: VarianceKind) {
  const open = new Float64Array(ended.length)
  const openVariance = new Float64Array(ended.length)
  let [s, varianceS] = [1, 0]
  for (let row = 0; row < ended.length; row++) {
    const present = atRisk[row]!
    const stay = (present - ended[row]!) / present
    const ofAll = varianceKind === 'multinomial' ? stay * (1 - stay) / present : tiedPoisson(ended[row]!, present)
    varianceS = stay * stay * varianceS + s * s * ofAll
    s *= stay
    open[row] = s
    openVariance[row] = varianceS
  }
  return { open, openVariance }
}

function tiedPoisson(events: number, present: number): number {
  const ties = events > 1 ? (present - events) / (present - 1) : 1
  return (events * ties) / (present * present)
}
