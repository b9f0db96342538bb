import { readSeries, writeSeries, type PeriodCount } from '../../cooperation/commitment.ts'
import { spanOf } from '../../cooperation/period-span.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { figuresOfCountry } from '../../store/figures.ts'
import type { DayCount, OwnEvent, whatCasesThereAre } from '../../store/own-counts.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { Source } from '../read-catalogue.ts'
import { readingOf } from './country-reading.ts'

/** Counts that can stand beside a commitment. */
export type SeriesToChoose = { readonly series: string; readonly source?: Source; readonly outcome: string; readonly event?: OwnEvent; readonly fictional: boolean }

/** A count of one source. */
export type SourcedCount = PeriodCount & { readonly source: Source }

/** What one source counts of one outcome, of all countries together. */
export type Published = { readonly series: string; readonly outcome: string; readonly source: Source; readonly counts: readonly PeriodCount[] }

/** Every count over periods that the database has, the newest edition of a source first. */
export async function publishedCounts(tx: Transaction, services: CaseServices): Promise<readonly Published[]> {
  const published: Published[] = []
  const together = Map.groupBy(await figuresOfCountry(tx, 'all'), ({ measurementId }) => measurementId)
  for (const source of (await readingOf(services).catalogue(tx)).sources) {
    const figures = (together.get(source.id) ?? []).filter(({ measure, stratum }) => measure === 'count' && stratum === '')
    for (const [outcome, group] of Map.groupBy(figures, (figure) => figure.outcome)) {
      const series = writeSeries({ of: 'figures', profile: profileOf(source), outcome, country: 'all' })
      const counts = group.flatMap(({ period, value }) => countOf(period, value))
      if (counts.length > 0 && readSeries(series) !== undefined) published.push({ series, outcome, source, counts })
    }
  }
  return published
}

/**
 * The counts that a series names, with the source of each. A profile that was counted together with others is among them. Of a period that
 * several editions give, the newest counts.
 */
export function countsOfSeries(series: string, published: readonly Published[]): readonly SourcedCount[] {
  const asked = readSeries(series)
  if (asked?.of !== 'figures') return []
  const found = published.filter((one) => {
    const given = readSeries(one.series)
    return one.series === series || (given?.of === 'figures' && given.profile.split('+').includes(asked.profile) && given.outcome === asked.outcome && given.country === asked.country)
  })
  const byPeriod = new Map<string, SourcedCount>()
  for (const { source, counts } of found) for (const count of counts) if (!byPeriod.has(count.period)) byPeriod.set(count.period, { ...count, source })
  return [...byPeriod.values()]
}

/** What somebody may choose for a commitment: this authority's own cases, where there are any, and each series once. */
export function seriesToChoose(published: readonly Published[], cases: Awaited<ReturnType<typeof whatCasesThereAre>>): readonly SeriesToChoose[] {
  const own = cases === 'none' ? [] : (['departed', 'document-taken'] as const).map((event) => ({ series: writeSeries({ of: 'own', event }), outcome: '', event, fictional: cases === 'fictional' }))
  const once = published.filter((one, place) => published.findIndex(({ series }) => series === one.series) === place)
  return [...own, ...once.map(({ series, source, outcome }) => ({ series, source, outcome, fictional: false }))]
}

/** What happened by month, up to the month that is not over. A month without any is nought, once there was one. */
export function monthsOf(days: readonly DayCount[], today: PlainDate): readonly PeriodCount[] {
  const months = Map.groupBy(days, ({ day }) => day.slice(0, 7))
  const first = [...months.keys()].toSorted()[0]
  return first === undefined ? [] : monthsFrom(first, today.slice(0, 7)).flatMap((month) => countOf(month, sumOf(months.get(month) ?? [])))
}

export function sumOf(days: readonly DayCount[]): number {
  return days.reduce((sum, { count }) => sum + count, 0)
}

/** Months as `2026-03`, from one up to, and not with, another. */
function monthsFrom(first: string, before: string): readonly string[] {
  const place = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  return Array.from({ length: Math.max(0, place(before) - place(first)) }, (_, step) => place(first) + step).map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)
}

function countOf(period: string, value: number | null): readonly PeriodCount[] {
  const span = spanOf(period)
  return span && value !== null ? [{ ...span, period, count: value }] : []
}

/** A source is told by its profiles, whatever their versions. */
function profileOf({ sourceProfile }: Source): string {
  return sourceProfile.replaceAll(/\/\d+/g, '').replaceAll(', ', '+')
}
