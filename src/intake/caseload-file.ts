import { readFile } from 'node:fs/promises'
import { readSheet, SheetNotFoundError, type CellValue } from 'read-excel-file/node'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { CaseloadProfile } from './caseload-profile.ts'
import type { FileShape } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { findSourceFile, type SourceFile } from './source-file.ts'
import { readRecords, type TextRecord } from './text-records.ts'

/** A row below the header, and its line in the file or its number in the sheet. */
export type CaseloadRow = { readonly line: number; readonly cells: ReadonlyMap<string, string>; readonly fault?: NonNullable<TextRecord['fault']> }

export type CaseloadFileRefusal =
  | IntakeRefusal
  | { readonly code: 'workbook-broken'; readonly file: string }
  | { readonly code: 'workbook-too-large'; readonly file: string; readonly mostBytes: number }
  | { readonly code: 'sheet-missing'; readonly file: string; readonly sheet: string }

// A workbook is unpacked into memory whole; what is larger is better saved as CSV, which is read piece by piece.
const mostWorkbookBytes = 50_000_000

const plainText: FileShape = { delimiter: ',', quote: '"', encoding: 'utf-8', preambleLines: 0, columns: [], optionalColumns: [], missing: [], thousands: '' }

/**
 * Hands the rows of a CSV file or an XLSX workbook to `take`, some thousands at a time. Every column that the profile names must be
 * in the header once; other columns are not read. Blank rows are no rows.
 */
export async function readCaseloadFile(path: string, profile: CaseloadProfile, columns: readonly string[], take: (rows: readonly CaseloadRow[]) => Promise<void>): Promise<Result<null, CaseloadFileRefusal>> {
  const file = await findSourceFile(path)
  if (!file.ok) return file
  if (file.value.form === 'parquet') return refuse({ code: 'not-text', file: file.value.name })
  return /\.xlsx$/i.test(file.value.name) ? readWorkbook(file.value, profile, columns, take) : readText(file.value, profile, columns, take)
}

async function readText(file: SourceFile, profile: CaseloadProfile, columns: readonly string[], take: (rows: readonly CaseloadRow[]) => Promise<void>): Promise<Result<null, CaseloadFileRefusal>> {
  const shape: FileShape = { ...plainText, ...profile.file }
  let header: readonly string[] | undefined
  let wrong: CaseloadFileRefusal | undefined
  const read = await readRecords(file, shape, async (records) => {
    const [first, ...rest] = records
    if (first === undefined) return true
    const fresh = header === undefined
    header ??= first.fields.map((name) => name.trim())
    if (fresh) wrong = checkHeader(header, columns, file.name, first.line, profile.system)
    if (wrong) return false
    const names = header
    await take((fresh ? rest : records).filter(({ fields, fault }) => fault !== undefined || fields.some((field) => field.trim() !== '')).map((record) => rowOf(names, record)))
    return true
  })
  if (wrong) return refuse(wrong)
  if (!read.ok) return read
  return header === undefined ? refuse({ code: 'header-missing', file: file.name, line: shape.preambleLines + 1 }) : accept(null)
}

function rowOf(names: readonly string[], { line, fields, fault }: TextRecord): CaseloadRow {
  return { line, cells: new Map(names.map((name, index) => [name, (fields[index] ?? '').trim()])), ...(fault === undefined ? {} : { fault }) }
}

function checkHeader(header: readonly string[], columns: readonly string[], file: string, line: number, profile: string): CaseloadFileRefusal | undefined {
  const missing = columns.find((column) => !header.includes(column))
  if (missing !== undefined) return { code: 'missing-column', file, line, column: missing, profile }
  const repeated = columns.find((column) => header.filter((name) => name === column).length > 1)
  return repeated === undefined ? undefined : { code: 'repeated-column', file, line, column: repeated, profile }
}

async function readWorkbook(file: SourceFile, { sheet, system }: CaseloadProfile, columns: readonly string[], take: (rows: readonly CaseloadRow[]) => Promise<void>): Promise<Result<null, CaseloadFileRefusal>> {
  if (file.bytes > mostWorkbookBytes) return refuse({ code: 'workbook-too-large', file: file.name, mostBytes: mostWorkbookBytes })
  const sheetRows = await readCells(file, sheet)
  if (!sheetRows.ok) return sheetRows
  const at = sheetRows.value.findIndex((cells) => cells.some((cell) => cell !== ''))
  const header = sheetRows.value[at]
  if (!header) return refuse({ code: 'header-missing', file: file.name, line: 1 })
  const wrong = checkHeader(header, columns, file.name, at + 1, system)
  if (wrong) return refuse(wrong)
  const rows = sheetRows.value.map((cells, index) => ({ line: index + 1, cells })).slice(at + 1).filter(({ cells }) => cells.some((cell) => cell !== ''))
  await take(rows.map(({ line, cells }) => ({ line, cells: new Map(header.map((name, index) => [name, cells[index] ?? ''])) })))
  return accept(null)
}

async function readCells(file: SourceFile, sheet: string | undefined): Promise<Result<readonly (readonly string[])[], CaseloadFileRefusal>> {
  const content = await readFile(file.path)
  // Numbers stay as they are written: a document's number must not lose its zeros.
  const rows = await readSheet(content, sheet ?? 1, { parseNumber: (text: string) => text }).catch((error: Error) => error)
  if (rows instanceof SheetNotFoundError) return refuse({ code: 'sheet-missing', file: file.name, sheet: sheet ?? '1' })
  // Whatever else the reader says of a file, it means that it is no whole workbook.
  return rows instanceof Error ? refuse({ code: 'workbook-broken', file: file.name }) : accept(rows.map((cells) => cells.map((cell) => cellText(cell))))
}

function cellText(cell: CellValue<string> | null): string {
  if (cell === null) return ''
  // The reader gives the day of a cell at midnight in UTC.
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : `${cell as string | number | boolean}`.trim()
}
