import type { Header } from './header.ts'
import type { SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'

const text = ['VARCHAR', 'ENUM']
const whole = ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'VARCHAR']
const day = ['DATE', 'TIMESTAMP', 'VARCHAR']

/** The first column of a Parquet file whose type cannot be what the profile says. Text files have texts only, judged row by row. */
export function typeFault(file: SourceFile, profile: SourceProfile, header: Header): IntakeRefusal | undefined {
  if (file.form !== 'parquet') return undefined
  for (const [column, allowed] of wanted(profile)) {
    const found = header.types.get(column)
    if (found !== undefined && (found.endsWith(']') || !allowed.some((type) => found.startsWith(type)))) return { code: 'wrong-type', file: file.name, column, expected: allowed.join(', '), found }
  }
  return undefined
}

function wanted({ country, rows }: SourceProfile): [string, readonly string[]][] {
  if (rows.kind === 'table') return []
  const strata = Object.values(rows.strata).map((column): [string, readonly string[]] => [column, text])
  const outcome: [string, readonly string[]][] = 'column' in rows.outcome ? [[rows.outcome.column, text]] : []
  const numbers: readonly string[] = rows.kind === 'intervals' ? [rows.entry, rows.exit, rows.interval] : []
  const days = rows.kind === 'intervals' ? [rows.requestedOn.column] : [rows.start, rows.end, rows.count.column]
  const clock: [string, readonly string[]][] = rows.kind === 'intervals' ? [[rows.clock.column, text]] : []
  return [[country.column, text], ...outcome, ...clock, ...strata, ...numbers.map((column): [string, readonly string[]] => [column, whole]), ...days.map((column): [string, readonly string[]] => [column, day])]
}
