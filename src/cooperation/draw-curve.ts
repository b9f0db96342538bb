import { type FigureSubject, gridDays } from './figure.ts'
import type { Curve } from './measurement.ts'
import type { ShownShare } from './share-by-day.ts'

// Every fifth day is as fine as a printed line; the whole curve would give single people's days away.
export const drawnDays: readonly number[] = [...new Set([...Array.from({ length: 74 }, (_, step) => step * 5), ...gridDays])].toSorted((a, b) => a - b)

/** The curve through these shares, as far as the data reach. */
export function drawCurve(subject: FigureSubject, measure: Curve['measure'], outcome: string, shares: readonly ShownShare[]): Curve {
  const shown = shares.filter(({ value }) => value !== null)
  const column = (read: (share: ShownShare) => number | null) => shown.map((share) => read(share) ?? 0)
  const { country, stratum, clock, period } = subject
  return {
    measure, country, stratum, clock, period, outcome,
    days: column(({ day }) => day),
    value: column(({ value }) => value),
    lower: column(({ lower }) => lower),
    upper: column(({ upper }) => upper),
    atRisk: column(({ atRisk }) => atRisk),
  }
}
