import { accept, refuse, type Result } from '../kernel/result.ts'
import { longestName } from './column-pattern.ts'
import { literal, openReader } from './duckdb.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { readLines } from './text-lines.ts'
import { cutFields, readRecords, type TextRecord } from './text-records.ts'

/** The columns of a file as this profile sees them, in the file's order, with DuckDB's type for each (text files: VARCHAR). */
export type Header = {
  readonly line: number
  readonly columns: readonly string[]
  readonly types: ReadonlyMap<string, string>
  /** The first rows of a text file. */
  readonly sample: readonly TextRecord[]
}

const mostSampled = 5_000
/** A header is looked for in steps of so many bytes. */
const headBytes = 1 << 16

export async function readHeader(file: SourceFile, profile: SourceProfile): Promise<Result<Header, IntakeRefusal>> {
  const header = file.form === 'parquet' ? await readParquetHeader(file) : await readTextHeader(file, profile)
  return header.ok ? checkHeader(file, profile, header.value) : header
}

/** Those of the profiles of which the header has every column, and none that they do not know. */
export async function fittingProfiles(file: SourceFile, profiles: readonly SourceProfile[]): Promise<SourceProfile[]> {
  const parquet = file.form === 'parquet' ? await readParquetHeader(file) : undefined
  const fitting: SourceProfile[] = []
  for (const profile of profiles) {
    const header = parquet ?? (await readTextHeader(file, profile))
    if (header.ok && missingColumn(profile, header.value.columns) === undefined && header.value.columns.every((name) => isKnown(profile, name))) fitting.push(profile)
  }
  return fitting
}

async function checkHeader(file: SourceFile, profile: SourceProfile, header: Header): Promise<Result<Header, IntakeRefusal>> {
  const { columns, line } = header
  const missing = missingColumn(profile, columns)
  if (missing !== undefined) return refuse((await wrongDelimiter(file, profile, line)) ?? { code: 'missing-column', file: file.name, line, column: missing, profile: profile.name })
  const repeated = columns.find((name, index) => isKnown(profile, name) && columns.indexOf(name) !== index)
  if (repeated !== undefined) return refuse({ code: 'repeated-column', file: file.name, line, column: repeated, profile: profile.name })
  return accept(header)
}

export function isKnown(profile: SourceProfile, name: string): boolean {
  return profile.file.columns.includes(name) || profile.file.optionalColumns.includes(name) || meaningOfColumn(profile, name) !== undefined
}

/** The period or outcome of which a column holds the numbers, in tables with many columns of numbers. */
export function meaningOfColumn({ rows }: SourceProfile, name: string): string | undefined {
  if (rows.kind !== 'table' || !('columns' in rows.value)) return undefined
  if (name.length > longestName) return undefined
  for (const [pattern, meaning] of Object.entries(rows.value.columns)) {
    const match = new RegExp(`^(?:${pattern})$`).exec(name)
    if (match) return meaning.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
  }
  return undefined
}

function missingColumn(profile: SourceProfile, columns: readonly string[]): string | undefined {
  const { rows } = profile
  const absent = profile.file.columns.find((name) => !columns.includes(name))
  if (absent !== undefined || rows.kind !== 'table' || !('columns' in rows.value)) return absent
  return columns.some((name) => meaningOfColumn(profile, name) !== undefined) ? undefined : Object.keys(rows.value.columns)[0]
}

async function readTextHeader(file: SourceFile, profile: SourceProfile): Promise<Result<Header, IntakeRefusal>> {
  let first: TextRecord | undefined
  let sample: readonly TextRecord[] = []
  const read = await readRecords(file, profile.file, (records) => {
    [first, ...sample] = records.slice(0, mostSampled)
    return false
  }, headBytes)
  if (!read.ok) return read
  const line = first?.line ?? profile.file.preambleLines + 1
  if (first?.fault === 'bad-encoding' || first?.fields.some((field) => field.includes('\0'))) {
    return refuse({ code: 'wrong-encoding', file: file.name, line, expected: profile.file.encoding })
  }
  if (!first || first.fault) return refuse({ code: 'header-missing', file: file.name, line })
  const columns = first.fields.map((field) => field.trim())
  return accept({ line, columns, types: new Map(columns.map((name) => [name, 'VARCHAR'])), sample })
}

/** Kept while the file is in hand: opening DuckDB costs more than reading the header. */
const parquetHeaders = new WeakMap<SourceFile, Promise<Result<Header, IntakeRefusal>>>()

function readParquetHeader(file: SourceFile): Promise<Result<Header, IntakeRefusal>> {
  const header = parquetHeaders.get(file) ?? describeParquet(file)
  parquetHeaders.set(file, header)
  return header
}

async function describeParquet(file: SourceFile): Promise<Result<Header, IntakeRefusal>> {
  const reader = await openReader([file.path])
  try {
    const described = await reader.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(file.path)})`)
    const types = new Map(described.map(([name, type]) => [String(name), String(type)]))
    return accept({ line: 0, columns: [...types.keys()], types, sample: [] })
  } catch {
    return refuse({ code: 'parquet-broken', file: file.name })
  } finally {
    reader.close()
  }
}

/** When another delimiter would give the columns, that is what is wrong, not the columns. */
async function wrongDelimiter(file: SourceFile, profile: SourceProfile, line: number): Promise<IntakeRefusal | undefined> {
  if (file.form === 'parquet') return undefined
  let text = ''
  await readLines(file, profile.file.encoding, (lines) => {
    text = lines.texts[line - lines.first] ?? ''
    return false
  }, headBytes)
  const found = [',', ';', '|', '\t'].filter((delimiter) => delimiter !== profile.file.delimiter).find((delimiter) => {
    const cut = cutFields(text, delimiter, profile.file.quote)
    return Array.isArray(cut) && missingColumn(profile, cut.map((field) => field.trim())) === undefined
  })
  return found === undefined ? undefined : { code: 'wrong-delimiter', file: file.name, line, expected: profile.file.delimiter, found }
}

