// Whoever has the package alone, all of it, and knows the method: what can they find out about few people?
import { describe, expect, test } from 'vitest'
import type { Figure } from '../src/cooperation/figure.ts'
import { exposedAmong, type LinkedGroup, type LinkedRange, linkedRanges } from '../src/disclosure/linked-check.ts'
import { designEffects, releasedLimits } from '../src/disclosure/released-limits.ts'
import { guardedUnder, valuesKept } from '../src/disclosure/release-check.ts'
import { figuresOf, packaged, theFigure } from './packaged.ts'

const figures = figuresOf('us-ice-removals')
const valueOf = (wanted: Partial<Figure>) => theFigure('us-ice-removals', wanted).value ?? NaN
const countries = [...new Set(figures.map(({ country }) => country))].filter((country) => country !== 'all')
const timedShown = new Map(figures.filter(({ measure }) => measure === 'requests').map(({ country, value }) => [country, value ?? NaN]))
const untimedShown = packaged.get('us-ice-removals')?.reconciliation.countedWithoutDuration[0]?.rows ?? NaN

/** Some table that agrees with all that is shown: the search needs one to start from, and any will do. */
function someTruth(rounded: ReadonlyMap<string, readonly number[]>, moved: Readonly<Record<string, number>>): LinkedGroup[] {
  let left = (timedShown.get('all') ?? NaN) - [...timedShown].reduce((sum, [country, timed]) => sum + (country === 'all' ? 0 : timed), 0)
  return countries.map((name) => {
    const [earlier, exact] = [(rounded.get(name)?.[0] ?? NaN) + (moved[name] ?? 0), valueOf({ measure: 'count', country: name, period: 'FY2017' })]
    const shown = timedShown.get(name)
    const timed = shown ?? Math.min(left, earlier + exact)
    if (shown === undefined) left -= timed
    return { name, rounded: { value: earlier, released: rounded.get(name) ?? [] }, exact, timed: { value: timed, released: shown === undefined ? [] : [shown] } }
  })
}

function attack(rounded: ReadonlyMap<string, readonly number[]>, moved: Readonly<Record<string, number>> = {}): LinkedRange[] {
  const groups = someTruth(rounded, moved)
  const timed = groups.reduce((sum, group) => sum + group.timed.value, 0)
  const untimed = groups.reduce((sum, { rounded: { value }, exact }) => sum + value + exact, 0) - timed
  return linkedRanges({ groups, timed: { value: timed, released: [timedShown.get('all') ?? NaN] }, untimed: { value: untimed, released: [untimedShown] } })
}

/** Without the truth, whatever may be under ten counts as a count under ten. */
const asIfFew = (ranges: readonly LinkedRange[]) => ranges.map((range) => ({ ...range, value: range.least }))

const shown = new Map(countries.map((country) => [country, [valueOf({ measure: 'count', country, period: 'FY2016' })]]))
const ranges = attack(shown)

test('no count that may be under ten is left fewer than five values by all totals and both years together', () => {
  expect(ranges).toHaveLength(3 * countries.length)
  expect(exposedAmong(asIfFew(ranges))).toEqual([])
})

test('the attack is no blunt one: a second rounding of one country would be found', () => {
  // Shown as 5 and then as 0 a count is 1 to 4: so the search starts from 3 there, and from two more in another country.
  const [small, large] = [countries.find((country) => shown.get(country)?.[0] === 5) ?? '', countries.find((country) => (shown.get(country)?.[0] ?? 0) > 1000) ?? '']
  const twice = attack(new Map([...shown, [small, [5, 0]]]), { [small]: -2, [large]: 2 })
  expect(exposedAmong(asIfFew(twice)).map(({ name, part, least, most }) => [name, part, least, most])).toEqual([[small, 'rounded', 1, 4]])
})

const days = [30, 60, 90, 180]
const withShares = [...timedShown.keys()].filter((country) => theFigure('us-ice-removals', { measure: 'completed-by', country, day: 30 }).value !== null)
const shareOf = (country: string, day: number) => theFigure('us-ice-removals', { measure: 'completed-by', country, day })

describe.each(withShares)('the shares of %s', (country) => {
  const total = timedShown.get(country) ?? NaN
  const counts = days.map((day) => Math.round((shareOf(country, day).value ?? NaN) * total))

  test('times their number they are multiples of five and never fall', () => {
    expect(counts.every((count) => count % 5 === 0)).toBe(true)
    expect(counts).toEqual(counts.toSorted((one, other) => one - other))
    expect(counts.every((count, place) => Math.abs(count / total - (shareOf(country, days[place] ?? 0).value ?? NaN)) < 1e-6)).toBe(true)
  })

  test('leave five values or more to each count, to each step between days and to each rest', () => {
    const known = ranges.find(({ name, part }) => name === country && part === 'timed') ?? { least: 0, most: Infinity }
    const possible = new Map<string, Set<number>>()
    const add = (what: string, value: number) => possible.set(what, (possible.get(what) ?? new Set()).add(value))
    for (let start = 0; start < 5; start++) {
      // All days and the total of a country were moved up by one secret number and cut to the five below.
      const totals = beside(total, start).filter((people) => people >= known.least && people <= known.most)
      const byDay = counts.map((count) => [...beside(count, start), ...(count === total ? beside(count + 5, start) : [])])
      for (const people of totals) {
        for (const [place, values] of byDay.entries()) {
          for (const value of values.filter((one) => one <= people)) {
            add(`by day ${days[place]}`, value)
            add(`after day ${days[place]}`, people - value)
            for (const next of byDay[place + 1]?.filter((one) => one >= value && one <= people) ?? []) add(`from day ${days[place]}`, next - value)
          }
        }
      }
    }
    for (const [what, values] of possible) if (Math.min(...values) < guardedUnder) expect(values.size, what).toBeGreaterThanOrEqual(valuesKept)
    expect(possible.size).toBe(2 * days.length + days.length - 1)
  })

  test('have limits that anybody can compute from the rounded numbers and one coarse factor', () => {
    const effects = days.flatMap((day, place) => {
      const { standardError } = shareOf(country, day)
      const share = (counts[place] ?? NaN) / total
      return standardError === null ? [] : [(standardError ** 2 * total) / (share * (1 - share))]
    })
    const effect = designEffects.find((step) => Math.abs(step - (effects[0] ?? NaN)) < 0.01 * step) ?? NaN
    for (const one of effects) expect(Math.abs(one - effect)).toBeLessThan(0.01 * effect)
    for (const [place, day] of days.entries()) {
      const count = counts[place] ?? NaN
      const rounding = { share: count / total, count, lower: Math.max(0, count - 4.5) / (total + 4), upper: Math.min(1, (count + 4.5) / (total - 4)) }
      const { lower, upper } = releasedLimits(rounding, total, effect)
      expect(shareOf(country, day).lower).toBeCloseTo(lower, 5)
      expect(shareOf(country, day).upper).toBeCloseTo(upper, 5)
    }
  })
})

function beside(shownCount: number, start: number): number[] {
  return Array.from({ length: 5 }, (_, step) => shownCount - start + step).filter((count) => count >= 0)
}
