import { type Figure, gridDays } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'

type Series = 'value' | 'lower' | 'upper' | 'atRisk'

/** The value of a step curve on a day: 0 before its first day, undefined after its last, where nobody was watched. */
export function curveOn(curve: Curve, series: Series, day: number): number | undefined {
  const last = curve.days.at(-1)
  if (last === undefined || day > last) return undefined
  let row = -1
  while ((curve.days[row + 1] ?? Infinity) <= day) row += 1
  if (row < 0) return series === 'atRisk' ? curve.atRisk[0] : 0
  return curve[series][row]
}

/** The curve up to the last day of the grid before its figures are withheld: a picture must not show what the table holds back. */
export function cutWhereWithheld(curve: Curve, figures: readonly Figure[]): Curve {
  const withheld = figures.filter(({ measure, outcome, day, value }) => measure === curve.measure && outcome === curve.outcome && day !== null && value === null)
  const first = Math.min(...withheld.map(({ day }) => day ?? Infinity))
  if ((curve.days.at(-1) ?? 0) < first) return curve
  const end = gridDays.findLast((day) => day < first) ?? 0
  const kept = curve.days.filter((day) => day < end).length
  const cut = (series: Series) => [...curve[series].slice(0, kept), curveOn(curve, series, end) ?? 0]
  return { ...curve, days: [...curve.days.slice(0, kept), end], value: cut('value'), lower: cut('lower'), upper: cut('upper'), atRisk: cut('atRisk') }
}
