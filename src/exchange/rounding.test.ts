import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalMethods, measures, measureUnits, withheldReasons } from './lists.ts'
import type { AssessedFigure } from './partner-shapes.ts'
import { faultInFigure, roundFigure } from './rounding.ts'

const seed = Number(process.env['SEED'] ?? 20_261_126)
const figure: AssessedFigure = { measure: 'answered-by', outcome: null, fromDay: null, day: 90, withinDays: null, value: 0.4251, lower: 0.3391, upper: 0.5109, interval: 'log-log', denominator: 123, withheld: null }
const tens = { base: 10, least: 20 }

test('by hand: a share in hundredths, its limits outwards, its denominator in tens', () => {
  expect(roundFigure(figure, tens)).toEqual({ ...figure, value: 0.43, lower: 0.33, upper: 0.52, denominator: 120 })
})

test('by hand: a count in tens, a number of days whole', () => {
  expect(roundFigure({ ...figure, measure: 'requests', value: 123, lower: 118, upper: 131, denominator: null }, tens)).toMatchObject({ value: 120, lower: 110, upper: 140 })
  expect(roundFigure({ ...figure, measure: 'days-to-50', value: 88.4, lower: 70.2, upper: null }, tens)).toMatchObject({ value: 88, lower: 70, upper: null })
})

test('a figure about fewer than the least is withheld, and says nothing of how few', () => {
  expect(roundFigure({ ...figure, denominator: 19 }, tens)).toMatchObject({ value: null, lower: null, upper: null, denominator: null, withheld: 'too-few' })
  expect(roundFigure({ ...figure, denominator: 20 }, tens)).toMatchObject({ value: 0.43, denominator: 20, withheld: null })
  expect(roundFigure({ ...figure, measure: 'requests', value: 19, lower: null, upper: null, denominator: null }, tens)).toMatchObject({ value: null, withheld: 'too-few' })
})

test('a curve that never got there still says of how many; one that was suppressed does not', () => {
  const none = { value: null, lower: null, upper: null }
  expect(roundFigure({ ...figure, ...none, measure: 'days-to-75', withheld: 'not-reached' }, tens)).toMatchObject({ denominator: 120, withheld: 'not-reached' })
  expect(roundFigure({ ...figure, ...none, withheld: 'suppressed' }, tens)).toMatchObject({ denominator: null, withheld: 'suppressed' })
})

const figures = fc.record({ measure: fc.constantFrom(...measures), value: fc.double({ min: 0, max: 1, noNaN: true }), below: fc.double({ min: 0, max: 1, noNaN: true }), above: fc.double({ min: 0, max: 0.5, noNaN: true }), people: fc.nat(2000), interval: fc.constantFrom(...intervalMethods), withheld: fc.option(fc.constantFrom(...withheldReasons)) })
  .map(({ measure, value, below, above, people, interval, withheld }): AssessedFigure => {
    const unit = measureUnits[measure]
    const told = unit === 'people' ? people : unit === 'days' ? value * 900 : value
    return { ...figure, measure, interval, withheld, denominator: unit === 'people' ? null : people, ...(withheld === null ? { value: told, lower: told * below, upper: told * (1 + above) } : { value: null, lower: null, upper: null }) }
  })
const roundings = fc.integer({ min: 5, max: 100 }).chain((base) => fc.integer({ min: Math.ceil(10 / base), max: 12 }).map((times) => ({ base, least: base * times })))

test('rounding widens an interval and never narrows it, leaves nobody under the least, and rounding again changes nothing', () => {
  fc.assert(fc.property(figures, roundings, (one, rounding) => {
    expect(faultInFigure(one)).toBeUndefined()
    const rounded = roundFigure(one, rounding)
    expect(faultInFigure(rounded)).toBeUndefined()
    expect(roundFigure(rounded, rounding)).toEqual(rounded)
    const told = measureUnits[one.measure] === 'people' ? rounded.value : rounded.denominator
    expect(told === null || (told >= rounding.least && told % rounding.base === 0)).toBe(true)
    if (rounded.value === null) return
    expect(rounded.lower).toBeLessThanOrEqual((one.lower ?? NaN) + 1e-12)
    expect(rounded.upper).toBeGreaterThanOrEqual((one.upper ?? NaN) - 1e-12)
  }), { seed, numRuns: 5000 })
})

test('every hundredth stays as it is', () => {
  for (let hundredth = 0; hundredth <= 100; hundredth++) {
    const share = hundredth / 100
    expect(roundFigure({ ...figure, value: share, lower: share, upper: share }, tens)).toMatchObject({ value: share, lower: share, upper: share })
  }
})

test('a value needs its denominator and its limits, and stands between them', () => {
  expect(faultInFigure({ ...figure, denominator: null })).toBe('denominator-missing')
  expect(faultInFigure({ ...figure, upper: null })).toBe('limits-missing')
  expect(faultInFigure({ ...figure, lower: null })).toBe('limits-missing')
  expect(faultInFigure({ ...figure, lower: null, upper: null, interval: 'complete-count' })).toBeUndefined()
  expect(faultInFigure({ ...figure, lower: 0.43 })).toBe('value-outside-limits')
  expect(faultInFigure({ ...figure, value: null })).toBe('value-missing')
  expect(faultInFigure({ ...figure, withheld: 'too-few' })).toBe('value-although-withheld')
  expect(faultInFigure({ ...figure, measure: 'days-to-50', value: 88, lower: 70, upper: null })).toBeUndefined()
})
