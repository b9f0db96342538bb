import type { Figure } from '../../src/cooperation/figure.ts'
import type { Measurement } from '../../src/cooperation/measurement.ts'
import type { CellsExposed } from '../../src/disclosure/release-check.ts'
import type { IntakeRefusal } from '../../src/intake/refusal.ts'
import type { LinkedCellsExposed } from '../../src/service/release-removals.ts'

/** A measurement to be packaged, and what there is to say of how it was made. */
export type Made = { readonly name: string; readonly measurement: Measurement; readonly said: readonly string[] }

export type MakeRefusal =
  | IntakeRefusal
  | CellsExposed
  | { readonly code: 'counts-differ-from-published'; readonly differences: number }
  | LinkedCellsExposed
  | { readonly code: 'released-otherwise-before'; readonly name: string }

/** Six decimals of a share are more than its limits allow to know, and keep the files small. */
export function shortened(figure: Figure): Figure {
  const short = (number: number | null) => (number === null ? null : Math.round(number * 1e6) / 1e6)
  return { ...figure, value: short(figure.value), lower: short(figure.lower), upper: short(figure.upper), standardError: short(figure.standardError) }
}

/** All countries first, then by country and period, otherwise as they come: so that two editions can be compared line by line. */
export function inOrder(figures: readonly Figure[]): Figure[] {
  const keyOf = ({ country, period }: Figure) => `${country === 'all' ? '' : country}\u001f${period}`
  return figures.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : Number(keyOf(one) > keyOf(other))))
}
