import { type Figure, gridDays, type WithheldReason } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { clockName, outcomeName, placeName, stratumName } from '../render/names.ts'
import { isShown, limitsText, valueText } from '../render/value.ts'
import { words } from '../render/words.ts'
import { cli as english } from '../text/en/cli.ts'
import { compareNames, formatPeriod } from '../text/format.ts'
import { cli as french } from '../text/fr/cli.ts'
import type { Language } from '../text/language.ts'

export const cliWords = { en: english, fr: french }

/** The measurement as lines of text: one row for each country, stratum, clock and period, always A to Z, never by value. */
export function tableLines(measurement: Measurement, language: Language): string[] {
  const { table } = cliWords[language]
  const columns = columnsOf(measurement, language)
  // Figures that this table has no column for (a band's share, the stock) are in the files that --out writes.
  const rows = [...Map.groupBy(measurement.figures, (figure) => rowKey(measurement, figure)).values()]
    .filter((row) => columns.some(({ right, read }) => right && read(row) !== ''))
    .toSorted((a, b) => compareRows(a[0] as Figure, b[0] as Figure, language))
  // A clock that is the same in every row is said once, and leaves the width to the figures.
  const clocks = [...new Set(rows.map(([first]) => first?.clock ?? ''))]
  const kept = columns.filter(({ heading, read, always }) => always || (rows.some((row) => read(row) !== '') && (heading !== table.clock || clocks.length > 1)))
  return [
    table.title({ method: measurement.method, asOf: measurement.asOf }),
    // What the shares are of stands above them: nobody reads the foot of two hundred countries first.
    ...(clocks.length === 1 && clocks[0] ? [clockName(clocks[0], language)] : []),
    ...conditionOf(measurement, table),
    '',
    ...align([kept.map(({ heading }) => heading), ...rows.map((row) => kept.map(({ read }) => read(row)))], kept.map(({ right }) => right)),
    '',
    noteOf(measurement, table),
    ...reasonLines(rows, kept, language),
  ]
}

type Column = { readonly heading: string; readonly right: boolean; readonly always: boolean; readonly read: (row: readonly Figure[]) => string }

/** One printed row holds a group's figures; for counts, rates and shares, those of one outcome. */
function rowKey({ method }: Measurement, figure: Figure): string {
  const apart = method.startsWith('answer-time') || method.startsWith('document-time') || method.startsWith('conditional-time') ? '' : figure.outcome
  return [figure.country, figure.stratum, figure.clock, figure.period, apart].join('\u001f')
}

function compareRows(a: Figure, b: Figure, language: Language): number {
  const compare = compareNames(language)
  if ((a.country === 'all') !== (b.country === 'all')) return a.country === 'all' ? -1 : 1
  return compare(placeName(a.country, language), placeName(b.country, language)) ||
    compare(a.stratum, b.stratum) || compare(a.clock, b.clock) || compare(a.period, b.period) || compare(a.outcome, b.outcome)
}

function columnsOf({ method }: Measurement, language: Language): Column[] {
  const { table } = cliWords[language]
  const text = (heading: string, read: (first: Figure) => string): Column =>
    ({ heading, right: false, always: false, read: (row) => (row[0] ? read(row[0]) : '') })
  const number = (heading: string, wanted: (figure: Figure) => boolean): Column =>
    ({ heading, right: true, always: false, read: (row) => cell(row.find(wanted), language) })
  const names = [
    { ...text(table.country, ({ country }) => placeName(country, language)), always: true },
    text(table.stratum, ({ stratum }) => (stratum === '' ? '' : stratumName(stratum, language))),
    text(table.clock, ({ clock }) => clockName(clock, language)),
    text(table.period, ({ period }) => (method.startsWith('conditional') ? '' : formatPeriod(period, language))),
  ]
  const outcome = text(table.outcome, (figure) => (figure.outcome === '' ? '' : outcomeName(figure.outcome, language)))
  const size = number(table.requests, ({ measure }) => measure === 'requests')
  if (method.startsWith('counts')) return [...names, outcome, number(table.count, ({ measure }) => measure === 'count')]
  if (method.startsWith('return-rate')) return [...names, outcome, number(table.rate, ({ measure }) => measure === 'return-rate')]
  if (method.startsWith('leaving-shares')) {
    return [...names, outcome, size, number(table.share, ({ measure, fromDay }) => measure === 'share-of-leavers' && fromDay === null)]
  }
  const days = gridDays.map((day) => number(table.byDay(day), (figure) => figure.day === day && ['answered-by', 'completed-by'].includes(figure.measure)))
  return [...names, size, number(table.open, ({ measure }) => measure === 'open'), ...days, number(table.half, ({ measure }) => measure === 'days-to-50')]
}

function cell(figure: Figure | undefined, language: Language): string {
  const { table } = cliWords[language]
  if (!figure) return ''
  if (figure.withheld !== null) return table.withheld[figure.withheld]
  const limits = figure.interval === 'complete-count' || !isShown(figure) ? '' : ` [${limitsText(figure, language)}]`
  return `${valueText(figure, language)}${limits}`
}

function conditionOf({ method, figures }: Measurement, table: typeof english.table): string[] {
  const within = figures.find(({ withinDays }) => withinDays !== null)?.withinDays
  if (method.startsWith('conditional')) return [table.conditional(String(within ?? ''))]
  return method.startsWith('leaving-shares') ? [table.leavers] : []
}

/** What the short words in the place of a figure mean, of those that stand in the table. */
function reasonLines(rows: readonly (readonly Figure[])[], columns: readonly Column[], language: Language): string[] {
  const { table } = cliWords[language]
  const shown = new Set(rows.flatMap((row) => columns.map(({ read }) => read(row))))
  return (Object.keys(table.withheld) as WithheldReason[])
    .filter((reason) => shown.has(table.withheld[reason]))
    .map((reason) => table.withheldMeans({ short: table.withheld[reason], reason: words[language].figures.withheld[reason] }))
}

function noteOf({ method }: Measurement, table: typeof english.table): string {
  if (method.startsWith('counts')) return table.noLimits
  return method.startsWith('return-rate') ? table.rounding : table.limits
}

/** Pads with blanks by what a terminal shows: combining marks take no room. */
function align(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const length = (text: string) => text.normalize('NFC').length
  const widths = right.map((_, column) => Math.max(...rows.map((row) => length(row[column] ?? ''))))
  return rows.map((row) =>
    row.map((text, column) => {
      const blanks = ' '.repeat((widths[column] ?? 0) - length(text))
      return right[column] ? blanks + text : text + blanks
    }).join('  ').trimEnd())
}
