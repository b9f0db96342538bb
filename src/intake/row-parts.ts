import { dayNumber, type PlainDate } from '../kernel/day.ts'
import { type Columns, periodSql } from './column-sql.ts'
import type { ClusterRule, DateRows, IntervalRows, OutcomeRule } from './profile.ts'

/** Why a row is not used, or is counted but not timed, and the column that says so. */
export type RowFault = { readonly reason: string; readonly column: string; readonly counted: boolean }
export type FaultTest = { readonly when: string; readonly fault: RowFault }

/** What differs between kinds of rows, in SQL: helper columns first, then expressions over them. */
export type RowParts = {
  readonly clocks: readonly string[]
  readonly outcomes: readonly string[]
  readonly columns: readonly string[]
  readonly faults: readonly FaultTest[]
  /** A quick test that holds for most rows and, where it holds, leaves no fault but one of the country. */
  readonly faultless: string
  readonly clock: string
  readonly event: string
  /** 1 for a row that is not the first interval of its request. */
  readonly later: string
  readonly entry: string
  readonly exit: string
  readonly period?: string
  readonly cluster?: string
  readonly lastDay?: string
}

/** First and last day of the window of a file that holds completed cases only, as days since 1970-01-01. */
export type Window = { readonly firstDay: number; readonly lastDay: number }

/** Rows with a date at which the clock started and one at which it ended. */
export function datePartsOf(rows: DateRows, columns: Columns, window: Window | undefined, asOf: PlainDate | undefined): RowParts {
  const [start, end, count] = [rows.start, rows.end, rows.count.column]
  const right = rows.truncation === 'right'
  const lastDay = right ? window?.lastDay ?? 0 : asOf === undefined ? 2_000_000 : dayNumber(asOf)
  const firstDay = window?.firstDay ?? 0
  const outcome = outcomeParts(rows.outcome, columns)
  // An end after the last day of the data was not yet known on that day: the case was open.
  const open = right ? 'false' : `(${columns.isBlank(end)} OR end_day > ${lastDay})`
  const duration = `(CASE WHEN ${open} THEN ${lastDay} ELSE end_day END - start_day)`
  return {
    clocks: [rows.clock],
    outcomes: outcome.outcomes,
    columns: [
      `${columns.day(start, rows.dateFormat)} AS start_day`,
      `${columns.day(end, rows.dateFormat)} AS end_day`,
      `${columns.day(count, rows.dateFormat)} AS count_day`,
    ],
    faults: [
      ...dateFaults(columns, count, 'count_day', false, true),
      ...outcome.faults,
      ...dateFaults(columns, start, 'start_day', true, true),
      ...dateFaults(columns, end, 'end_day', true, right),
      test(`end_day < start_day`, 'negative-duration', end, true),
      ...(right ? [test(`start_day < ${firstDay}`, 'began-before-window', start, true), test(`end_day > ${lastDay}`, 'ended-after-window', end, true)] : []),
      test(`start_day > ${lastDay}`, 'after-as-of', start, true),
    ],
    faultless: 'false',
    clock: '0',
    event: `CASE WHEN ${open} THEN 0 ELSE ${outcome.event} END`,
    later: '0',
    // Kalbfleisch and Lawless: in reversed time a case is at risk from the truncation limit down to its duration.
    entry: right ? `start_day - ${firstDay}` : '0',
    exit: right ? `${lastDay - firstDay + 1} - (end_day - start_day)` : `greatest(1, ${duration})`,
    period: periodSql('count_day', rows.count.periods),
    ...clusterPart(rows.cluster, columns, 'end_day'),
  }
}

/** Rows that are intervals already, in whole days since the clock started. */
export function intervalPartsOf(rows: IntervalRows, columns: Columns, asOf: PlainDate | undefined): RowParts {
  const outcome = outcomeParts(rows.outcome, columns)
  const hasClock = columns.has(rows.clock.column)
  const clocks = rows.clock.values
  const numbers = new Map(clocks.map((clock, index) => [clock, index]))
  const hasOrder = columns.has(rows.interval)
  const dated = columns.has(rows.requestedOn.column)
  const blankDate = dated ? columns.isBlank(rows.requestedOn.column) : 'true'
  return {
    clocks,
    outcomes: outcome.outcomes,
    columns: [
      `${outcome.event} AS event`,
      `${columns.number(rows.entry)} AS entry_day`,
      `${columns.number(rows.exit)} AS exit_day`,
      ...(hasClock ? [`${columns.choice(rows.clock.column, numbers, clocks.indexOf(rows.clock.unless))} AS clock`] : []),
      ...(hasOrder ? [`CASE WHEN ${columns.isBlank(rows.interval)} THEN 1 ELSE ${columns.number(rows.interval)} END AS nth`] : []),
      ...(dated ? [`${columns.day(rows.requestedOn.column, rows.requestedOn.dateFormat)} AS requested_day`] : []),
    ],
    // The same list for every file of a source, whatever optional columns it has: the counts of files are added place by place.
    faults: [
      ...outcome.faults.map(({ fault }) => ({ when: 'event IS NULL', fault })),
      test(hasClock ? 'clock IS NULL' : 'false', 'unknown-clock', rows.clock.column),
      test('entry_day IS NULL', 'bad-number', rows.entry),
      test('exit_day IS NULL', 'bad-number', rows.exit),
      test(hasOrder ? 'nth IS NULL OR nth = 0' : 'false', 'bad-number', rows.interval),
      test('exit_day < entry_day', 'negative-duration', rows.exit),
      test('exit_day = entry_day', 'empty-interval', rows.exit),
      test(dated ? `requested_day IS NULL AND NOT ${blankDate}` : 'false', 'impossible-date', rows.requestedOn.column),
      test(dated && asOf !== undefined ? `requested_day + exit_day::INTEGER > ${dayNumber(asOf)}` : 'false', 'after-as-of', rows.exit),
    ],
    faultless: ['entry_day < exit_day', 'event IS NOT NULL', ...(hasClock ? ['clock IS NOT NULL'] : []), ...(hasOrder ? ['nth > 0'] : []), ...(dated ? ['requested_day IS NOT NULL'] : []), ...(dated && asOf !== undefined ? [`requested_day + exit_day::INTEGER <= ${dayNumber(asOf)}`] : [])].join(' AND '),
    clock: hasClock ? 'clock' : String(clocks.indexOf(rows.clock.unless)),
    event: 'event',
    later: hasOrder ? '(nth > 1)::UINTEGER' : '0',
    entry: 'entry_day',
    exit: 'exit_day',
    ...(dated ? { period: periodSql('requested_day', rows.requestedOn.periods) } : {}),
    ...(dated && asOf === undefined ? { lastDay: 'requested_day + exit_day::INTEGER' } : {}),
    ...clusterPart(rows.cluster, columns, ''),
  }
}

function test(when: string, reason: string, column: string, counted = false): FaultTest {
  return { when, fault: { reason, column, counted } }
}

function dateFaults(columns: Columns, column: string, day: string, counted: boolean, needed: boolean): FaultTest[] {
  const blank = columns.isBlank(column)
  return [
    ...(needed ? [test(blank, 'missing-date', column, counted)] : []),
    test(`${day} IS NULL AND NOT ${blank}`, 'impossible-date', column, counted),
  ]
}

function outcomeParts(rule: OutcomeRule, columns: Columns): { outcomes: readonly string[]; event: string; faults: readonly FaultTest[] } {
  if ('fixed' in rule) return { outcomes: [rule.fixed], event: '1', faults: [] }
  const outcomes = [...new Set(Object.values(rule.mapping))].filter((outcome) => outcome !== 'none')
  const numbers = new Map(Object.entries(rule.mapping).map(([text, outcome]) => [text, outcome === 'none' ? 0 : outcomes.indexOf(outcome) + 1]))
  const event = columns.choice(rule.column, numbers, 0)
  return { outcomes, event, faults: [test(`(${event}) IS NULL`, 'unknown-outcome', rule.column)] }
}

function clusterPart(rule: ClusterRule, columns: Columns, end: string): { cluster?: string } {
  if (rule === 'country-and-end') return { cluster: end }
  if (rule === 'none' || !columns.has(rule.column)) return {}
  // 53 bits of the hash are a whole number in both languages; two labels falling together is one chance in millions.
  // Nought is no label: such a request ended by itself.
  return { cluster: `CASE WHEN ${columns.isBlank(rule.column)} THEN 0 ELSE hash(${columns.raw(rule.column)}) >> 11 END` }
}
