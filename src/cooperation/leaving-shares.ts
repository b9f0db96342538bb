import { clopperPearson } from '../statistics/proportion.ts'
import { smallestGroup } from './answer-time.ts'
import { type Figure, figureOf } from './figure.ts'
import type { TableCell } from './table-cell.ts'

type Band = NonNullable<TableCell['band']>

/**
 * Of those who left detention, the share by outcome and length band.
 *
 * Conditional on having left: people still held are not in the file, so none of this is a waiting time. Limits are
 * Clopper–Pearson, for the share among people who might have left in the same circumstances.
 */
export function leavingShares(cells: readonly TableCell[]): Figure[] {
  const groups = Map.groupBy(cells, (cell) => `${cell.country}\u001f${cell.period}`)
  return [...groups.values()].flatMap(sharesOfGroup)
}

function sharesOfGroup(cells: readonly TableCell[]): Figure[] {
  const [first] = cells
  if (!first) return []
  const subject = { country: first.country, stratum: '', clock: 'detention', period: first.period }
  const leavers = sum(cells)
  const outcomes = [...new Set(cells.map((cell) => cell.outcome))].toSorted()
  return [
    figureOf(subject, 'requests', { value: leavers, denominator: leavers }),
    ...outcomes.flatMap((outcome) => {
      const ofOutcome = cells.filter((cell) => cell.outcome === outcome)
      return [
        share(subject, outcome, null, sum(ofOutcome), leavers),
        ...[...Map.groupBy(ofOutcome, (cell) => cell.band?.fromDay ?? 0).values()]
          .toSorted((a, b) => (a[0]?.band?.fromDay ?? 0) - (b[0]?.band?.fromDay ?? 0))
          .map((inBand) => share(subject, outcome, inBand[0]?.band ?? null, sum(inBand), leavers)),
      ]
    }),
  ]
}

function share(subject: Parameters<typeof figureOf>[0], outcome: string, band: Band | null, count: number, leavers: number): Figure {
  const named = { outcome, fromDay: band?.fromDay ?? null, day: band?.toDay ?? null, interval: 'exact', denominator: leavers } as const
  if (leavers < smallestGroup) return figureOf(subject, 'share-of-leavers', { ...named, withheld: 'too-few' })
  return figureOf(subject, 'share-of-leavers', { ...named, value: count / leavers, ...clopperPearson(count, leavers, 0.95) })
}

/** How many were held on the count day, by length so far. Shown beside the leavers' shares, never added to them. */
export function stockByLength(cells: readonly TableCell[]): Figure[] {
  const groups = Map.groupBy(cells, (cell) => [cell.country, cell.period, cell.band?.fromDay].join('\u001f'))
  return [...groups.values()].flatMap((inBand) => {
    const [first] = inBand
    if (!first) return []
    const subject = { country: first.country, stratum: '', clock: 'detention', period: first.period }
    const value = sum(inBand)
    return [figureOf(subject, 'stock', { fromDay: first.band?.fromDay ?? null, day: first.band?.toDay ?? null, value, denominator: value })]
  })
}

function sum(cells: readonly TableCell[]): number {
  return cells.reduce((total, cell) => total + (cell.value ?? 0), 0)
}
