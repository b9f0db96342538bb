import type { DuckDBMaterializedResult } from '@duckdb/node-api'
import type { Counter } from './counter.ts'
import { literal, type Reader } from './duckdb.ts'
import { type FileReading, relationOf, typedHeader } from './file-reading.ts'
import { mostBytesHeld } from './read-rows.ts'
import type { RowPlan, TimedProfile } from './row-plan.ts'
import { Columns } from './column-sql.ts'
import type { CountOptions } from './count-options.ts'
import type { IntervalRows } from './profile.ts'

/**
 * Counts a file of intervals that is in the plainest shape and without a doubtful row, at little more than the cost of
 * reading it: DuckDB only finds strings in two lists, and the numbers are judged while they are counted.
 * False, and the counter to be thrown away, where the full plan must look.
 */
export async function quickCount(reader: Reader, reading: FileReading, profile: TimedProfile, plan: RowPlan, options: CountOptions, counter: Counter): Promise<boolean> {
  const { rows } = profile
  if (rows.kind !== 'intervals' || !isPlain(reading, rows, options)) return false
  try {
    const result = await reader.run(quickSql(reading, profile, plan, rows))
    return addAll(result, plan, rows, counter)
  } catch {
    // A value that is no number, or a row that is none: the reading that can say which comes after this one.
    return false
  }
}

function isPlain({ header, file, manner }: FileReading, rows: IntervalRows, options: CountOptions): boolean {
  const special = [rows.clock.column, rows.interval, rows.requestedOn.column].some((column) => header.columns.includes(column))
  return manner === 'whole' && !special && !options.joint && !options.clusters && options.strata.length === 0 && file.bytes <= mostBytesHeld
}

function quickSql(reading: FileReading, profile: TimedProfile, plan: RowPlan, rows: IntervalRows): string {
  const columns = new Columns(typedHeader(reading), profile.file)
  const place = (texts: readonly string[], column: string) => `list_position([${texts.map(literal).join(', ')}, NULL], ${columns.raw(column)})`
  const spellings = plan.values.countries.map(({ spelling }) => spelling)
  // The empty text stands first among the outcomes and null last: both are “none yet”.
  const outcomes = ['', ...Object.keys(rows.outcome.mapping)]
  return `SELECT ${place(spellings, profile.country.column)}, ${place(outcomes, rows.outcome.column)}, ${columns.raw(rows.entry)}, ${columns.raw(rows.exit)} FROM ${relationOf(reading, profile.file)}`
}

type Numbers = Int32Array | Float64Array
type NumberVector = { readonly items: Numbers; readonly validity: { readonly data: unknown } }

function addAll(result: DuckDBMaterializedResult, plan: RowPlan, rows: IntervalRows, counter: Counter): boolean {
  const mapped = Object.values(rows.outcome.mapping).map((outcome) => plan.outcomes.indexOf(outcome) + 1)
  const events = Int32Array.from([0, 0, ...mapped, 0])
  const clock = plan.clocks.indexOf(rows.clock.unless)
  for (let index = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index)
    const vectors = [0, 1, 2, 3].map((column) => chunk.getColumnVector(column) as unknown as NumberVector)
    const [spelling, outcome, entry, exit] = vectors.map(({ items }) => items)
    if (!(spelling instanceof Int32Array) || !(outcome instanceof Int32Array) || !isNumbers(entry) || !isNumbers(exit) || vectors.some(({ validity }) => validity.data !== null)) return false
    if (!counter.addPlain({ rows: chunk.rowCount, spelling, outcome, events, clock, clocks: plan.clocks.length, entry, exit })) return false
  }
  return true
}

function isNumbers(items: unknown): items is Numbers {
  return items instanceof Int32Array || items instanceof Float64Array
}
