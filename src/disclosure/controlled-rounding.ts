import { invariant } from '../kernel/invariant.ts'
import { withTotals, type CountTable, type TotalledTable } from './count-table.ts'
import { keyedNumber } from './keyed-chance.ts'

/** Every released count is a multiple of this. */
export const base = 5

/**
 * Rounds a table and its totals to multiples of five so that the rounded table still adds up.
 *
 * Each cell and each total becomes one of the two multiples next to it; a multiple, zero among them, stays as it is.
 * Unbiased over keys: a count of 3 becomes 5 for three keys in five. The same table, name and key always give the same
 * result, in whatever order rows and columns come. `name` says which table it is, so that two tables do not share their luck.
 * Source: Cox (1987), A constructive procedure for unbiased controlled rounding, JASA 82: shift along cycles of cells.
 */
export function roundTable(table: CountTable, name: string, key: string): TotalledTable {
  invariant(key.length >= 16, 'a key that can be guessed undoes the rounding')
  const { grid, rowNames, columnNames } = balanced(table)
  for (let cycle = findCycle(grid); cycle.length > 0; cycle = findCycle(grid)) {
    const places = cycle.map(([row, column]) => [rowNames[row], columnNames[column]])
    shift(grid, cycle, (bound) => keyedNumber(key, JSON.stringify([name, places]), bound))
  }
  const value = (row: string, column: string) => grid[rowNames.indexOf(row)]?.[columnNames.indexOf(column)] ?? 0
  const rounded = withTotals({ ...table, counts: table.rows.map((row) => table.columns.map((column) => value(row, column))) })
  checkRounding(withTotals(table), rounded)
  return rounded
}

type Grid = number[][]
type Place = readonly [row: number, column: number]

/** The table in order of names, with its totals at the right and below, signed so that every row and column adds to zero. */
function balanced(table: CountTable): { grid: Grid; rowNames: readonly string[]; columnNames: readonly string[] } {
  const { counts, rowTotals, columnTotals, total } = withTotals(table)
  const rowNames = table.rows.toSorted()
  const columnNames = table.columns.toSorted()
  const columns = columnNames.map((name) => table.columns.indexOf(name))
  const rows = rowNames.map((name) => table.rows.indexOf(name))
  const grid = rows.map((row) => [...columns.map((column) => counts[row]?.[column] ?? 0), -(rowTotals[row] ?? 0)])
  return { grid: [...grid, [...columns.map((column) => -(columnTotals[column] ?? 0)), total]], rowNames, columnNames }
}

/**
 * A closed walk over cells that are no multiples yet, along a row, down a column, along a row, …; empty when there are none.
 * A row or column that adds to zero and has one such cell has a second, so the walk is never stuck.
 */
function findCycle(grid: Grid): Place[] {
  let row = grid.findIndex((cells) => cells.some(isUnrounded))
  if (row < 0) return []
  let column = -1
  const walk: Place[] = []
  const rowsMet = new Map([[row, 0]])
  const columnsMet = new Map<number, number>()
  for (;;) {
    column = other(grid[row] ?? [], column)
    walk.push([row, column])
    if (columnsMet.has(column)) return walk.slice(columnsMet.get(column))
    columnsMet.set(column, walk.length)
    row = other(grid.map((cells) => cells[column] ?? 0), row)
    walk.push([row, column])
    if (rowsMet.has(row)) return walk.slice(rowsMet.get(row))
    rowsMet.set(row, walk.length)
  }
}

function other(cells: readonly number[], place: number): number {
  const found = cells.findIndex((value, index) => index !== place && isUnrounded(value))
  invariant(found >= 0, 'a row or column of the table does not add up', { place })
  return found
}

function isUnrounded(value: number): boolean {
  return value % base !== 0
}

/**
 * Adds to every other cell of the walk and takes from those between, until one of them is a multiple.
 * Up or down with the chances that leave each cell's expectation where it is.
 */
function shift(grid: Grid, cycle: readonly Place[], draw: (bound: number) => number): void {
  const above = cycle.map(([row, column]) => base - remainder(grid[row]?.[column] ?? 0))
  const below = above.map((room) => base - room)
  const up = Math.min(...cycle.map((_, step) => (step % 2 === 0 ? above[step] : below[step]) ?? 0))
  const down = Math.min(...cycle.map((_, step) => (step % 2 === 0 ? below[step] : above[step]) ?? 0))
  const change = draw(up + down) < down ? up : -down
  for (const [step, [row, column]] of cycle.entries()) {
    const cells = grid[row]
    if (cells) cells[column] = (cells[column] ?? 0) + (step % 2 === 0 ? change : -change)
  }
}

/** Never negative, also for the totals, which are kept negative. */
function remainder(value: number): number {
  return ((value % base) + base) % base
}

function checkRounding(exact: TotalledTable, rounded: TotalledTable): void {
  const flat = (table: TotalledTable) => [...table.counts.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
  const after = flat(rounded)
  for (const [place, value] of flat(exact).entries()) {
    const released = after[place] ?? NaN
    invariant(!isUnrounded(released) && Math.abs(released - value) < base, 'a cell left its two multiples', { value, released })
  }
}
