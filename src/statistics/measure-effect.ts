import { accept, refuse, type Result } from '../kernel/result.ts'
import { fitCounts, type Observation, type RegressionFit, type RegressionKind } from './count-regression.ts'
import { chiSquareTail, studentDistance, studentTails } from './distributions.ts'
import { around, eventsOf, interrupted, type Period } from './interrupted-series.ts'
import { type Placebos, placebosInSpace, placebosInTime } from './placebos.ts'

export type EffectChoices = {
  /** The day the measure took effect, on the scale of the periods (for example days since 1970). */
  readonly onDay: number
  readonly kind: RegressionKind
  readonly level: number
  /** Other countries over the same time without the measure, by name: placebos in space. */
  readonly controls?: ReadonlyMap<string, readonly Period[]>
}

/** What the hazard (or, for `logistic`, the odds) was multiplied by. */
export type Change = { readonly ratio: number; readonly lower: number; readonly upper: number; readonly pValue: number }

export type EffectCaution =
  | 'regression-to-the-mean' // always: a measure taken in a bad spell is followed by better times without its doing
  | 'unusual-before' // the last six periods before the measure lay off their trend: regression to the mean is likely
  | 'overdispersed' // the counts vary more than chance; limits were widened
  | 'autocorrelated' // neighbouring periods resemble each other; limits are too narrow
  | 'few-placebos' // fewer than the 19 placebos, in time or in space, that a p-value of 5 % needs

export type MeasureEffect = {
  readonly periodsBefore: number
  readonly periodsAfter: number
  /** Periods during which the measure began, left out. */
  readonly straddling: number
  /** Per year, before the measure. */
  readonly trendBefore: Change
  /** At once, on the day of the measure. */
  readonly levelChange: Change
  /** Per year, after against before. */
  readonly slopeChange: Change
  /** The last six periods before the measure against the trend of the earlier ones; null where it cannot be said. */
  readonly lastBefore: Change | null
  readonly dispersion: number
  /** Correlation of each period's Pearson residual with the next one's. */
  readonly residualCorrelation: number
  readonly placebosInTime: Placebos
  readonly placebosInSpace: Placebos
  readonly cautions: readonly EffectCaution[]
}

export type EffectRefusal =
  | { readonly code: 'too-few-periods-before' | 'too-few-periods-after'; readonly periods: number; readonly needed: number }
  | { readonly code: 'too-few-events-before'; readonly events: number; readonly needed: number }
  /** A coefficient runs off, as when nothing at all happened after the measure. */
  | { readonly code: 'no-estimate'; readonly eventsBefore: number; readonly eventsAfter: number }

const [neededBefore, neededAfter, neededEvents, lastPeriods] = [24, 6, 10, 6]

/**
 * Change of the hazard's level and slope at a known day, by segmented regression (Wagner and others 2002,
 * Journal of Clinical Pharmacy and Therapeutics 27:299–309): log hazard or log odds = a + b t + c after + d after t,
 * t in years from that day.
 *
 * An association in time: what else changed that day is in it too. Limits and p-values use Student's t, with standard errors
 * widened by √φ where the Pearson dispersion φ is over one. Seasons are not modelled.
 */
export function measureEffect(series: readonly Period[], { onDay, kind, level, controls }: EffectChoices): Result<MeasureEffect, EffectRefusal> {
  const { before, after, straddling } = around(series, onDay)
  const refusal = tooLittle(before, after)
  if (refusal !== undefined) return refuse(refusal)
  const observations = interrupted([...before, ...after], onDay, 'level-and-slope')
  const fit = fitCounts(observations, kind)
  if (fit?.settled !== true) return refuse({ code: 'no-estimate', eventsBefore: eventsOf(before), eventsAfter: eventsOf(after) })

  const found = {
    lastBefore: lastAgainstTrend(before, onDay, kind, level),
    dispersion: fit.dispersion,
    residualCorrelation: correlationWithNext(residualsOf(observations, fit, kind)),
    placebosInTime: placebosInTime(before, after, onDay, kind),
    placebosInSpace: placebosInSpace([...before, ...after], controls ?? new Map(), onDay, kind),
  }
  const [trendBefore, levelChange, slopeChange] = [changeOf(fit, 1, level), changeOf(fit, 2, level), changeOf(fit, 3, level)]
  const counted = { periodsBefore: before.length, periodsAfter: after.length, straddling }
  return accept({ ...counted, trendBefore, levelChange, slopeChange, ...found, cautions: cautionsOf(found, fit, observations.length) })
}

function tooLittle(before: readonly Period[], after: readonly Period[]): EffectRefusal | undefined {
  if (before.length < neededBefore) return { code: 'too-few-periods-before', periods: before.length, needed: neededBefore }
  if (after.length < neededAfter) return { code: 'too-few-periods-after', periods: after.length, needed: neededAfter }
  if (eventsOf(before) < neededEvents) return { code: 'too-few-events-before', events: eventsOf(before), needed: neededEvents }
  return undefined
}

function changeOf(fit: RegressionFit, index: number, level: number): Change {
  const [coefficient, variance] = [fit.coefficients[index] ?? NaN, fit.covariance[index]?.[index] ?? NaN]
  const standardError = Math.sqrt(variance * Math.max(1, fit.dispersion))
  const half = studentDistance(1 - level, fit.degreesOfFreedom) * standardError
  return {
    ratio: Math.exp(coefficient),
    lower: Math.exp(coefficient - half),
    upper: Math.exp(coefficient + half),
    pValue: studentTails(coefficient / standardError, fit.degreesOfFreedom),
  }
}

function lastAgainstTrend(before: readonly Period[], onDay: number, kind: RegressionKind, level: number): Change | null {
  const observations = interrupted(before, onDay, 'no-change').map((observation, index) =>
    ({ ...observation, covariates: [...observation.covariates, index >= before.length - lastPeriods ? 1 : 0] }))
  const fit = fitCounts(observations, kind)
  return fit?.settled === true ? changeOf(fit, 2, level) : null
}

function residualsOf(observations: readonly Observation[], { fitted }: RegressionFit, kind: RegressionKind): number[] {
  return observations.map(({ events, exposure }, index) => {
    const mean = fitted[index] ?? NaN
    return (events - mean) / Math.sqrt(kind === 'poisson' ? mean : mean * (1 - mean / exposure))
  })
}

/** Residuals average about zero, so their mean is not taken off. */
function correlationWithNext(residuals: readonly number[]): number {
  const products = residuals.slice(1).reduce((sum, residual, index) => sum + residual * (residuals[index] ?? 0), 0)
  return products / residuals.reduce((sum, residual) => sum + residual ** 2, 0)
}

type Found = Pick<MeasureEffect, 'lastBefore' | 'dispersion' | 'residualCorrelation' | 'placebosInTime' | 'placebosInSpace'>

function cautionsOf(found: Found, { degreesOfFreedom }: RegressionFit, periods: number): EffectCaution[] {
  const cautions: EffectCaution[] = ['regression-to-the-mean']
  if (found.lastBefore === null || found.lastBefore.pValue < 0.05) cautions.push('unusual-before')
  if (chiSquareTail(found.dispersion * degreesOfFreedom, degreesOfFreedom) < 0.05) cautions.push('overdispersed')
  // Two standard errors of a correlation of nothing with nothing.
  if (found.residualCorrelation > 2 / Math.sqrt(periods)) cautions.push('autocorrelated')
  if (Math.max(found.placebosInTime.placebos, found.placebosInSpace.placebos) < 19) cautions.push('few-placebos')
  return cautions
}
