import type { Observation } from './count-regression.ts'

/** Events and exposure (days at risk for `poisson`, people for `logistic`) from one day up to, not with, another. */
export type Period = { readonly fromDay: number; readonly untilDay: number; readonly events: number; readonly exposure: number }

export type Sides = { readonly before: readonly Period[]; readonly after: readonly Period[]; readonly straddling: number }

const daysPerYear = 365.25

/** The periods that ended by the day and those that began on it or later. Those without exposure say nothing and are left out. */
export function around(series: readonly Period[], onDay: number): Sides {
  const known = series.filter(({ exposure }) => exposure > 0).toSorted((a, b) => a.fromDay - b.fromDay)
  const before = known.filter(({ untilDay }) => untilDay <= onDay)
  const after = known.filter(({ fromDay }) => fromDay >= onDay)
  return { before, after, straddling: known.length - before.length - after.length }
}

/** Covariates 1, t (years from the day to the middle of the period), and for the changes: after, after · t. */
export function interrupted(periods: readonly Period[], onDay: number, changes: 'no-change' | 'level-and-slope'): Observation[] {
  return periods.map(({ fromDay, untilDay, events, exposure }) => {
    const years = ((fromDay + untilDay) / 2 - onDay) / daysPerYear
    const after = fromDay >= onDay ? 1 : 0
    return { covariates: changes === 'no-change' ? [1, years] : [1, years, after, after * years], events, exposure }
  })
}

export function eventsOf(periods: readonly Period[]): number {
  return periods.reduce((sum, { events }) => sum + events, 0)
}
