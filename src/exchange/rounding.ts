import { measureUnits } from './lists.ts'
import type { Terms } from './instrument.ts'
import type { AssessedFigure } from './partner-shapes.ts'

/** Shares go out in hundredths. */
const shareSteps = 100

/**
 * A figure as an instrument lets it out: about fewer than `least` people not at all, counts in multiples of `base`, shares in
 * hundredths, days whole; limits outwards, so that an interval only widens. Rounding what is rounded changes nothing.
 *
 * This is not disclosure control: that happened before, over all releases (`src/disclosure`). It is what two parties agreed on top.
 */
export function roundFigure(figure: AssessedFigure, { base, least }: Terms['rounding']): AssessedFigure {
  const unit = measureUnits[figure.measure]
  const people = unit === 'people' ? figure.value : figure.denominator
  const few = people === null || people < least
  const denominator = figure.denominator === null || few || hiding.includes(figure.withheld ?? '') ? null : Math.max(least, Math.round(figure.denominator / base) * base)
  if (figure.withheld !== null || few) return { ...figure, value: null, lower: null, upper: null, denominator, withheld: figure.withheld ?? 'too-few' }
  const round = (value: number | null, way: (steps: number) => number) => (value === null ? null : toSteps(value, unit === 'people' ? base : 1, unit === 'share' ? shareSteps : 1, way))
  return { ...figure, value: round(figure.value, Math.round), lower: round(figure.lower, Math.floor), upper: round(figure.upper, Math.ceil), denominator }
}

/** A multiple of `step / parts`. What is one already stays: 0.29 × 100 is a little under 29, and would be rounded down once more. */
function toSteps(value: number, step: number, parts: number, way: (steps: number) => number): number {
  const nearest = Math.round(value * parts / step) * step / parts
  // Nought is added so that there is one nought only: a small negative number rounded up is -0.
  return nearest === value ? value : way(value * parts / step) * step / parts + 0
}

// Withheld for one of these a figure does not say either of how many it would have been.
const hiding: readonly string[] = ['too-few', 'suppressed', 'not-published']

export type FigureFault = 'value-missing' | 'value-although-withheld' | 'denominator-missing' | 'limits-missing' | 'value-outside-limits'

/** What is wrong with a figure, whatever was agreed: a value without its limits or its denominator, limits that do not hold it. */
export function faultInFigure({ measure, value, lower, upper, denominator, withheld, interval }: AssessedFigure): FigureFault | undefined {
  if (withheld !== null) return value === null && lower === null && upper === null ? undefined : 'value-although-withheld'
  if (value === null) return 'value-missing'
  if (measureUnits[measure] !== 'people' && denominator === null) return 'denominator-missing'
  // A curve may never come down to its upper limit: days have an upper one only where it was reached.
  if (interval !== 'complete-count' && measureUnits[measure] !== 'people' && (lower === null || (upper === null && measureUnits[measure] === 'share'))) return 'limits-missing'
  return outside(value, lower, upper) ? 'value-outside-limits' : undefined
}

function outside(value: number, lower: number | null, upper: number | null): boolean {
  return (lower !== null && lower > value) || (upper !== null && upper < value)
}
