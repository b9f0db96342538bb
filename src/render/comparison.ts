import type { Figure, MeasureCode } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { comparePeriods } from './periods.ts'

// What countries are compared by, the first that the measurement has. One day of the grid stands for the curve.
const choices: readonly { readonly measure: MeasureCode; readonly day: number | null }[] = [
  { measure: 'answered-by', day: 180 },
  { measure: 'completed-by', day: 180 },
  { measure: 'return-rate', day: null },
  { measure: 'share-of-leavers', day: null },
  { measure: 'count', day: null },
]

/** Figures of one measure, clock, group, outcome and period, one for each country: what a map or a comparison shows. */
export function comparisonFigures({ figures }: Measurement): Figure[] {
  const single = figures.filter(({ country, fromDay }) => country !== 'all' && fromDay === null)
  const choice = choices.find(({ measure, day }) => single.some((figure) => figure.measure === measure && figure.day === day))
  const chosen = single.filter((figure) => figure.measure === choice?.measure && figure.day === choice.day)
  const groups = [...Map.groupBy(chosen, (figure) => [figure.clock, figure.stratum, figure.outcome, figure.period].join('\u001f')).values()]
  return groups.toSorted((one, other) => preference(one, other))[0] ?? []
}

/** The state's clock before our own, all before a part, the leading period, then the group with most cases behind it. */
function preference(ones: readonly Figure[], others: readonly Figure[]): number {
  const [[one], [other]] = [ones, others]
  if (!one || !other) return 0
  const order = (first: boolean, second: boolean) => Number(second) - Number(first)
  return order(one.clock === 'state', other.clock === 'state')
    || order(one.stratum === '', other.stratum === '')
    || comparePeriods(one.period, other.period)
    || casesBehind(others) - casesBehind(ones)
}

function casesBehind(figures: readonly Figure[]): number {
  return figures.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
}

/** The figure of all countries that belongs beside those compared. */
export function figureOfAll({ figures }: Measurement, [first]: readonly Figure[]): Figure | undefined {
  return figures.find((figure) => figure.country === 'all' && first !== undefined
    && (['measure', 'day', 'clock', 'stratum', 'outcome', 'period', 'fromDay'] as const).every((key) => figure[key] === first[key]))
}
