import { invariant } from '../kernel/invariant.ts'
import { base } from './controlled-rounding.ts'
import { withTotals, type CountTable, type TotalledTable } from './count-table.ts'
import { rangeOfEach } from './flow.ts'

/** A cell, or where the row or the column is null, the total over it. */
export type Place = { readonly row: string | null; readonly column: string | null }

/** What an attacker may have in hand. */
export type Published = {
  /** Every rounding of the table released so far, with the rows and columns of the true one, in their order. */
  readonly editions: readonly TotalledTable[]
  /** Numbers of the table that somebody else has published exactly. */
  readonly exact?: readonly Place[]
}

/**
 * A true number, and the least and the most that it can be for somebody who knows the method and not the key.
 * `exact`: somebody else has published it.
 */
export type Possible = Place & { readonly value: number; readonly least: number; readonly most: number; readonly exact: boolean }

/**
 * The exact bounds of every cell, row total, column total and the grand total, in that order.
 *
 * A table that adds up is a flow: everybody goes to a row, from there to a column, from there back to everybody.
 * The true table is one such flow within the bounds that the releases leave, so the search can start from it.
 * Cost: for each number some searches of the whole table; seconds for 200 countries and twenty years.
 */
export function possibleValues(truth: CountTable, published: Published): Possible[] {
  const editions = published.editions.map(numbered)
  const names = new Set(published.exact?.map(placeName))
  const numbers = numbered(withTotals(truth)).map((number, index) => {
    const exact = names.has(placeName(number))
    const bounds = exact ? { least: number.value, most: number.value } : boundsOf(editions.map((edition) => edition[index]?.value ?? NaN))
    invariant(bounds.least <= number.value && number.value <= bounds.most, 'a released count is not beside the true one', number)
    return { ...number, ...bounds, exact }
  })
  const ranges = rangeOfEach(numbers, truth.rows.length + truth.columns.length + 2)
  return numbers.map(({ row, column, value, exact }, index) => ({ row, column, value, exact, ...(ranges[index] ?? { least: value, most: value }) }))
}

/** The method takes a count to a multiple less than one base away, whatever the key; no count is negative. */
function boundsOf(released: readonly number[]): { least: number; most: number } {
  return {
    least: Math.max(0, ...released.map((count) => count - base + 1)),
    most: Math.min(Number.MAX_SAFE_INTEGER, ...released.map((count) => count + base - 1)),
  }
}

type Numbered = Place & { readonly value: number; readonly from: number; readonly to: number }

/** Rows are the first places of the flow, columns the next, then where everybody starts and where everybody ends. */
function numbered({ rows, columns, counts, rowTotals, columnTotals, total }: TotalledTable): Numbered[] {
  const [start, end] = [rows.length + columns.length, rows.length + columns.length + 1]
  return [
    ...rows.flatMap((row, i) => columns.map((column, j) => ({ row, column, value: counts[i]?.[j] ?? NaN, from: i, to: rows.length + j }))),
    ...rows.map((row, i) => ({ row, column: null, value: rowTotals[i] ?? NaN, from: start, to: i })),
    ...columns.map((column, j) => ({ row: null, column, value: columnTotals[j] ?? NaN, from: rows.length + j, to: end })),
    { row: null, column: null, value: total, from: end, to: start },
  ]
}

function placeName({ row, column }: Place): string {
  return JSON.stringify([row, column])
}
