import { DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import type { Reader } from './duckdb.ts'
import type { TextRecord } from './text-records.ts'

const rowsPerChunk = 2048

/** Puts records into DuckDB's memory as the relation `staging` (line, c0, c1, …), in place of what was there. */
export async function stage(reader: Reader, records: readonly TextRecord[], width: number): Promise<void> {
  const columns = Array.from({ length: width }, (_, index) => `c${index} VARCHAR`)
  await reader.run(`CREATE OR REPLACE TABLE staging (line INTEGER, ${columns.join(', ')})`)
  const appender = await reader.connection.createAppender('staging')
  const types = [INTEGER, ...columns.map(() => VARCHAR)]
  for (let from = 0; from < records.length; from += rowsPerChunk) {
    const some = records.slice(from, from + rowsPerChunk)
    const chunk = DuckDBDataChunk.create(types, some.length)
    chunk.setColumnValues(0, some.map((record) => record.line))
    for (let column = 0; column < width; column++) chunk.setColumnValues(column + 1, some.map((record) => record.fields[column] ?? ''))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
