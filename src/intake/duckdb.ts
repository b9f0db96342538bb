import { availableParallelism } from 'node:os'
import { type DuckDBConnection, DuckDBInstance, type DuckDBMaterializedResult, type DuckDBValue } from '@duckdb/node-api'

/** DuckDB in memory, able to read the named files and nothing else: no network, no extensions, no spilling of rows to disk. */
export type Reader = {
  readonly connection: DuckDBConnection
  run(sql: string): Promise<DuckDBMaterializedResult>
  rows(sql: string): Promise<DuckDBValue[][]>
  close(): void
}

export async function openReader(paths: readonly string[]): Promise<Reader> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(Math.min(8, availableParallelism())),
    memory_limit: '1GB',
    temp_directory: '',
    // Rows are counted, never listed, so their order is of no use.
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  // Paths on the list are taken as they stand: `*` and `?` in a name are no pattern once the rest is closed.
  await connection.run(`SET allowed_paths = [${paths.map(literal).join(', ')}]`)
  await connection.run('SET enable_external_access = false')
  // DuckDB knows how far it is only where it could draw a bar; we draw our own.
  await connection.run('SET enable_progress_bar = true')
  await connection.run('SET enable_progress_bar_print = false')
  await connection.run('SET lock_configuration = true')
  return {
    connection,
    run: (sql) => connection.run(sql),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** A text as an SQL literal. SQL cannot say a zero byte, so it is put in by its number. */
export function literal(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`
}

/** A column name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
