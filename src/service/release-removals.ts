import { type Figure, figureOf } from '../cooperation/figure.ts'
import { roundTable } from '../disclosure/controlled-rounding.ts'
import type { CountTable, TotalledTable } from '../disclosure/count-table.ts'
import { exposedAmong, type LinkedRange, linkedRanges } from '../disclosure/linked-check.ts'
import { type CellsExposed, checkRelease } from '../disclosure/release-check.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { addCounts } from '../statistics/add-counts.ts'
import type { Counts } from '../statistics/counts.ts'
import { completedInCondition, hiddenShares, releasedShares, roundedCount } from './release-shares.ts'

/** Completed cases of one country in two periods, the later of which somebody else has published exactly. */
export type Completed = {
  readonly country: string
  readonly earlier: number
  readonly later: number
  /** Whether the published table names it, be it with nobody. */
  readonly listed: boolean
  /** In reversed time; absent where nobody could be timed. */
  readonly timed: Counts | undefined
}

export type RemovalsAsked = {
  /** Which release this is: the same rounding belongs to the same name and key. */
  readonly name: string
  readonly periods: { readonly earlier: string; readonly later: string; readonly window: string }
  readonly clock: string
  readonly windowDays: number
  readonly countries: readonly Completed[]
  /** The releaser's secret: `docs/reference/public-figures.md` says who keeps it. */
  readonly key: string
}

export type RemovalsReleased = {
  readonly figures: readonly Figure[]
  /** How many were counted and not timed within the condition, as the release may say it. */
  readonly untimed: number
  readonly cellsRounded: number
  readonly numbersChecked: number
}

export type LinkedCellsExposed = { readonly code: 'linked-cells-exposed'; readonly cells: readonly LinkedRange[] }

// Shares of fewer would be little but rounding, and their limits useless.
const fewestTimed = 100
// Shown as fifteen, a count is eleven at least: then nothing under ten hangs on the total of both periods.
const fewestInPeriod = 15
// As shown, so that the choice itself tells nothing of the true number, which may be two to eighteen.
const fewestUntimed = 10

/**
 * Counts of both periods by country, and shares completed by each day of the grid over both together: the earlier counts
 * and the shares rounded so that nobody can be singled out, the later ones as they were published. Refused where the
 * rounded tables, each by itself or linked by country, leave a count under ten fewer than five values.
 */
export function releaseRemovals(asked: RemovalsAsked): Result<RemovalsReleased, CellsExposed | LinkedCellsExposed> {
  // 1. Round.
  const { counts, timed } = tablesOf(asked)
  const shown = { counts: roundTable(counts, `${asked.name} ${asked.periods.earlier}`, asked.key), timed: roundTable(timed, `${asked.name} ${asked.periods.window}`, asked.key) }
  const rows = asked.countries.map((one, row) => ({ ...one, inWindow: cell(timed, row), shownEarlier: cell(shown.counts, row), shownTimed: cell(shown.timed, row) }))
  // 2. Attack: each table alone, then both with the exact counts that link them.
  const checked = [
    checkRelease(counts, { editions: [shown.counts], exact: [{ row: null, column: null }, { row: null, column: asked.periods.earlier }] }),
    checkRelease(timed, { editions: [shown.timed], exact: [{ row: null, column: null }] }),
  ]
  for (const check of checked) if (!check.ok) return check
  const linked = linkedRanges(linkOf(rows, shown.timed))
  const exposed = exposedAmong(linked)
  if (exposed.length > 0) return refuse({ code: 'linked-cells-exposed', cells: exposed })
  // 3. Show.
  return accept({
    figures: [...countFigures(asked, rows), ...shareFigures(asked, rows, shown.timed)].filter(isShownAtAll(rows)),
    untimed: shown.timed.columnTotals[1] ?? 0,
    cellsRounded: shown.counts.counts.flat().length + shown.timed.counts.flat().length,
    numbersChecked: checked.reduce((sum, check) => sum + (check.ok ? check.value.length : 0), linked.length),
  })
}

/** A country that only the rows have, shown as nobody, would be known to be somebody by standing there: those are left out. */
function isShownAtAll(rows: readonly Row[]): (figure: Figure) => boolean {
  const left = new Set(rows.filter(({ listed, shownEarlier }) => !listed && shownEarlier === 0).map(({ country }) => country))
  return ({ country }) => !left.has(country)
}

type Row = Completed & { readonly inWindow: number; readonly shownEarlier: number; readonly shownTimed: number }

function tablesOf({ countries, periods, windowDays }: RemovalsAsked): { counts: CountTable; timed: CountTable } {
  const rows = countries.map(({ country }) => country)
  const inWindow = countries.map((one) => completedInCondition(one.timed, windowDays))
  return {
    counts: { rows, columns: [periods.earlier], counts: countries.map(({ earlier }) => [earlier]) },
    timed: { rows, columns: ['timed', 'not timed'], counts: countries.map(({ earlier, later }, row) => [inWindow[row] ?? 0, earlier + later - (inWindow[row] ?? 0)]) },
  }
}

function cell({ counts }: CountTable, row: number): number {
  return counts[row]?.[0] ?? 0
}

/** Whether shares of this country go out; decided by shown numbers alone. */
function isLarge({ later, shownEarlier, shownTimed }: Row): boolean {
  return shownTimed >= fewestTimed && Math.min(shownEarlier, later) >= fewestInPeriod && shownEarlier + later - shownTimed >= fewestUntimed
}

function linkOf(rows: readonly Row[], shown: TotalledTable) {
  const timed = sum(rows.map(({ inWindow }) => inWindow))
  const untimed = sum(rows.map(({ earlier, later, inWindow }) => earlier + later - inWindow))
  return {
    groups: rows.map((row) => ({
      name: row.country,
      rounded: { value: row.earlier, released: [row.shownEarlier] },
      exact: row.later,
      timed: { value: row.inWindow, released: isLarge(row) ? [row.shownTimed] : [] },
    })),
    timed: { value: timed, released: shown.columnTotals.slice(0, 1) },
    untimed: { value: untimed, released: shown.columnTotals.slice(1, 2) },
  }
}

function countFigures({ periods }: RemovalsAsked, rows: readonly Row[]): Figure[] {
  const figure = (country: string, period: string, stated: Partial<Figure>) => figureOf({ country, stratum: '', clock: '', period }, 'count', stated)
  const exact = (value: number) => ({ value, denominator: value })
  return [
    figure('all', periods.earlier, exact(sum(rows.map(({ earlier }) => earlier)))),
    figure('all', periods.later, exact(sum(rows.map(({ later }) => later)))),
    ...rows.flatMap(({ country, later, shownEarlier }) => [figure(country, periods.earlier, roundedCount(shownEarlier)), figure(country, periods.later, exact(later))]),
  ]
}

function shareFigures({ name, key, clock, windowDays, periods }: RemovalsAsked, rows: readonly Row[], shown: TotalledTable): Figure[] {
  const subject = (country: string) => ({ country, stratum: '', clock, period: periods.window })
  const common = { windowDays, name: `${name} ${periods.window}`, key }
  const everybody = addCounts(rows.flatMap(({ timed }) => timed ?? []))
  return [
    ...releasedShares({ ...common, subject: subject('all'), counts: everybody, total: sum(rows.map(({ inWindow }) => inWindow)), shownTotal: shown.columnTotals[0] ?? 0 }),
    ...rows.flatMap((row) => row.timed && isLarge(row)
      ? releasedShares({ ...common, subject: subject(row.country), counts: row.timed, total: row.inWindow, shownTotal: row.shownTimed })
      : hiddenShares(subject(row.country))),
  ]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
