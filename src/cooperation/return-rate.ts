import { ratioOfRoundedLimits } from '../statistics/proportion.ts'
import { type Figure, figureOf } from './figure.ts'
import type { TableCell } from './table-cell.ts'

/**
 * Returns divided by orders to leave, same country, area and period.
 *
 * Not the share of ordered people who returned: the two numbers are of different cohorts, so it may pass one. Its limits
 * are what the publisher's rounding leaves open and nothing else: both counts are complete, not samples.
 */
export function returnRates(orders: readonly TableCell[], returns: readonly TableCell[], roundedTo: number): Figure[] {
  const ordered = new Map(orders.map((cell) => [keyOf(cell), cell.value]))
  return returns.flatMap((cell) => {
    const denominator = ordered.get(keyOf(cell)) ?? null
    return denominator === null || denominator === 0 ? [] : [rateOf(cell, denominator, roundedTo)]
  })
}

/** Under this many orders no rate is shown. */
const fewestOrders = 10

function keyOf({ country, area, period }: TableCell): string {
  return [country, area, period].join('\u001f')
}

function rateOf(cell: TableCell, orders: number, roundedTo: number): Figure {
  const subject = { country: cell.country, stratum: cell.area === '' ? '' : `area=${cell.area}`, clock: '', period: cell.period }
  const named = { outcome: cell.outcome, interval: 'rounding', denominator: orders } as const
  if (cell.value === null) return figureOf(subject, 'return-rate', { ...named, withheld: 'not-published' })
  if (orders < fewestOrders) return figureOf(subject, 'return-rate', { ...named, withheld: 'too-few' })
  const { lower, upper } = ratioOfRoundedLimits(cell.value, orders, roundedTo)
  return figureOf(subject, 'return-rate', { ...named, value: cell.value / orders, lower, upper })
}
