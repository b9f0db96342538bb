import type { Figure } from '../cooperation/figure.ts'
import { formatCount } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { words } from './words.ts'

/** A length band: both ends in days and included; `toDay` null when it is open. */
export type LengthBand = { readonly fromDay: number; readonly toDay: number | null }

/** The distinct bands of some figures, shortest first. */
export function bandsOf(figures: readonly Figure[]): LengthBand[] {
  const bands = new Map<number, LengthBand>()
  for (const { fromDay, day } of figures) if (fromDay !== null && !bands.has(fromDay)) bands.set(fromDay, { fromDay, toDay: day })
  return [...bands.values()].toSorted((one, other) => one.fromDay - other.fromDay)
}

export function bandName({ fromDay, toDay }: LengthBand, language: Language): string {
  const { stock } = words[language].charts
  if (toDay === null) return stock.openBand(formatCount(fromDay, language))
  if (fromDay === 0) return stock.firstBand(formatCount(toDay, language))
  return stock.between({ from: formatCount(fromDay, language), to: formatCount(toDay, language) })
}
