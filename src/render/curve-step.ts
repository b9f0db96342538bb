import { type Figure, gridDays } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { isShown } from './value.ts'

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

/** A stretch of days over which a curve may be drawn. */
export type Span = { readonly from: number; readonly to: number }

/**
 * Where a curve may be drawn: from one day of the grid to the next where the figure of that next day is shown.
 * A picture must not show what the table holds back. Neighbouring stretches are one; none are left of a curve withheld throughout.
 */
export function shownSpans(curve: Curve, figures: readonly Figure[]): Span[] {
  const last = Math.min(curve.days.at(-1) ?? 0, gridDays[gridDays.length - 1] ?? 0)
  const withheld = new Set(figures.filter((figure) => figure.measure === curve.measure && figure.outcome === curve.outcome && !isShown(figure)).map(({ day }) => day))
  const spans: Span[] = []
  gridDays.forEach((day, index) => {
    const span = { from: gridDays[index - 1] ?? 0, to: Math.min(day, last) }
    if (withheld.has(day) || span.from >= span.to) return
    const before = spans.at(-1)
    if (before?.to === span.from) spans.splice(-1, 1, { from: before.from, to: span.to })
    else spans.push(span)
  })
  return spans
}
