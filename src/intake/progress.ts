import type { Reader } from './duckdb.ts'
import type { FileReading } from './file-reading.ts'
import type { CountOptions } from './count-options.ts'

/** Tells the caller four times a second how far reading is, until stopped. */
export type ProgressWatch = { done(reading: FileReading, rows: number, bytesRead: number): void; stop(): void }

export function watchProgress(reader: Reader, readings: readonly FileReading[], onProgress: CountOptions['onProgress']): ProgressWatch {
  if (onProgress === undefined) return { done: () => undefined, stop: () => undefined }
  const startedAt = performance.now()
  const allBytes = readings.reduce((sum, { file }) => sum + file.bytes, 0)
  const read = new Map<FileReading, { rows: number; bytes: number }>()
  const timer = setInterval(() => {
    // What DuckDB is reading now is not in `read` yet; it knows its own share of the file.
    const current = reader.connection.progress
    const known = [...read.values()].reduce((sum, part) => ({ rows: sum.rows + part.rows, bytes: sum.bytes + part.bytes }), { rows: 0, bytes: 0 })
    const next = readings.find((reading) => !read.has(reading))
    const share = next === undefined || current.percentage < 0 ? 0 : current.percentage / 100
    const bytes = known.bytes + (next === undefined ? 0 : next.file.bytes * share)
    const rowsRead = known.rows + (next === undefined ? 0 : Math.round(expectedRows(next) * share))
    onProgress({ rowsRead, rowsPerSecond: rowsRead / ((performance.now() - startedAt) / 1000), fractionOfBytes: Math.min(1, bytes / allBytes) })
  }, 250)
  return {
    done: (reading, rows, bytes) => read.set(reading, { rows, bytes }),
    stop: () => clearInterval(timer),
  }
}

/** DuckDB tells its share of the file, not rows: how many the file will have, by the length of its first ones. */
function expectedRows({ file, header }: FileReading): number {
  const letters = header.sample.reduce((sum, { fields }) => sum + fields.reduce((length, field) => length + field.length + 1, 0), 0)
  return file.form === 'text' && letters > 0 ? file.bytes / (letters / header.sample.length) : 0
}
