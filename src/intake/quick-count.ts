import type { DuckDBListVector, DuckDBMaterializedResult } from '@duckdb/node-api'
import { Columns, numberedParquetRelation, parquetRelation } from './column-sql.ts'
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
  // While DuckDB reads the days of a text as whole numbers, its bytes are looked through for any that are none.
  const scanned = reading.file.form === 'text' && reading.mayHoldFractions !== undefined && profile.file.encoding !== 'utf-16'
  try {
    const typed = scanned ? readAsWhole(reading, rows) : reading
    const relations = typed.file.form === 'parquet' ? await parquetParts(reader, typed) : [relationOf(typed, profile.file)]
    const counted = await countInTurn(reader, relations.flatMap((relation) => quickQueries(typed, profile, rows, relation)), (result) => addAll(result, plan, rows, counter))
    return counted && !(scanned && await reading.mayHoldFractions)
  } catch {
    // A value that is no number, or a row that is none: the reading that can say which comes after this one.
    return false
  }
}

function readAsWhole(reading: FileReading, { entry, exit }: IntervalRows): FileReading {
  return { ...reading, wholeTypes: new Map([...reading.wholeTypes].map(([name, type]) => [name, name === entry || name === exit ? 'INTEGER' : type])) }
}

function isPlain(reading: FileReading, rows: IntervalRows, options: CountOptions): boolean {
  const { header, file, manner } = reading
  const special = [rows.clock.column, rows.interval, rows.requestedOn.column].some((column) => header.columns.includes(column))
  // Days that a Parquet file holds as text: a cast would round `3.7` without a word.
  const texts = [rows.entry, rows.exit].some((name) => typedHeader(reading).types.get(name) === 'VARCHAR')
  const held = file.form === 'parquet' || file.bytes <= mostBytesHeld[file.form]
  return manner === 'whole' && held && !special && !texts && !options.joint && !options.clusters && options.strata.length === 0
}

const rowsInHand = 20_000_000

/** A Parquet file as one relation, or a long one in parts of some whole row groups: memory holds two parts at a time, however long the file. */
async function parquetParts(reader: Reader, { file, header }: FileReading): Promise<string[]> {
  const groups = await reader.rows(`SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(${literal(file.path)}) ORDER BY 1`)
  if (groups.reduce((sum, [, rows]) => sum + Number(rows), 0) <= rowsInHand) return [parquetRelation(file.path, header.columns)]
  const parts: string[] = []
  let [from, until] = [0, 0]
  for (const [index, [, rows]] of groups.entries()) {
    until += Number(rows)
    if (until - from < rowsInHand && index < groups.length - 1) continue
    parts.push(numberedParquetRelation(file.path, header.columns, `WHERE file_row_number BETWEEN ${from} AND ${until - 1}`))
    from = until
  }
  return parts
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

/**
 * The days of each country and outcome as written, in lists: the cheapest way out of DuckDB for a value of every row.
 * Entry days only where there was a late entry; that each interval ends after it began is asked here, where both are at hand.
 * Parquet is asked twice: few rows are late, and to pass over the others costs less than a list with a filter.
 */
function quickQueries(reading: FileReading, profile: TimedProfile, rows: IntervalRows, relation: string): string[] {
  const header = typedHeader(reading)
  const columns = new Columns(header, profile.file)
  const [country, outcome, entry, exit] = [profile.country.column, rows.outcome.column, rows.entry, rows.exit].map((name) => columns.raw(name))
  // Out of range, a cast fails, and the full plan looks. A fraction it would round away: so fractions are looked for.
  const fractions = [rows.entry, rows.exit].filter((name) => !header.types.get(name)?.includes('INT')).map((name) => ` AND ${columns.raw(name)} = floor(${columns.raw(name)})`).join('')
  const broken = `bool_or((${exit} > ${entry}${fractions}) IS NOT TRUE)`
  const [exits, entries] = [`list(${exit}::USMALLINT)`, `list(${entry}::USMALLINT)`]
  if (reading.file.form !== 'parquet') return [`SELECT ${country}, ${outcome}, ${broken}, ${exits}, ${entries} FILTER (${entry} <> 0) FROM ${relation} GROUP BY 1, 2`]
  return [
    `SELECT ${country}, ${outcome}, false, ${exits}, []::USMALLINT[] FROM ${relation} GROUP BY 1, 2`,
    `SELECT ${country}, '', ${broken}, []::USMALLINT[], ${entries} FROM ${relation} WHERE (${entry} = 0 AND ${exit} > 0${fractions}) IS NOT TRUE GROUP BY 1`,
  ]
}

function addAll(result: DuckDBMaterializedResult, plan: RowPlan, rows: IntervalRows, counter: Counter): boolean {
  const countries = new Map(plan.values.countries.map(({ spelling }, place) => [spelling, place]))
  const events = new Map([['', 0], ...Object.entries(rows.outcome.mapping).map(([text, outcome]): [string, number] => [text, plan.outcomes.indexOf(outcome) + 1])])
  const clock = plan.clocks.indexOf(rows.clock.unless)
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index)
    const [country, outcome, broken, exits, entries] = [0, 1, 2, 3, 4].map((column) => chunk.getColumnVector(column))
    const groups = chunk.rowCount
    for (let row = 0; row < groups; row++) {
      const [place, event] = [countries.get(textOf(country?.getItem(row))), events.get(textOf(outcome?.getItem(row)))]
      if (place === undefined || event === undefined || broken?.getItem(row) !== false) return false
      counter.addIntervals(place * plan.clocks.length + clock, event, daysOf(exits as DuckDBListVector, row), daysOf(entries as DuckDBListVector, row))
    }
  }
  return true
}

type Days = { readonly items: Uint16Array }

/** The days in one list, as they lie in DuckDB's memory; none where the list is null. */
function daysOf(lists: DuckDBListVector, row: number): Uint16Array {
  const { items } = lists.childVector as unknown as Days
  const from = lists.getEntryOffset(row)
  return items.subarray(from, from + lists.getEntryLength(row))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
