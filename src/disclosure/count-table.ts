import { invariant } from '../kernel/invariant.ts'

/** Counts of people by two keys, for example country and year. */
export type CountTable = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** counts[i][j]: whole, not negative. */
  readonly counts: readonly (readonly number[])[]
}

/** A table with its totals: rowTotals[i], columnTotals[j] and all. */
export type TotalledTable = CountTable & {
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
}

export function withTotals(table: CountTable): TotalledTable {
  checkTable(table)
  const rowTotals = table.counts.map((row) => sum(row))
  const columnTotals = table.columns.map((_, column) => sum(table.counts.map((row) => row[column] ?? 0)))
  return { ...table, rowTotals, columnTotals, total: sum(rowTotals) }
}

function checkTable({ rows, columns, counts }: CountTable): void {
  invariant(new Set(rows).size === rows.length && new Set(columns).size === columns.length, 'two rows or columns have one name')
  invariant(counts.length === rows.length && counts.every((row) => row.length === columns.length), 'the table has holes')
  invariant(counts.every((row) => row.every((count) => Number.isSafeInteger(count) && count >= 0)), 'a count is not a whole number')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
