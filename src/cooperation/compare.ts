import { effectiveDenominator, funnel } from '../statistics/funnel.ts'
import type { Figure } from './figure.ts'
import type { Funnel } from './measurement.ts'

/** Under this many countries limits round a common value say nothing. */
const fewestCountries = 5

/**
 * Each country against what chance alone would give at its size. The default comparison: no ranks.
 * `measure` and `day` choose the figures; those without a value, without an effective size or of all countries together are left out.
 */
export function compareByFunnel(figures: readonly Figure[], measure: Funnel['measure'], day: number | null): Funnel | undefined {
  const inputs = figures
    .filter((figure) => figure.measure === measure && figure.day === day && figure.stratum === '' && figure.country !== 'all')
    .flatMap((figure) => {
      const denominator = sizeBehind(figure)
      return figure.value === null || denominator === null || denominator < 1 ? [] : [{ country: figure.country, denominator, value: figure.value }]
    })
  if (inputs.length < fewestCountries) return undefined
  const period = figures.find((figure) => figure.measure === measure)?.period ?? ''
  return { measure, day, period, ...funnel(inputs, measure === 'return-rate' ? 'poisson' : 'binomial') }
}

/** The sample size whose share would be as uncertain: censoring and batches make it less than the number of requests. */
function sizeBehind({ measure, value, standardError, denominator }: Figure): number | null {
  if (measure === 'return-rate' || value === null || standardError === null) return denominator
  return effectiveDenominator(value, standardError) ?? denominator
}
