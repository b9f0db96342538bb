import { DuckDBInstance } from '@duckdb/node-api'
import type { Measurement } from '../cooperation/measurement.ts'
import { figureColumns, figureRows } from './figure-rows.ts'

/** Writes the figures as Parquet. Throws, with its cause, what the disk refuses. */
export async function writeFiguresParquet(measurement: Measurement, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
  const connection = await instance.connect()
  try {
    await connection.run(`create table figure (${figureColumns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`)
    const appender = await connection.createAppender('figure')
    for (const row of figureRows(measurement)) {
      row.forEach((cell, index) => {
        const type = figureColumns[index]?.type
        if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) appender.appendNull()
        else if (type === 'VARCHAR') appender.appendVarchar(String(cell))
        else if (type === 'INTEGER') appender.appendInteger(Number(cell))
        else appender.appendDouble(Number(cell))
      })
      appender.endRow()
    }
    appender.closeSync()
    await connection.run(`copy figure to '${path.replaceAll("'", "''")}' (format parquet)`)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
