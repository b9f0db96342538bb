import type { Columnar } from './counter.ts'
import { literal, type Reader } from './duckdb.ts'
import type { FileReading } from './file-reading.ts'
import { numberedParquetRelation } from './column-sql.ts'
import type { RowPlan } from './row-plan.ts'
import type { Quarantine, QuarantinedRow } from './tally.ts'
import type { TextRecord } from './text-records.ts'

/** So many rows are listed one by one; the rest is counted. */
export const mostListed = 10_000
const longestValue = 200

/** Rows that are listed one by one because something is wrong with them. */
export class FaultList {
  readonly rows: QuarantinedRow[] = []
  unlisted = 0

  add(row: QuarantinedRow): void {
    if (this.rows.length >= mostListed) this.unlisted += 1
    else this.rows.push({ ...row, value: row.value.length > longestValue ? `${row.value.slice(0, longestValue)}…` : row.value })
  }

  addAll(other: FaultList): void {
    for (const row of other.rows) this.add(row)
    this.unlisted += other.unlisted
  }

  quarantine(): Quarantine {
    return { rows: this.rows.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)), unlisted: this.unlisted }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Lists records that are no rows at all, and counts them by reason. */
export function listStructureFaults(reading: FileReading, records: readonly TextRecord[], list: FaultList, rowsOfReason: Map<string, number>): void {
  for (const { line, fault, text } of records) {
    if (fault === undefined) continue
    list.add({ file: reading.file.name, line, column: '', reason: fault, value: text ?? '' })
    rowsOfReason.set(fault, (rowsOfReason.get(fault) ?? 0) + 1)
  }
}

/** Lists the rows of a chunk whose key is a fault. */
export function listRowFaults(plan: RowPlan, reading: FileReading, columns: Columnar, recordOfLine: ReadonlyMap<number, TextRecord>, list: FaultList, everyFault: boolean): void {
  for (let row = 0; row < columns.rows; row++) {
    const fault = plan.faults[(columns.key[row] as number) - plan.limit]
    if (fault === undefined || (fault.counted && !everyFault)) continue
    const line = columns.line?.[row] ?? 0
    const value = recordOfLine.get(line)?.fields[reading.header.columns.indexOf(fault.column)] ?? ''
    list.add({ file: reading.file.name, line, column: fault.column, reason: fault.reason, value })
  }
}

/** Lists the rows of a Parquet file whose key is a fault; the line is the number of the row, from 1. */
export async function listParquetFaults(reader: Reader, plan: RowPlan, { file, header }: FileReading, list: FaultList, everyFault: boolean): Promise<void> {
  const relation = numberedParquetRelation(file.path, header.columns)
  const wanted = plan.faults.flatMap((fault, index) => (fault.counted && !everyFault ? [] : [plan.limit + index]))
  const found = `SELECT key, line FROM (${plan.select(relation, true)}) WHERE key IN (${wanted.join(', ')})`
  const total = Number((await reader.rows(`SELECT count(*) FROM (${found})`))[0]?.[0] ?? 0)
  // A fault of a column that this file does not have is the fault of none of its rows.
  const values = plan.faults.flatMap((fault, index) => (header.columns.includes(fault.column) ? [`WHEN ${plan.limit + index} THEN c${header.columns.indexOf(fault.column)}::VARCHAR`] : []))
  const listed = await reader.rows(`SELECT f.key, f.line, coalesce(CASE f.key ${values.join(' ')} END, ${literal('')}) FROM (${found} ORDER BY line LIMIT ${mostListed}) f JOIN ${relation} s ON s.line = f.line`)
  for (const [key, line, value] of listed) {
    const fault = plan.faults[Number(key) - plan.limit]
    if (fault) list.add({ file: file.name, line: Number(line), column: fault.column, reason: fault.reason, value: String(value) })
  }
  list.unlisted += total - listed.length
}
