import { type Figure, figureOf } from './figure.ts'
import type { TableCell } from './table-cell.ts'

/** What a publisher counted, as it counted it: complete counts, so without a sampling interval. */
export function counted(cells: readonly TableCell[]): Figure[] {
  return cells.map((cell) => {
    const subject = { country: cell.country, stratum: cell.area === '' ? '' : `area=${cell.area}`, clock: '', period: cell.period }
    return figureOf(subject, 'count', { outcome: cell.outcome, value: cell.value, denominator: cell.value, withheld: cell.value === null ? 'not-published' : null })
  })
}

export type Inadditive = { readonly period: string; readonly outcome: string; readonly total: number; readonly sumOfParts: number }

/**
 * Where the publisher's parts do not add up to the publisher's own total, over areas or over countries.
 * `totalOf` says which cell is the total of the parts; a period with a missing part cannot be checked and is left out.
 */
export function inadditivities(cells: readonly TableCell[], isTotal: (cell: TableCell) => boolean): Inadditive[] {
  const byPeriod = Map.groupBy(cells, (cell) => `${cell.period}\u001f${cell.outcome}`)
  return [...byPeriod.values()].flatMap((group) => {
    const [total, parts] = [group.find(isTotal), group.filter((cell) => !isTotal(cell))]
    if (total === undefined || total.value === null || parts.length === 0 || parts.some((part) => part.value === null)) return []
    const sumOfParts = parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
    return sumOfParts === total.value ? [] : [{ period: total.period, outcome: total.outcome, total: total.value, sumOfParts }]
  })
}
