import { type Figure, figureOf } from './figure.ts'
import type { TableCell } from './table-cell.ts'

/** What a publisher counted, as it counted it: complete counts, so without a sampling interval. */
export function counted(cells: readonly TableCell[]): Figure[] {
  return cells.map((cell) => {
    const subject = { country: cell.country, stratum: cell.area === '' ? '' : `area=${cell.area}`, clock: '', period: cell.period }
    return figureOf(subject, 'count', { outcome: cell.outcome, value: cell.value, denominator: cell.value, withheld: cell.value === null ? 'not-published' : null })
  })
}

/** A total of the publisher's that its own parts do not add up to. */
export type Inadditive = {
  readonly over: 'areas' | 'countries'
  /** Where the sum is over areas: the country, or `all`. Where it is over countries: the stratum (`area=DEU`), or empty. */
  readonly within: string
  readonly period: string
  readonly outcome: string
  readonly total: number
  readonly sumOfParts: number
}

/** Every such total among the counts, over areas and over countries. Where a part is missing the sum cannot be checked and is left out. */
export function inadditivities(figures: readonly Figure[]): Inadditive[] {
  const counts = figures.filter(({ measure }) => measure === 'count')
  return [
    ...unequalSums(counts, 'areas', ({ country }) => country, ({ stratum }) => stratum === ''),
    ...unequalSums(counts, 'countries', ({ stratum }) => stratum, ({ country }) => country === 'all'),
  ]
}

function unequalSums(counts: readonly Figure[], over: Inadditive['over'], withinOf: (figure: Figure) => string, isTotal: (figure: Figure) => boolean): Inadditive[] {
  const sums = Map.groupBy(counts, (figure) => [withinOf(figure), figure.period, figure.outcome].join('\u001f'))
  return [...sums.values()].flatMap((group) => {
    const [total, parts] = [group.find(isTotal), group.filter((figure) => !isTotal(figure))]
    if (total === undefined || total.value === null || parts.length === 0 || parts.some((part) => part.value === null)) return []
    const sumOfParts = parts.reduce((sum, part) => sum + (part.value ?? 0), 0)
    if (sumOfParts === total.value) return []
    return [{ over, within: withinOf(total), period: total.period, outcome: total.outcome, total: total.value, sumOfParts }]
  })
}
