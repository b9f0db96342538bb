import type { PlainDate } from '../kernel/day.ts'
import { Columns } from './column-sql.ts'
import { literal } from './duckdb.ts'
import type { Header } from './header.ts'
import type { DateRows, IntervalRows, SourceProfile, Stratum } from './profile.ts'
import { datePartsOf, type FaultTest, intervalPartsOf, type RowFault, type RowParts, type Window } from './row-parts.ts'

export type TimedProfile = SourceProfile & { readonly rows: DateRows | IntervalRows }

/** Values found in the files. The number of a spelling is its place: those of countries first, then the others. */
export type Values = {
  readonly countries: readonly Spelling[]
  /** No countries, but part of the publisher's counts. */
  readonly countOnly: readonly Spelling[]
  readonly refused: readonly { readonly spelling: string; readonly reason: string }[]
  /** One text per combination of the strata asked for, joined by `stratumJoin`; empty when none was asked for. */
  readonly strata: readonly string[]
}
export type Spelling = { readonly spelling: string; readonly country: string }
export const stratumJoin = '\u001f'

/** SQL that turns each row into a few whole numbers, and what the numbers mean. */
export type RowPlan = {
  readonly outcomes: readonly string[]
  readonly clocks: readonly string[]
  readonly values: Values
  /**
   * Keys below are `(((spelling × clocks + clock) × strata + stratum) × (outcomes + 1) + event) × 2 + later`;
   * the limit itself and above are faults.
   */
  readonly limit: number
  readonly faults: readonly RowFault[]
  /** Which columns follow key, entry and exit. */
  readonly extras: readonly ('place' | 'cluster' | 'last_day')[]
  /** `relation` has the columns c0, c1, …; a row's `line` is carried along when asked for. */
  select(relation: string, withLine: boolean): string
}

export type PlanOptions = {
  readonly strata: readonly Stratum[]
  readonly clusters: boolean
  readonly asOf: PlainDate | undefined
  readonly window: Window | undefined
}

/** A place is the number of the spelling times this, plus the number of the period. */
export const periodsPerPlace = 1024
export const nowhere = 0xffffffff

export function planRows(profile: TimedProfile, header: Header, values: Values, options: PlanOptions): RowPlan {
  const columns = new Columns(header, profile.file)
  const parts = profile.rows.kind === 'dates' ? datePartsOf(profile.rows, columns, options.window, options.asOf) : intervalPartsOf(profile.rows, columns, options.asOf)
  const country = columns.raw(profile.country.column)
  // What keeps a row out of the counts goes before what only keeps it out of the durations.
  const faults = [...countryFaults(profile.country.column, columns, values), ...parts.faults].toSorted((a, b) => Number(a.fault.counted) - Number(b.fault.counted))
  const limit = 2 * values.countries.length * parts.clocks.length * Math.max(1, values.strata.length) * (parts.outcomes.length + 1)
  const extras = outerColumns(parts, options)
  const outer = [`${keySql(parts, faults, values, limit)} AS key`, `coalesce(try_cast(${parts.entry} AS USMALLINT), 0::USMALLINT) AS entry`, `coalesce(try_cast(${parts.exit} AS USMALLINT), 0::USMALLINT) AS exit`, ...extras.map(([name, sql]) => `${sql} AS ${name}`)]
  const spelling = lookup(country, [...values.countries, ...values.countOnly, ...values.refused].map((value) => value.spelling))
  const stratum = values.strata.length === 0 ? '0' : lookup(stratumSql(profile.rows, columns, options.strata), values.strata)
  const inner = [`${spelling} AS spelling`, `${stratum} AS stratum`, ...parts.columns]
  return {
    outcomes: parts.outcomes, clocks: parts.clocks, values, limit,
    faults: faults.map(({ fault }) => fault),
    extras: extras.map(([name]) => name),
    select: (relation, withLine) =>
      `SELECT ${[...outer, ...(withLine ? ['line'] : [])].join(', ')} FROM (SELECT s.*, ${inner.join(', ')} FROM ${relation} s)`,
  }
}

function countryFaults(column: string, columns: Columns, values: Values): FaultTest[] {
  const from = values.countries.length + values.countOnly.length
  const reasons = [...new Set(values.refused.map(({ reason }) => reason))]
  return [
    { when: `spelling IS NULL AND ${columns.isBlank(column)}`, fault: { reason: 'missing-country', column, counted: false } },
    { when: 'spelling IS NULL', fault: { reason: 'unknown-country', column, counted: false } },
    ...reasons.map((reason) => {
      const numbers = values.refused.flatMap((value, index) => (value.reason === reason ? [from + index] : []))
      return { when: `spelling IN (${numbers.join(', ')})`, fault: { reason, column, counted: false } }
    }),
    { when: `spelling >= ${values.countries.length}`, fault: { reason: 'nationality-not-known', column, counted: true } },
  ]
}

function keySql(parts: RowParts, faults: readonly FaultTest[], values: Values, limit: number): string {
  const group = `((spelling::UINTEGER * ${parts.clocks.length} + ${parts.clock}) * ${Math.max(1, values.strata.length)} + stratum)`
  const key = `(${group} * ${parts.outcomes.length + 1} + ${parts.event}) * 2 + ${parts.later}`
  const ofFault = faults.map(({ when }, index) => `WHEN ${when} THEN ${limit + index}`).join(' ')
  return `CASE WHEN spelling < ${values.countries.length} AND ${parts.faultless} THEN ${key} ${ofFault} ELSE ${key} END::UINTEGER`
}

function outerColumns(parts: RowParts, options: PlanOptions): ['place' | 'cluster' | 'last_day', string][] {
  return [
    ...(parts.period === undefined ? [] : [['place', `coalesce(spelling::UINTEGER * ${periodsPerPlace} + ${parts.period}, ${nowhere})::UINTEGER`] as ['place', string]]),
    ...(parts.cluster === undefined || !options.clusters ? [] : [['cluster', `coalesce(${parts.cluster}, 0)::DOUBLE`] as ['cluster', string]]),
    ...(parts.lastDay === undefined ? [] : [['last_day', `coalesce(${parts.lastDay}, -2147483648)::INTEGER`] as ['last_day', string]]),
  ]
}

/** All strata asked for, as one text. */
export function stratumSql(rows: DateRows | IntervalRows, columns: Columns, strata: readonly Stratum[]): string {
  return strata.map((stratum) => `coalesce(trim(${columns.raw(rows.strata[stratum] ?? '')}::VARCHAR), '')`).join(` || ${literal(stratumJoin)} || `)
}

/** The place of a text in a list, from 0. Searched from the front: the most frequent first. A join would be slower, and build on the wrong side. */
function lookup(text: string, values: readonly string[]): string {
  return `(list_position([${values.map(literal).join(', ')}]::VARCHAR[], ${text}) - 1)`
}
