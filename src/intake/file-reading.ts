import { accept, refuse, type Result } from '../kernel/result.ts'
import { numberedParquetRelation, textRelation } from './column-sql.ts'
import type { Reader } from './duckdb.ts'
import type { Header } from './header.ts'
import type { FileShape, SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { stage } from './staging.ts'
import { readRecords, type TextRecord } from './text-records.ts'

/** One file on its way to be counted. */
export type FileReading = {
  readonly file: SourceFile
  readonly header: Header
  /** The types that DuckDB is to read a whole text file with: numbers as numbers, which is faster. */
  wholeTypes: Header['types']
  /** `whole`: DuckDB reads it, fast, and gives up at the first fault. `by-record`: we read it, slowly, and know every line. */
  manner: 'whole' | 'by-record'
  /** Of a text that is being looked through beside the reading; absent where nobody looks. */
  mayHoldFractions?: Promise<boolean>
  /** Of a text, packed or not: whether some number may be written as DuckDB understands it and we must not. */
  mayHoldNotation?: Promise<boolean>
}

/** A relation for SQL; `records` are its rows in a `by-record` reading, the faulty ones, which are not in the relation, among them. */
export type Part = { readonly relation: string; readonly records: readonly TextRecord[]; readonly bytesRead: number }

/**
 * Hands the file to `take` as one or many relations. When DuckDB gives up on the whole file, it is read by record from its
 * beginning: `restart` says to forget what came before.
 */
export async function eachPart(
  reader: Reader, reading: FileReading, shape: FileShape, take: (part: Part) => Promise<void>, restart: () => void = () => undefined,
): Promise<Result<null, IntakeRefusal>> {
  const { file, header } = reading
  if (reading.manner === 'whole') {
    try {
      await take({ relation: relationOf(reading, shape), records: [], bytesRead: file.bytes })
      return accept(null)
    } catch (error) {
      // A file too much for the memory is not a damaged one.
      if (file.form === 'parquet' && /out of memory/i.test(String(error))) throw error
      // Whatever DuckDB found, our own reading finds it again, with its line; of Parquet there is no second reading.
      if (file.form === 'parquet') return refuse({ code: 'parquet-broken', file: file.name })
      reading.manner = 'by-record'
      restart()
    }
  }
  let started = false
  return readRecords(file, shape, async (records, bytesRead) => {
    const rows = started ? records : records.slice(1)
    started = true
    await stage(reader, rows.filter((record) => record.fault === undefined), header.columns.length)
    await take({ relation: 'staging', records: rows, bytesRead })
    return true
  })
}

/** A file about to be read; DuckDB tries it whole first. */
export function openReading(file: SourceFile, header: Header, profile: SourceProfile): FileReading {
  const { rows } = profile
  const numbers = rows.kind === 'intervals' ? [rows.entry, rows.exit, rows.interval] : []
  // Days of a text in UTF-16 are read as written: its bytes are not looked through.
  const wholeTypes = file.form === 'parquet' || profile.file.encoding === 'utf-16' ? header.types : new Map([...header.types].map(([name, type]) => [name, numbers.includes(name) ? 'DOUBLE' : type]))
  return { file, header, wholeTypes, manner: 'whole' }
}

/** The header with the types that the file has in the manner in which it is read. */
export function typedHeader({ header, wholeTypes, manner }: FileReading): Header {
  return manner === 'whole' ? { ...header, types: wholeTypes } : header
}

/** The whole file as a relation with the columns c0, c1, … */
export function relationOf(reading: FileReading, shape: FileShape): string {
  const { file } = reading
  const header = typedHeader(reading)
  return file.form === 'parquet' ? numberedParquetRelation(file.path, header.columns) : textRelation(file.path, header, shape, file.form === 'gzip')
}
