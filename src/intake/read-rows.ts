import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Columnar } from './counter.ts'
import type { Reader } from './duckdb.ts'
import type { RowPlan } from './row-plan.ts'
import type { SourceFile } from './source-file.ts'

/** Above so many bytes of file the result is read as a stream, a little slower: held whole it would fill the memory. */
export const mostBytesHeld: Readonly<Record<SourceFile['form'], number>> = { text: 1_000_000_000, gzip: 100_000_000, parquet: 200_000_000 }

/** Runs the plan over a relation and hands on its rows, some thousand at a time. Throws what DuckDB throws. */
export async function readRows(reader: Reader, plan: RowPlan, sql: string, file: SourceFile | undefined, take: (columns: Columnar) => void): Promise<void> {
  if (file !== undefined && file.bytes > mostBytesHeld[file.form]) {
    const stream = await reader.connection.stream(sql)
    for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk()) take(columnar(chunk, plan))
    return
  }
  const result = await reader.run(sql)
  for (let index = 0; index < result.chunkCount; index++) take(columnar(result.getChunk(index), plan))
}

function columnar(chunk: DuckDBDataChunk, plan: RowPlan): Columnar {
  const extra = (name: RowPlan['extras'][number]) => (plan.extras.includes(name) ? items(chunk, 3 + plan.extras.indexOf(name)) : undefined)
  return {
    rows: chunk.rowCount,
    key: items(chunk, 0) as Uint32Array,
    entry: items(chunk, 1) as Uint16Array,
    exit: items(chunk, 2) as Uint16Array,
    place: extra('place') as Uint32Array | undefined,
    cluster: extra('cluster') as Float64Array | undefined,
    lastDay: extra('last_day') as Int32Array | undefined,
    line: chunk.columnCount > 3 + plan.extras.length ? (items(chunk, 3 + plan.extras.length) as Int32Array) : undefined,
  }
}

/** The numbers of a column as they lie in DuckDB's memory. The plan has no nulls in its result, so none is looked for. */
function items(chunk: DuckDBDataChunk, column: number): unknown {
  return (chunk.getColumnVector(column) as unknown as { readonly items: unknown }).items
}
