import type { DuckDBListVector, DuckDBMaterializedResult } from '@duckdb/node-api'
import { Columns } from './column-sql.ts'
import type { CountOptions } from './count-options.ts'
import type { Counter } from './counter.ts'
import { literal, type Reader } from './duckdb.ts'
import { type FileReading, relationOf, typedHeader } from './file-reading.ts'
import type { IntervalRows } from './profile.ts'
import { mostBytesHeld } from './read-rows.ts'
import type { RowPlan, TimedProfile } from './row-plan.ts'

/**
 * Counts a file of intervals that is in the plainest shape and without a doubtful row, at little more than the cost of
 * reading it: DuckDB collects the days of each country and outcome as written, and only these few texts are looked up.
 * False, and the counter to be thrown away, where the full plan must look.
 */
export async function quickCount(reader: Reader, reading: FileReading, profile: TimedProfile, plan: RowPlan, options: CountOptions, counter: Counter): Promise<boolean> {
  const { rows } = profile
  if (rows.kind !== 'intervals' || !isPlain(reading, rows, options)) return false
  try {
    const ranges = reading.file.form === 'parquet' ? await rangesOf(reader, reading) : ['']
    return await countInTurn(reader, ranges.map((range) => quickSql(reading, profile, rows, range)), (result) => addAll(result, plan, rows, counter))
  } catch {
    // A value that is no number, or a row that is none: the reading that can say which comes after this one.
    return false
  }
}

function isPlain({ header, file, manner }: FileReading, rows: IntervalRows, options: CountOptions): boolean {
  const special = [rows.clock.column, rows.interval, rows.requestedOn.column].some((column) => header.columns.includes(column))
  const held = file.form === 'parquet' || file.bytes <= mostBytesHeld[file.form]
  return manner === 'whole' && held && !special && !options.joint && !options.clusters && options.strata.length === 0
}

const rowsInHand = 2_000_000

/** Ranges of rows for a Parquet file, each some whole row groups: memory holds two ranges at a time, however long the file. */
async function rangesOf(reader: Reader, { file }: FileReading): Promise<string[]> {
  const groups = await reader.rows(`SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(${literal(file.path)}) ORDER BY 1`)
  const ranges: string[] = []
  let [from, until] = [0, 0]
  for (const [index, [, rows]] of groups.entries()) {
    until += Number(rows)
    if (until - from < rowsInHand && index < groups.length - 1) continue
    ranges.push(`WHERE file_row_number BETWEEN ${from} AND ${until - 1}`)
    from = until
  }
  return ranges
}

/** Counts one result while DuckDB works on the next; false as soon as one is doubtful. */
async function countInTurn(reader: Reader, queries: readonly string[], add: (result: DuckDBMaterializedResult) => boolean): Promise<boolean> {
  const [first, ...others] = queries
  if (first === undefined) return false
  let running = reader.run(first)
  for (const query of [...others, undefined]) {
    const result = await running
    if (query !== undefined) running = reader.run(query)
    if (!add(result)) {
      await running
      return false
    }
  }
  return true
}

/** Both days of an interval in one number: entry × 65536 + exit. A list of them is the cheapest way out of DuckDB for a value of every row. */
function quickSql(reading: FileReading, profile: TimedProfile, { entry, exit, outcome }: IntervalRows, range: string): string {
  const header = typedHeader(reading)
  const columns = new Columns(header, profile.file)
  // Out of range, a cast fails, and the full plan looks. A fraction it would round away: so fractions are looked for.
  const day = (name: string) => `${columns.raw(name)}::USMALLINT`
  const fractions = [entry, exit].filter((name) => header.types.get(name) === 'DOUBLE').map((name) => `${columns.raw(name)} <> floor(${columns.raw(name)})`)
  const broken = fractions.length === 0 ? 'false' : `bool_or(${fractions.join(' OR ')})`
  return `SELECT ${columns.raw(profile.country.column)}, ${columns.raw(outcome.column)}, ${broken}, list(${day(entry)}::UINTEGER * 65536 + ${day(exit)})
    FROM ${relationOf(reading, profile.file, range)} GROUP BY 1, 2`
}

type Packed = { readonly items: Uint32Array; readonly validity: { readonly data: unknown } }

function addAll(result: DuckDBMaterializedResult, plan: RowPlan, rows: IntervalRows, counter: Counter): boolean {
  const countries = new Map(plan.values.countries.map(({ spelling }, place) => [spelling, place]))
  const events = new Map([['', 0], ...Object.entries(rows.outcome.mapping).map(([text, outcome]): [string, number] => [text, plan.outcomes.indexOf(outcome) + 1])])
  const clock = plan.clocks.indexOf(rows.clock.unless)
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index)
    const lists = chunk.getColumnVector(3) as DuckDBListVector
    const packed = lists.childVector as unknown as Packed
    if (!(packed.items instanceof Uint32Array) || packed.validity.data !== null) return false
    for (let row = 0; row < chunk.rowCount; row++) {
      const [country, outcome, broken] = [0, 1, 2].map((column) => chunk.getColumnVector(column).getItem(row))
      const [place, event] = [countries.get(textOf(country)), events.get(textOf(outcome))]
      if (place === undefined || event === undefined || broken !== false) return false
      const from = lists.getEntryOffset(row)
      const days = packed.items.subarray(from, from + lists.getEntryLength(row))
      if (!counter.addIntervals(place * plan.clocks.length + clock, event, days)) return false
    }
  }
  return true
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
