import type { TableCell } from './table-cell.ts'

/**
 * Length bands of a release, in whole days, both ends included. Publishers cut by weeks and calendar months: these join
 * their bands where they end next to the days of the fixed grid (28 for 30, two months for 60, …).
 */
export const releaseBands: readonly (readonly [number, number | null])[] = [[0, 28], [29, 60], [61, 90], [91, 182], [183, 364], [365, null]]

/** Quarters (`2016-Q3`) added up to calendar years; a year of which no country has all four quarters is left out. */
export function byYear(cells: readonly TableCell[]): TableCell[] {
  const quarters = Map.groupBy(new Set(cells.map(({ period }) => period)), yearOf)
  return addUp(cells.filter(({ period }) => quarters.get(yearOf(period))?.length === 4).map((cell) => ({ ...cell, period: yearOf(cell.period) })))
}

/** What was counted on the last day of a year. */
export function atYearEnds(cells: readonly TableCell[]): TableCell[] {
  return cells.filter(({ period }) => period.endsWith('-12-31'))
}

/** The last so many periods that are there. */
export function latestPeriods(cells: readonly TableCell[], howMany: number): TableCell[] {
  const latest = new Set([...new Set(cells.map(({ period }) => period))].toSorted().slice(-howMany))
  return cells.filter(({ period }) => latest.has(period))
}

/** The publisher's length bands joined to those of a release; a length that was not recorded stays so. */
export function inReleaseBands(cells: readonly TableCell[]): TableCell[] {
  return addUp(cells.map((cell) => ({ ...cell, band: cell.band && bandOf(cell.band) })))
}

/** The same cells, and their sum over all countries. */
export function withAllCountries(cells: readonly TableCell[]): TableCell[] {
  return [...addUp(cells.map((cell) => ({ ...cell, country: 'all' }))), ...cells]
}

function yearOf(period: string): string {
  return period.slice(0, 4)
}

/** Throws where a band of the publisher lies across an edge: then its people cannot be told apart. */
function bandOf({ fromDay, toDay }: NonNullable<TableCell['band']>): TableCell['band'] {
  const found = releaseBands.find(([from, to]) => from <= fromDay && (to === null || (toDay !== null && toDay <= to)))
  if (!found) throw new RangeError(`no band of the release holds days ${fromDay} to ${toDay ?? '…'}`)
  return { fromDay: found[0], toDay: found[1] }
}

/** Cells that have become one are added; one without a number adds nothing. */
function addUp(cells: readonly TableCell[]): TableCell[] {
  const groups = Map.groupBy(cells, ({ country, area, period, outcome, band }) => JSON.stringify([country, area, period, outcome, band]))
  return [...groups.values()].flatMap((same) => {
    const numbers = same.flatMap(({ value }) => value ?? [])
    return same.slice(0, 1).map((cell) => ({ ...cell, value: numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) }))
  })
}
