import type { Figure } from '../cooperation/figure.ts'
import { isShown } from './value.ts'

// Limits under ten cases are too wide to compare by: no figure under n = 10 in a comparison.
const fewestCompared = 10

/** Whether a figure may stand beside those of other countries: it is shown, and is a count or has at least ten cases behind it. */
export function comparable(figure: Figure): figure is Figure & { readonly value: number } {
  if (!isShown(figure)) return false
  return figure.interval === 'complete-count' || (figure.denominator !== null && figure.denominator >= fewestCompared)
}
