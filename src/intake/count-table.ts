import type { Input, Reconciliation } from '../cooperation/measurement.ts'
import type { TableCell } from '../cooperation/table-cell.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { CountOptions } from './count-options.ts'
import { FaultList } from './fault-list.ts'
import type { FileReading } from './file-reading.ts'
import { eachRecordBatch } from './table-records.ts'
import { lastDayOfPeriods } from './period.ts'
import type { SourceProfile, TableRows } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { TableReader } from './table-row.ts'
import type { TableTally } from './tally.ts'
import type { TextRecord } from './text-records.ts'
import { holdTrait, traitRefusal } from './trait-values.ts'

export type TableProfile = SourceProfile & { readonly rows: TableRows }

/** Adds up files whose rows are counts already. */
export async function countTable(readings: readonly FileReading[], inputs: Promise<readonly Omit<Input, 'rowsRead'>[]>, profile: TableProfile, options: CountOptions): Promise<Result<TableTally, IntakeRefusal>> {
  const sums = new TableSums(profile)
  const rowsOfFiles: number[] = []
  const startedAt = performance.now()
  for (const reading of readings) {
    const before = sums.rowsRead
    const table = new TableReader(profile, reading.header)
    const read = await eachRecordBatch(reading, profile.file, (records, bytesRead) => {
      for (const record of records) sums.add(table, record, reading.file.name)
      options.onProgress?.({ rowsRead: sums.rowsRead, rowsPerSecond: sums.rowsRead / ((performance.now() - startedAt) / 1000), fractionOfBytes: bytesRead / reading.file.bytes })
    })
    if (!read.ok) return read
    rowsOfFiles.push(sums.rowsRead - before)
  }
  const cells = sums.cells()
  if (sums.rowsRead === 0) return refuse({ code: 'no-rows', file: readings.map(({ file }) => file.name).join(', ') })
  const trait = traitAmong(cells, profile)
  if (trait) return refuse(trait)
  const asOf = options.asOf ?? lastDayOfPeriods(cells.map(({ period }) => period))
  if (asOf === undefined) return refuse({ code: 'as-of-needed', file: readings.map(({ file }) => file.name).join(', ') })
  return accept({
    kind: 'table',
    profile: `${profile.name}/${profile.version}`,
    inputs: (await inputs).map((input, index) => ({ ...input, rowsRead: rowsOfFiles[index] ?? 0 })),
    reconciliation: sums.reconciliation(),
    asOf,
    quarantine: sums.faults.quarantine(),
    spellings: sums.spellings(),
    subject: profile.rows.subject,
    roundedTo: profile.rows.roundedTo,
    cells,
  })
}

/** Areas and periods are taken as written: sexes or ages must not come in by them. */
function traitAmong(cells: readonly TableCell[], { name, rows }: TableProfile): IntakeRefusal | undefined {
  const written = [[rows.area?.column, cells.map(({ area }) => area)], [rows.period?.column, cells.map(({ period }) => period)]] as const
  for (const [column, values] of written) if (column !== undefined && holdTrait(values)) return traitRefusal(name, column, [...new Set(values)])
  return undefined
}

/** The sums by cell, and what became of each row. */
class TableSums {
  rowsRead = 0
  readonly faults = new FaultList()
  private rowsUsed = 0
  private readonly rule: TableRows['cells']
  private readonly sums = new Map<string, TableCell>()
  private readonly quarantined = new Map<string, number>()
  private readonly spelt = new Map<string, string>()

  constructor(profile: TableProfile) {
    this.rule = profile.rows.cells
  }

  add(table: TableReader, record: TextRecord, file: string): void {
    this.rowsRead += 1
    const read = record.fault === undefined ? table.read(record.fields) : refuse({ reason: record.fault, column: '', value: record.text ?? '' })
    const fault = read.ok ? this.repetition(read.value.cells) : read.refusal
    if (fault) {
      this.faults.add({ file, line: record.line, ...fault })
      this.quarantined.set(fault.reason, (this.quarantined.get(fault.reason) ?? 0) + 1)
    } else if (read.ok) {
      this.rowsUsed += 1
      if (read.value.spelling !== '') this.spelt.set(read.value.spelling, read.value.cells[0]?.country ?? '')
      for (const cell of read.value.cells) this.addCell(cell)
    }
  }

  /** The same cell a second time, in a table where each has one row: using both would double it. */
  private repetition(cells: readonly TableCell[]): { reason: string; column: string; value: string } | undefined {
    if (this.rule === 'add') return undefined
    const repeated = cells.find((cell) => this.sums.has(keyOf(cell)))
    if (repeated === undefined) return undefined
    const same = this.sums.get(keyOf(repeated))?.value === repeated.value
    return { reason: same ? 'repeated-cell' : 'contradicting-cell', column: '', value: `${repeated.country} ${repeated.area} ${repeated.period} ${repeated.value ?? ''}` }
  }

  private addCell(cell: TableCell): void {
    const key = keyOf(cell)
    const known = this.sums.get(key)
    const value = known === undefined || known.value === null ? cell.value : cell.value === null ? known.value : known.value + cell.value
    this.sums.set(key, { ...cell, value })
  }

  cells(): TableCell[] {
    return [...this.sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  }

  spellings(): { spelling: string; country: string }[] {
    return [...this.spelt].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([spelling, country]) => ({ spelling, country }))
  }

  reconciliation(): Reconciliation {
    const quarantined = [...this.quarantined].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, rows]) => ({ reason, rows }))
    invariant(this.rowsRead === this.rowsUsed + quarantined.reduce((sum, { rows }) => sum + rows, 0), 'rows read are neither used nor quarantined')
    return { rowsRead: this.rowsRead, rowsUsed: this.rowsUsed, quarantined, countedWithoutDuration: [] }
  }
}

function keyOf({ country, area, period, outcome, band }: TableCell): string {
  return [country, area, period, outcome, band === null ? '' : String(band.fromDay).padStart(6, '0')].join('\u001f')
}
