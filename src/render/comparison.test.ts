import { expect, test } from 'vitest'
import { sampleMeasurement } from '../../test/sample-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import { comparable } from './comparable.ts'
import { comparisonFigures, figureOfAll } from './comparison.ts'

const subject = { country: 'FRA', stratum: '', clock: 'state', period: '2099' }
const shown = { day: 180, value: 0.5, lower: 0.4, upper: 0.6, interval: 'log-log' } as const

test('countries are compared on the state’s clock, never on ours', () => {
  const compared = comparisonFigures(sampleMeasurement('cohort', 5))
  expect(compared.map(({ measure, day, clock }) => `${measure} ${day} ${clock}`)).toEqual(Array.from({ length: 5 }, () => 'answered-by 180 state'))
})

test('rates are compared over the latest period', () => {
  const measurement = sampleMeasurement('rates', 5)
  const compared = comparisonFigures(measurement)
  expect(new Set(compared.map(({ measure, period }) => `${measure} ${period}`))).toEqual(new Set(['return-rate 2099']))
  expect(figureOfAll(measurement, compared)).toMatchObject({ country: 'all', measure: 'return-rate', period: '2099' })
})

test('groups of a country are not compared with other countries', () => {
  expect(comparisonFigures(sampleMeasurement('completed', 5)).every(({ stratum }) => stratum === '')).toBe(true)
})

test.each([
  [9, false],
  [10, true],
])('with %i cases behind it a share may be compared: %s', (denominator, may) => {
  expect(comparable(figureOf(subject, 'answered-by', { ...shown, denominator }))).toBe(may)
})

test('a small complete count may be compared', () => {
  expect(comparable(figureOf(subject, 'count', { value: 3, denominator: 3 }))).toBe(true)
})

test('a withheld figure is never compared', () => {
  expect(comparable(figureOf(subject, 'answered-by', { ...shown, denominator: 100, withheld: 'suppressed' }))).toBe(false)
})
