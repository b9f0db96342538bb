import type { Reconciliation } from '../cooperation/measurement.ts'
import type { PlainDate } from '../kernel/day.ts'
import { accept, type Result } from '../kernel/result.ts'
import { Columns } from './column-sql.ts'
import { countFiles } from './count-files.ts'
import { detectProfile } from './detect-profile.ts'
import { openReader, type Reader } from './duckdb.ts'
import { FaultList } from './fault-list.ts'
import { eachPart, type FileReading, openReading } from './file-reading.ts'
import { readHeader } from './header.ts'
import type { IntervalRows, SourceProfile } from './profile.ts'
import type { IntakeRefusal } from './refusal.ts'
import { findSourceFile, type SourceFile } from './source-file.ts'
import type { Quarantine } from './tally.ts'

export type FileCheck = {
  readonly profile: string
  readonly reconciliation: Reconciliation
  /** Rows that are not used, rows that are counted but not timed, and intervals of one request that do not go together. */
  readonly faults: Quarantine
}

/** Looks for every fault of a file, also those that a count need not know: intervals of one request are compared with each other. */
export async function checkFile(path: string, asked?: SourceProfile): Promise<Result<FileCheck, IntakeRefusal>> {
  const file = await findSourceFile(path)
  if (!file.ok) return file
  const profile = asked === undefined ? await detectProfile(file.value) : accept(asked)
  if (!profile.ok) return profile
  // A check needs no day to which the data speak: every day is before this one.
  const counted = await countFiles([path], { profile: profile.value, everyFault: true, asOf: '2199-12-31' as PlainDate })
  if (!counted.ok) return counted
  const faults = new FaultList()
  for (const row of counted.value.quarantine.rows) faults.add(row)
  faults.unlisted += counted.value.quarantine.unlisted
  if (profile.value.rows.kind === 'intervals') {
    const compared = await compareIntervals(file.value, profile.value, profile.value.rows, faults)
    if (!compared.ok) return compared
  }
  return accept({ profile: counted.value.profile, reconciliation: counted.value.reconciliation, faults: faults.quarantine() })
}

async function compareIntervals(file: SourceFile, profile: SourceProfile, rows: IntervalRows, faults: FaultList): Promise<Result<null, IntakeRefusal>> {
  const header = await readHeader(file, profile)
  if (!header.ok) return header
  const reader = await openReader([file.path])
  try {
    const reading: FileReading = { ...openReading(file, header.value, profile), manner: file.form === 'parquet' ? 'whole' : 'by-record' }
    await reader.run('CREATE TABLE intervals (line INTEGER, request VARCHAR, country VARCHAR, clock VARCHAR, entry USMALLINT, exit USMALLINT, outcome VARCHAR)')
    const columns = new Columns(header.value, profile.file)
    const read = await eachPart(reader, reading, profile.file, async ({ relation }) => {
      await reader.run(`INSERT INTO intervals ${intervalsSql(relation, columns, profile, rows)}`)
    })
    if (read.ok) for (const [line, reason, request] of await disagreements(reader)) faults.add({ file: file.name, line: Number(line), column: rows.request, reason: String(reason), value: String(request) })
    return read
  } finally {
    reader.close()
  }
}

function intervalsSql(relation: string, columns: Columns, profile: SourceProfile, rows: IntervalRows): string {
  const clock = columns.has(rows.clock.column) ? `coalesce(trim(${columns.raw(rows.clock.column)}), '')` : `''`
  return `SELECT line, ${columns.raw(rows.request)}::VARCHAR, ${columns.raw(profile.country.column)}, ${clock}, ${columns.number(rows.entry)}, ${columns.number(rows.exit)}, coalesce(trim(${columns.raw(rows.outcome.column)}), '') FROM ${relation}`
}

async function disagreements(reader: Reader) {
  return reader.rows(`
    SELECT line, CASE WHEN request IS NULL OR request = '' THEN 'missing-request' WHEN entry < before THEN 'overlapping-interval' WHEN ended THEN 'interval-after-outcome' ELSE 'country-changes' END, coalesce(request, '')
    FROM (
      SELECT *, max(exit) OVER earlier AS before, bool_or(outcome <> '') OVER earlier AS ended, lag(country) OVER (PARTITION BY request ORDER BY entry, exit, line) AS country_before
      FROM intervals WHERE entry IS NOT NULL AND exit IS NOT NULL
      WINDOW earlier AS (PARTITION BY request, clock ORDER BY entry, exit, line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    )
    WHERE request IS NULL OR request = '' OR entry < before OR ended OR country_before <> country
    ORDER BY line`)
}
