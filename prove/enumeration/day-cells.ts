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
  /** For each comparison, in the order given, which region; `notCompared` where one of its facts is not among those asked about. */
  readonly regions: Uint8Array
  /** For each fact, in the order given, days before today. */
  readonly daysAgo: Int32Array
}

export const notCompared = 255

/** One region of a comparison: `x_left - x_right` lies between `from` and `to`, both included. */
type Region = { readonly from: number; readonly to: number }

type Cut = { readonly place: number; readonly left: number; readonly right: number; readonly regions: readonly Region[] }

// No period is longer than this, so nothing is lost by stopping here (about 270 years).
const farthest = 100_000

/** The cells of these facts, with days no later than today. `fine`: with the neighbours of each period's end. */
export function dayCells(facts: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine = true, most = Number.POSITIVE_INFINITY): readonly DayCell[] {
  const cuts = comparisons.flatMap((one, place) => (facts.includes(one.left) && (one.right === 'today' || facts.includes(one.right)) ? [cutOf(one, place, facts, today, fine)] : []))
  const cells: DayCell[] = []
  const regions = new Uint8Array(comparisons.length).fill(notCompared)
  const walk = (at: number, bounds: Bounds) => {
    const cut = cuts[at]
    if (!cut) {
      if (cells.length < most) cells.push({ regions: regions.slice(), daysAgo: solve(bounds, facts.length) })
      return
    }
    cut.regions.forEach((region, number) => {
      const next = cells.length < most ? narrow(bounds, facts.length + 1, cut, region) : undefined
      regions[cut.place] = number
      if (next) walk(at + 1, next)
    })
    regions[cut.place] = notCompared
  }
  walk(0, unbounded(facts.length + 1))
  return cells
}

/** Names a comparison, so that the same one in two rules is one. */
export function comparisonKey({ left, right, after }: Comparison): string {
  const closed = after !== 'nothing' && after.movesOffClosedDays ? ' moved off closed days' : ''
  return `${left} - ${right} after ${after === 'nothing' ? '0 days' : `${after.length} ${after.unit}${closed}`}`
}

/** In which region the days of a comparison lie. */
export function regionOf(comparison: Comparison, dayOf: (fact: FactCode) => PlainDate, today: PlainDate, fine = true): number {
  const right = comparison.right === 'today' ? today : dayOf(comparison.right)
  const gap = dayNumber(dayOf(comparison.left)) - dayNumber(right)
  return regionsOf(comparison, today, fine).findIndex(({ from, to }) => from <= gap && gap <= to)
}

function cutOf(comparison: Comparison, place: number, facts: readonly FactCode[], today: PlainDate, fine: boolean): Cut {
  const node = (fact: FactCode | 'today') => (fact === 'today' ? 0 : facts.indexOf(fact) + 1)
  return { place, left: node(comparison.left), right: node(comparison.right), regions: regionsOf(comparison, today, fine) }
}

function regionsOf({ right, after }: Comparison, today: PlainDate, fine: boolean): readonly Region[] {
  if (after === 'nothing') return around(0, 0, false)
  if (right === 'today') {
    const [first, last] = startsRemembered(today, after)
    return around(first - dayNumber(today), last - dayNumber(today), fine)
  }
  if (after.unit === 'months' || after.movesOffClosedDays) throw new Error(`a period that is not always as many days, between two facts, is not enumerated yet: ${after.code}`)
  return around(after.length, after.length, fine)
}

type KnownPeriod = Exclude<Comparison['after'], 'nothing'>
const starts = new Map<string, readonly [number, number]>()

function startsRemembered(today: PlainDate, period: KnownPeriod): readonly [number, number] {
  const key = `${today} ${comparisonKey({ left: 'removal-order-made', right: 'today', after: period })}`
  const found = starts.get(key) ?? startsThatEndOn(today, period)
  starts.set(key, found)
  return found
}

/** The first and the last day from which the period ends exactly today; last before first when there is none. */
function startsThatEndOn(today: PlainDate, period: KnownPeriod): readonly [number, number] {
  // An end never lies before its length has run, and no more than two weeks after: months are 31 days at most, closed days are moved over.
  let first = dayNumber(today) - (period.unit === 'days' ? period.length : period.length * 31) - 14
  if (endOfPeriod(dayFromNumber(first), period) >= today) throw new Error(`the period ${period.code} moves by more than two weeks`)
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

/** A square: how many days the day of the row can at most lie after the day of the column. Row and column 0 are today. */
type Bounds = Int32Array

function unbounded(size: number): Bounds {
  return Int32Array.from({ length: size * size }, (_, place) => (place % size === 0 || place % (size + 1) === 0 ? 0 : farthest))
}

/** The bounds with one more region, closed under shortest paths; undefined when no days fit any more. */
function narrow(bounds: Bounds, size: number, { left, right }: Cut, { from, to }: Region): Bounds | undefined {
  const once = tighten(bounds, size, left, right, to)
  return once && tighten(once, size, right, left, -from)
}

function tighten(bounds: Bounds, size: number, left: number, right: number, most: number): Bounds | undefined {
  const next = bounds.slice()
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const through = (bounds[row * size + left] ?? 0) + most + (bounds[right * size + column] ?? 0)
      if (through < (next[row * size + column] ?? 0)) next[row * size + column] = through
    }
    if ((next[row * size + row] ?? 0) < 0) return undefined
  }
  return next
}

// The latest days that fit: with shortest paths closed, the column of today meets every bound.
function solve(bounds: Bounds, facts: number): Int32Array {
  return Int32Array.from({ length: facts }, (_, place) => -(bounds[(place + 1) * (facts + 1)] ?? 0))
}
