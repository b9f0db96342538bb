import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { aalenJohansen } from './aalen-johansen.ts'
import { countsFromCells } from './counts.ts'
import { mixOf, standardise, standardiseCurves } from './standardisation.ts'

const mix = new Map([['court', 0.25], ['expedited', 0.75]])

test('two strata by hand', () => {
  // ¼ · 0.2 + ¾ · 0.6 = 0.5; variance (1/16) · 0.0016 + (9/16) · 0.0048 = 0.0001 + 0.0027.
  const result = standardise([{ stratum: 'court', value: 0.2, variance: 0.0016 }, { stratum: 'expedited', value: 0.6, variance: 0.0048 }], mix)
  expect(result.ok && result.value.value).toBeCloseTo(0.5, 14)
  expect(result.ok && result.value.variance).toBeCloseTo(0.0028, 14)
})

test('two countries that differ by their mix alone show the same standardised share', () => {
  const strata = [{ stratum: 'court', value: 0.1, variance: 0 }, { stratum: 'expedited', value: 0.7, variance: 0 }]
  const [first, second] = [new Map([['court', 90], ['expedited', 10]]), new Map([['court', 10], ['expedited', 90]])]
  const crude = (counts: ReadonlyMap<string, number>) => strata.reduce((sum, { stratum, value }) => sum + value * (counts.get(stratum) ?? 0) / 100, 0)
  expect([crude(first), crude(second)].map((share) => share.toFixed(2))).toEqual(['0.16', '0.64'])
  expect(mixOf([first, second])).toEqual(new Map([['court', 0.5], ['expedited', 0.5]]))
  const standardised = standardise(strata, mixOf([first, second]))
  expect(standardised.ok && standardised.value.value).toBeCloseTo(0.4, 14)
})

test('a country without anyone in a stratum that the mix counts is refused', () => {
  expect(standardise([{ stratum: 'court', value: 0.2, variance: 0 }], mix)).toEqual({ ok: false, refusal: { code: 'stratum-missing', strata: ['expedited'] } })
})

test('a stratum that the mix does not count changes nothing', () => {
  const result = standardise([{ stratum: 'court', value: 0.2, variance: 1 }, { stratum: 'other', value: 9, variance: 9 }], new Map([['court', 1], ['expedited', 0]]))
  expect(result).toEqual({ ok: true, value: { value: 0.2, variance: 1 } })
})

test('curves by hand: steps on 10 and 20, and on 15 and 40, the second known up to 30', () => {
  const result = standardiseCurves([
    { stratum: 'court', days: Int32Array.of(10, 20), incidence: Float64Array.of(0.4, 0.8), variance: Float64Array.of(0.16, 0.32), untilDay: 50 },
    { stratum: 'expedited', days: Int32Array.of(15, 40), incidence: Float64Array.of(0.2, 0.4), variance: Float64Array.of(0.016, 0.16), untilDay: 30 },
  ], mix)
  if (!result.ok) throw new Error('refused')
  expect([...result.value.days]).toEqual([10, 15, 20])
  expect([...result.value.incidence].map((value) => value.toFixed(10))).toEqual(['0.1000000000', '0.2500000000', '0.3500000000'])
  expect([...result.value.variance].map((value) => value.toFixed(10))).toEqual(['0.0100000000', '0.0190000000', '0.0290000000'])
  expect(result.value.untilDay).toBe(30)
})

test('without censoring and at the country’s own mix the standardised curve is the crude one, seed 3', () => {
  const random = seededRandom(3)
  const people = Array.from({ length: 200 }, () => ({ stratum: random() < 0.3 ? 'court' : 'expedited', exitDay: 1 + Math.floor(random() * 60), event: random() < 0.6 ? 1 : 2 }))
  const curveOf = (chosen: typeof people) => aalenJohansen(countsFromCells(chosen.map(({ exitDay, event }) => ({ entryDay: 0, exitDay, event, count: 1 })), 2), 'multinomial')
  const own = new Map([...Map.groupBy(people, ({ stratum }) => stratum)].map(([stratum, members]) => [stratum, members.length / 200]))
  const strata = [...own.keys()].map((stratum) => {
    const { days, incidence: [incidence], variance: [variance] } = curveOf(people.filter((person) => person.stratum === stratum))
    return { stratum, days, incidence: incidence ?? new Float64Array(), variance: variance ?? new Float64Array(), untilDay: 60 }
  })
  const [standardised, crude] = [standardiseCurves(strata, own), curveOf(people)]
  if (!standardised.ok) throw new Error('refused')
  expect([...standardised.value.days]).toEqual([...crude.days])
  const apart = [...standardised.value.incidence].map((value, row) => Math.abs(value - (crude.incidence[0]?.[row] ?? NaN)))
  expect(Math.max(...apart)).toBeLessThan(1e-12)
})
