import { accept, refuse, type Result } from '../kernel/result.ts'
import { numberedParquetRelation } from './column-sql.ts'
import { openReader } from './duckdb.ts'
import type { FileReading } from './file-reading.ts'
import type { FileShape } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { readRecords, type TextRecord } from './text-records.ts'

/** Hands the rows of a file on as texts, header left out; the line of a Parquet row is its number, from 1. */
export async function eachRecordBatch(reading: FileReading, shape: FileShape, take: (records: readonly TextRecord[], bytesRead: number) => void): Promise<Result<null, IntakeRefusal>> {
  if (reading.file.form === 'parquet') return eachParquetBatch(reading, take)
  let started = false
  return readRecords(reading.file, shape, (records, bytesRead) => {
    take(started ? records : records.slice(1), bytesRead)
    started = true
    return true
  })
}

async function eachParquetBatch({ file, header }: FileReading, take: (records: readonly TextRecord[], bytesRead: number) => void): Promise<Result<null, IntakeRefusal>> {
  const reader = await openReader([file.path])
  try {
    const texts = header.columns.map((_, index) => `c${index}::VARCHAR`).join(', ')
    const result = await reader.connection.stream(`SELECT line, ${texts} FROM ${numberedParquetRelation(file.path, header.columns)}`)
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      take(chunk.getRows().map(([line, ...fields]) => ({ line: Number(line), fields: fields.map((field) => (field === null ? '' : String(field))) })), 0)
    }
    return accept(null)
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) throw cause
    return refuse({ code: 'parquet-broken', file: file.name })
  } finally {
    reader.close()
  }
}
