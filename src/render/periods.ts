/** Which of two periods a page shows first: a whole year before a quarter, anything before a part of a period, then the later one. */
export function comparePeriods(one: string, other: string): number {
  return rank(other) - rank(one) || other.localeCompare(one)
}

/** The period that stands for a measure; empty when there is none. */
export function leadingPeriod(periods: readonly string[]): string {
  return periods.toSorted(comparePeriods)[0] ?? ''
}

function rank(period: string): number {
  if (period.endsWith('(part)')) return 0
  return /^(?:FY)?\d{4}$/.test(period) ? 2 : 1
}
