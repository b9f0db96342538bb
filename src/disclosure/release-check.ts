import { accept, refuse, type Result } from '../kernel/result.ts'
import { possibleValues, type Possible, type Published } from './attacker.ts'
import type { CountTable } from './count-table.ts'

/** A count under this is about few enough people to be guarded. */
export const guardedUnder = 10

/** How many values a guarded count must keep in the eyes of a reader. */
export const valuesKept = 5

export type CellsExposed = { readonly code: 'cells-exposed'; readonly cells: readonly Possible[] }

/**
 * May this go out? Refuses when a cell or total under ten could be pinned to fewer than five values by all that is,
 * or is about to be, published. Two roundings of one count say more than either: name every edition.
 * Numbers that somebody else has published exactly are past guarding; what they tell about the others is not.
 */
export function checkRelease(truth: CountTable, published: Published): Result<readonly Possible[], CellsExposed> {
  const possible = possibleValues(truth, published)
  const cells = possible.filter(({ value, least, most, exact }) => !exact && value < guardedUnder && most - least + 1 < valuesKept)
  return cells.length > 0 ? refuse({ code: 'cells-exposed', cells }) : accept(possible)
}
