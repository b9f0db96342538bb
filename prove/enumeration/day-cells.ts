import { endOfPeriod } from '../../src/casework/end-of-period.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Comparison } from './walk-condition.ts'

/**
 * Every way in which the days of some facts can lie to each other and to today, as far as any comparison can tell them apart.
 *
 * Why this is enough: a condition reads a day only in the listed comparisons, so two choices of days for which every comparison
 * comes out alike get the same answer. Each comparison is cut into the regions `gap < c`, `gap = c`, `gap > c`, and next to the end
 * of a period also into its neighbours `c - 1` and `c + 1`, so that an error of one day shows. A choice of regions is a system of
 * difference constraints; those systems that have a solution in whole days are found exactly (shortest paths; Bellman 1958), and
 * each gets one solution as its representative. No day lies after today: `readFact` leaves out records of later days.
 */
export type DayCell = {
  /** For each comparison, which region; the key of two cells is alike when every comparison between their common facts is. */
  readonly regions: ReadonlyMap<string, number>
  readonly days: ReadonlyMap<FactCode, PlainDate>
}

/** One region of a comparison: `x_left - x_right` lies between `from` and `to`, both included. */
type Region = { readonly from: number; readonly to: number }

type Cut = { readonly key: string; readonly left: number; readonly right: number; readonly regions: readonly Region[] }

// No period is longer than this, so nothing is lost by stopping here (about 270 years).
const farthest = 100_000

/** The cells of these facts, with days no later than today. `fine`: with the neighbours of each period's end. */
export function dayCells(facts: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine = true): readonly DayCell[] {
  const cuts = comparisons.filter((one) => facts.includes(one.left) && (one.right === 'today' || facts.includes(one.right))).map((one) => cutOf(one, facts, today, fine))
  const cells: DayCell[] = []
  const walk = (at: number, bounds: Bounds, regions: ReadonlyMap<string, number>) => {
    const cut = cuts[at]
    if (!cut) return cells.push({ regions, days: solve(bounds, facts, today) })
    cut.regions.forEach((region, number) => {
      const next = narrow(bounds, cut, region)
      if (next) walk(at + 1, next, new Map([...regions, [cut.key, number]]))
    })
    return undefined
  }
  walk(0, unbounded(facts.length), new Map())
  return cells
}

/** Names a comparison, so that the same one in two rules is one. */
export function comparisonKey({ left, right, after }: Comparison): string {
  return `${left} - ${right} after ${after === 'nothing' ? '0 days' : `${after.length} ${after.unit}`}`
}

/** In which region the days of a comparison lie. */
export function regionOf(comparison: Comparison, dayOf: (fact: FactCode) => PlainDate, today: PlainDate, fine = true): number {
  const right = comparison.right === 'today' ? today : dayOf(comparison.right)
  const gap = dayNumber(dayOf(comparison.left)) - dayNumber(right)
  return regionsOf(comparison, today, fine).findIndex(({ from, to }) => from <= gap && gap <= to)
}

function cutOf(comparison: Comparison, facts: readonly FactCode[], today: PlainDate, fine: boolean): Cut {
  const place = (fact: FactCode | 'today') => (fact === 'today' ? 0 : facts.indexOf(fact) + 1)
  return { key: comparisonKey(comparison), left: place(comparison.left), right: place(comparison.right), regions: regionsOf(comparison, today, fine) }
}

function regionsOf({ right, after }: Comparison, today: PlainDate, fine: boolean): readonly Region[] {
  if (after === 'nothing') return around(0, 0, false)
  if (right === 'today') {
    const [first, last] = startsRemembered(today, after)
    return around(first - dayNumber(today), last - dayNumber(today), fine)
  }
  if (after.unit === 'months') throw new Error(`a period in months between two facts is not enumerated yet: ${after.code}`)
  return around(after.length, after.length, fine)
}

const starts = new Map<string, readonly [number, number]>()

function startsRemembered(today: PlainDate, period: Exclude<Comparison['after'], 'nothing'>): readonly [number, number] {
  const key = `${today} ${period.length} ${period.unit}`
  const found = starts.get(key) ?? startsThatEndOn(today, period)
  starts.set(key, found)
  return found
}

/** The first and the last day from which the period ends exactly today; last before first when there is none. */
function startsThatEndOn(today: PlainDate, period: Exclude<Comparison['after'], 'nothing'>): readonly [number, number] {
  let first = dayNumber(today) - (period.unit === 'days' ? period.length : period.length * 31 + 4)
  while (endOfPeriod(dayFromNumber(first), period) < today) first += 1
  let last = first - 1
  while (endOfPeriod(dayFromNumber(last + 1), period) === today) last += 1
  return [first, last]
}

function around(first: number, last: number, fine: boolean): readonly Region[] {
  const middle = first <= last ? [{ from: first, to: last }] : []
  if (!fine) return [{ from: -farthest, to: first - 1 }, ...middle, { from: last + 1, to: farthest }]
  return [{ from: -farthest, to: first - 2 }, { from: first - 1, to: first - 1 }, ...middle, { from: last + 1, to: last + 1 }, { from: last + 2, to: farthest }]
}

/** `bounds[i][j]`: the most that the day of i can lie after the day of j. Place 0 is today. */
type Bounds = readonly (readonly number[])[]

function unbounded(facts: number): Bounds {
  const places = Array.from({ length: facts + 1 }, (_, place) => place)
  return places.map((left) => places.map((right) => (left === right || right === 0 ? 0 : farthest)))
}

/** The bounds with one more region, closed under shortest paths; undefined when no days fit any more. */
function narrow(bounds: Bounds, { left, right }: Cut, { from, to }: Region): Bounds | undefined {
  return tighten(tighten(bounds, left, right, to), right, left, -from)
}

function tighten(bounds: Bounds | undefined, left: number, right: number, most: number): Bounds | undefined {
  if (!bounds) return undefined
  const next = bounds.map((row, i) => row.map((old, j) => Math.min(old, (bounds[i]?.[left] ?? 0) + most + (bounds[right]?.[j] ?? 0))))
  return next.some((row, i) => (row[i] ?? 0) < 0) ? undefined : next
}

// The latest days that fit: with shortest paths closed, x_i = bounds[i][today] meets every bound.
function solve(bounds: Bounds, facts: readonly FactCode[], today: PlainDate): ReadonlyMap<FactCode, PlainDate> {
  return new Map(facts.map((fact, place) => [fact, dayFromNumber(dayNumber(today) + (bounds[place + 1]?.[0] ?? 0))]))
}
