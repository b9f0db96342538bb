import type { Input, Reconciliation } from '../cooperation/measurement.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { Counter, type Layout } from './counter.ts'
import { openReader, type Reader } from './duckdb.ts'
import { groupsOf, periodsOf } from './duration-groups.ts'
import { FaultList, listParquetFaults, listRowFaults, listStructureFaults } from './fault-list.ts'
import { eachPart, type FileReading, typedHeader } from './file-reading.ts'
import type { CountOptions } from './count-options.ts'
import { periodDays } from './period.ts'
import { type ProgressWatch, watchProgress } from './progress.ts'
import { quickCount } from './quick-count.ts'
import { readRows } from './read-rows.ts'
import type { IntakeRefusal } from './refusal.ts'
import { planRows, type RowPlan, type TimedProfile, type Values } from './row-plan.ts'
import type { Window } from './row-parts.ts'
import { expectedValues, survey } from './survey.ts'
import type { DurationTally } from './tally.ts'

/** Counts files whose rows are cases or intervals. One pass where that is enough; a second where rows must be found again by line. */
export async function countDurations(readings: readonly FileReading[], inputs: Promise<readonly Omit<Input, 'rowsRead'>[]>, profile: TimedProfile, options: CountOptions): Promise<Result<DurationTally, IntakeRefusal>> {
  const reader = await openReader(readings.map(({ file }) => file.path))
  const progress = watchProgress(reader, readings, options.onProgress)
  try {
    const known = await surveyIfNeeded(reader, readings, profile, options)
    if (!known.ok) return known
    const counted = await countAll(reader, readings, profile, options, known.value, progress)
    if (!counted.ok) return counted
    return await tallyOf(counted.value, await inputs, profile, options)
  } finally {
    progress.stop()
    reader.close()
  }
}

/** What the rows are read by: values found in the files, and the window in files of completed cases. */
type Known = { readonly values: Values; readonly window: Window | undefined; readonly complete: boolean }

async function surveyIfNeeded(reader: Reader, readings: readonly FileReading[], profile: TimedProfile, options: CountOptions): Promise<Result<Known, IntakeRefusal>> {
  if (profile.rows.kind === 'intervals' && options.strata.length === 0) return accept({ values: expectedValues(profile.country, readings), window: undefined, complete: false })
  return surveyAll(reader, readings, profile, options)
}

async function surveyAll(reader: Reader, readings: readonly FileReading[], profile: TimedProfile, options: CountOptions): Promise<Result<Known, IntakeRefusal>> {
  const found = await survey(reader, readings, profile, options.strata)
  if (!found.ok) return found
  const { values, firstPeriod, lastPeriod } = found.value
  if (profile.rows.kind === 'intervals' || profile.rows.truncation === 'cohort') return accept({ values, window: undefined, complete: true })
  if (firstPeriod === Infinity) return refuse({ code: 'no-rows', file: readings.map(({ file }) => file.name).join(', ') })
  const { periods } = profile.rows.count
  const firstDay = periodDays(firstPeriod, periods).firstDay
  const lastDay = Math.min(periodDays(lastPeriod, periods).lastDay, options.asOf === undefined ? Infinity : dayNumber(options.asOf))
  if (lastDay < firstDay) return refuse({ code: 'as-of-too-early', asOf: dayFromNumber(lastDay), firstDay: dayFromNumber(firstDay) })
  return accept({ values, window: { firstDay, lastDay }, complete: true })
}

type Counted = { readonly counter: Counter; readonly plan: RowPlan; readonly faults: FaultList; readonly known: Known; readonly malformed: ReadonlyMap<string, number>; readonly rowsOfFiles: readonly number[] }

async function countAll(reader: Reader, readings: readonly FileReading[], profile: TimedProfile, options: CountOptions, known: Known, progress: ProgressWatch): Promise<Result<Counted, IntakeRefusal>> {
  const all: FileCount[] = []
  for (const reading of readings) {
    const planOf = () => planRows(profile, typedHeader(reading), known.values, { ...options, window: known.window })
    const plan = planOf()
    const counted = await countFile(reader, reading, profile, planOf, options, progress)
    if (!counted.ok) return counted
    // A spelling we did not expect may be one we know: look at the files first, then count again.
    if (!known.complete && rowsWith(counted.value.counter, plan, 'unknown-country') > 0) {
      const surveyed = await surveyAll(reader, readings, profile, options)
      return surveyed.ok ? countAll(reader, readings, profile, options, surveyed.value, progress) : surveyed
    }
    all.push({ ...counted.value, plan })
  }
  return accept(joined(all, known))
}

/** Rows by reason of quarantine that never became numbers, beside those that did. */
type FileCount = { readonly counter: Counter; readonly faults: FaultList; readonly malformed: ReadonlyMap<string, number>; readonly plan: RowPlan }

async function countFile(reader: Reader, reading: FileReading, profile: TimedProfile, planOf: () => RowPlan, options: CountOptions, progress: ProgressWatch): Promise<Result<Omit<FileCount, 'plan'>, IntakeRefusal>> {
  // The numbers mean the same in both manners of reading; only the types of the columns differ.
  let plan = planOf()
  let counted = emptyCount(plan, options)
  if (await quickCount(reader, reading, profile, plan, options, counted.counter) && !(await reading.mayHoldNotation)) {
    progress.done(reading, counted.counter.rows, reading.file.bytes)
    return accept(counted)
  }
  counted = emptyCount(plan, options)
  const read = await eachPart(reader, reading, profile.file, async ({ relation, records, bytesRead }) => {
    const byRecord = reading.manner === 'by-record'
    const recordOfLine = new Map(records.map((record) => [record.line, record]))
    listStructureFaults(reading, records, counted.faults, counted.malformed)
    await readRows(reader, plan, plan.select(relation, byRecord), byRecord ? undefined : reading.file, (columns) => {
      counted.counter.add(columns)
      if (byRecord) listRowFaults(plan, reading, columns, recordOfLine, counted.faults, options.everyFault)
    })
    progress.done(reading, counted.counter.rows, bytesRead)
  }, () => {
    plan = planOf()
    counted = emptyCount(plan, options)
  })
  if (!read.ok) return read
  if (reading.manner === 'whole' && reading.wholeTypes !== reading.header.types && await reading.mayHoldNotation) {
    reading.wholeTypes = reading.header.types
    return countFile(reader, reading, profile, planOf, options, progress)
  }
  const bad = plan.faults.some((fault, index) => (options.everyFault || !fault.counted) && (counted.counter.faults[index] ?? 0) > 0)
  if (bad && reading.file.form === 'parquet') await listParquetFaults(reader, plan, reading, counted.faults, options.everyFault)
  else if (bad && reading.manner === 'whole') {
    reading.manner = 'by-record'
    return countFile(reader, reading, profile, planOf, options, progress)
  }
  return accept(counted)
}

function emptyCount(plan: RowPlan, options: CountOptions) {
  return { counter: new Counter(layoutOf(plan, options)), faults: new FaultList(), malformed: new Map<string, number>() }
}

function layoutOf(plan: RowPlan, options: CountOptions): Layout {
  return {
    limit: plan.limit,
    events: plan.outcomes.length + 1,
    spellings: plan.values.countries.length + plan.values.countOnly.length,
    faultCounted: plan.faults.map((fault) => fault.counted),
    joint: options.joint || options.clusters,
  }
}

function rowsWith(counter: Counter, plan: RowPlan, reason: string): number {
  return plan.faults.reduce((sum, fault, index) => sum + (fault.reason === reason ? counter.faults[index] ?? 0 : 0), 0)
}

function joined(all: readonly FileCount[], known: Known): Counted {
  const [first, ...others] = all
  invariant(first, 'no file was counted')
  const rowsOfFiles = all.map(({ counter, malformed }) => counter.rows + sum(malformed.values()))
  const malformed = new Map<string, number>()
  const faults = new FaultList()
  for (const count of all) {
    for (const [reason, rows] of count.malformed) malformed.set(reason, (malformed.get(reason) ?? 0) + rows)
    faults.addAll(count.faults)
  }
  for (const { counter } of others) first.counter.addAll(counter)
  return { counter: first.counter, plan: first.plan, faults, known, malformed, rowsOfFiles }
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0)
}

async function tallyOf(counted: Counted, inputs: readonly Omit<Input, 'rowsRead'>[], profile: TimedProfile, options: CountOptions): Promise<Result<DurationTally, IntakeRefusal>> {
  const { counter, plan, known, faults } = counted
  if (counted.rowsOfFiles.every((rows) => rows === 0)) return refuse({ code: 'no-rows', file: inputs.map(({ name }) => name).join(', ') })
  const asOf = asOfDay(options, known, counter)
  if (asOf === undefined) return refuse({ code: 'as-of-needed', file: inputs.map(({ name }) => name).join(', ') })
  const { rows } = profile
  return accept({
    kind: 'durations',
    profile: `${profile.name}/${profile.version}`,
    inputs: inputs.map((input, index) => ({ ...input, rowsRead: counted.rowsOfFiles[index] ?? 0 })),
    reconciliation: reconcile(counted),
    asOf,
    quarantine: faults.quarantine(),
    truncation: rows.truncation,
    outcomes: plan.outcomes,
    windowDays: known.window === undefined ? null : known.window.lastDay - known.window.firstDay,
    groups: groupsOf(counter, plan, options.strata),
    byPeriod: periodsOf(counter, plan, rows.kind === 'dates' ? rows.count.periods : rows.requestedOn.periods),
    spellings: [...plan.values.countries, ...plan.values.countOnly],
  })
}

function asOfDay(options: CountOptions, known: Known, counter: Counter): PlainDate | undefined {
  if (options.asOf !== undefined) return options.asOf
  if (known.window) return dayFromNumber(known.window.lastDay)
  return counter.lastDay > -1_000_000 ? dayFromNumber(counter.lastDay) : undefined
}

function reconcile({ counter, plan, malformed }: Counted): Reconciliation {
  const byReason = (counted: boolean, others: ReadonlyMap<string, number>) => {
    const rows = new Map(others)
    plan.faults.forEach((fault, index) => { if (fault.counted === counted) rows.set(fault.reason, (rows.get(fault.reason) ?? 0) + (counter.faults[index] ?? 0)) })
    return [...rows].filter(([, count]) => count > 0).map(([reason, count]) => ({ reason, rows: count })).toSorted((a, b) => (a.reason < b.reason ? -1 : 1))
  }
  const [quarantined, countedWithoutDuration] = [byReason(false, malformed), byReason(true, new Map())]
  const rowsRead = counter.rows + sum(malformed.values())
  const rowsUsed = counter.timed + sum(countedWithoutDuration.map(({ rows }) => rows))
  invariant(rowsRead === rowsUsed + sum(quarantined.map(({ rows }) => rows)), 'rows read are neither used nor quarantined', { rowsRead, rowsUsed })
  return { rowsRead, rowsUsed, quarantined, countedWithoutDuration }
}
