import { countries } from '../reference/countries.ts'
import { resolveCountry } from '../reference/country-names.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { Columns, periodSql } from './column-sql.ts'
import type { Reader } from './duckdb.ts'
import { eachPart, type FileReading } from './file-reading.ts'
import { ownValue } from './own-value.ts'
import type { CountryRule, Stratum } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { stratumJoin, stratumSql, type TimedProfile, type Values } from './row-plan.ts'
import { holdTrait, traitRefusal } from './trait-values.ts'

/** A stratum divides into dozens of groups, not thousands: those would be single people. */
const mostStrata = 2_000

/** What must be known of all the files before a row of them can be turned into numbers. */
export type Survey = { readonly values: Values; readonly firstPeriod: number; readonly lastPeriod: number }

/** Without a look at the whole files: the spellings in their first rows, and the countries' codes. */
export function expectedValues(rule: CountryRule, readings: readonly FileReading[]): Values {
  const spellings = new Map<string, number>()
  for (const { header } of readings) {
    const column = header.columns.indexOf(rule.column)
    for (const { fields } of header.sample) tallyUp(spellings, fields[column] ?? '', 1)
  }
  for (const { code, standing } of countries) if (standing !== 'withdrawn') tallyUp(spellings, code, 0)
  return valuesOf(rule, spellings, [])
}

/** Looks at all rows for the spellings, strata and periods that occur. */
export async function survey(reader: Reader, readings: readonly FileReading[], profile: TimedProfile, strata: readonly Stratum[]): Promise<Result<Survey, IntakeRefusal>> {
  const [spellings, groups] = [new Map<string, number>(), new Set<string>()]
  const periods: number[] = []
  for (const reading of readings) {
    const read = await eachPart(reader, reading, profile.file, async ({ relation }) => {
      for (const [spelling, group, first, last, rows] of await reader.rows(surveySql(relation, reading, profile, strata))) {
        tallyUp(spellings, String(spelling ?? ''), Number(rows))
        groups.add(String(group))
        periods.push(...[first, last].flatMap((period) => (period === null ? [] : [Number(period)])))
      }
    })
    if (!read.ok) return read
  }
  if (groups.size > mostStrata) return refuse({ code: 'too-many-groups', file: readings.map(({ file }) => file.name).join(', '), column: strata.join(', '), limit: mostStrata })
  const trait = traitAmong(groups, profile, strata)
  if (trait) return refuse(trait)
  return accept({
    values: valuesOf(profile.country, spellings, strata.length === 0 ? [] : [...groups].toSorted()),
    firstPeriod: periods.reduce((a, b) => Math.min(a, b), Infinity),
    lastPeriod: periods.reduce((a, b) => Math.max(a, b), -Infinity),
  })
}

/** A column that holds sexes or ages divides nobody, whatever the profile calls it. */
function traitAmong(groups: ReadonlySet<string>, { name, rows }: TimedProfile, strata: readonly Stratum[]): IntakeRefusal | undefined {
  const held = [...groups].map((group) => group.split(stratumJoin))
  for (const [index, stratum] of strata.entries()) {
    const values = [...new Set(held.map((parts) => parts[index] ?? ''))]
    if (holdTrait(values)) return traitRefusal(name, rows.strata[stratum] ?? stratum, values)
  }
  return undefined
}

function surveySql(relation: string, { header }: FileReading, profile: TimedProfile, strata: readonly Stratum[]): string {
  const columns = new Columns(header, profile.file)
  const { rows } = profile
  const period = rows.kind === 'dates' ? periodSql(columns.day(rows.count.column, rows.dateFormat), rows.count.periods) : 'NULL'
  const group = strata.length === 0 ? "''" : stratumSql(rows, columns, strata)
  return `SELECT ${columns.raw(profile.country.column)}, ${group}, min(${period}), max(${period}), count(*) FROM ${relation} GROUP BY 1, 2`
}

function tallyUp(rows: Map<string, number>, text: string, more: number): void {
  if (text !== '') rows.set(text, (rows.get(text) ?? 0) + more)
}

/** The most frequent spelling first: a list is searched from its front. */
function valuesOf(rule: CountryRule, rows: ReadonlyMap<string, number>, strata: readonly string[]): Values {
  const spellings = [...rows].toSorted(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || (a < b ? -1 : 1)).map(([spelling]) => spelling)
  const resolved = spellings.map((spelling) => ({ spelling, code: ownValue(rule.countOnly, spelling.trim()), meaning: resolveCountry(spelling, rule.names) }))
  return {
    countries: resolved.flatMap(({ spelling, code, meaning }) => (code === undefined && meaning.kind === 'country' ? [{ spelling, country: meaning.country }] : [])),
    countOnly: resolved.flatMap(({ spelling, code }) => (code === undefined ? [] : [{ spelling, country: code }])),
    refused: resolved.flatMap(({ spelling, code, meaning }) => (code === undefined && meaning.kind !== 'country' ? [{ spelling, reason: unresolvedReasons[meaning.kind] }] : [])),
    strata,
  }
}

export const unresolvedReasons = { aggregate: 'aggregate-not-a-country', status: 'status-not-a-country', ambiguous: 'ambiguous-country', unknown: 'unknown-country' } as const
