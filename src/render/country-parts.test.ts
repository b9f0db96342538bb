import { expect, test } from 'vitest'
import { sampleMeasurement, type SampleKind } from '../../test/sample-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import { countryParts } from './country-parts.ts'

const kinds: readonly SampleKind[] = ['cohort', 'completed', 'leavers', 'rates']

test.each(kinds)('every figure of a country is in exactly one part (%s)', (kind) => {
  const measurement = sampleMeasurement(kind, 4)
  for (const country of ['all', ...new Set(measurement.figures.map((figure) => figure.country))]) {
    const figures = measurement.figures.filter((figure) => figure.country === country)
    const { panels, sizes, shares, bands, periods, left } = countryParts(figures, measurement.curves.filter((curve) => curve.country === country), 4)
    const placed = [...panels.flatMap((panel) => panel.figures), ...sizes, ...shares, ...bands, ...periods, ...left]
    expect(placed.length).toBe(figures.length)
    expect(new Set(placed)).toEqual(new Set(figures))
  }
})

test('our own clock and the state’s clock get a panel each, ours first', () => {
  const measurement = sampleMeasurement('cohort', 0)
  const { panels } = countryParts(measurement.figures, measurement.curves, 1)
  expect(panels.map(({ curves }) => curves[0]?.clock)).toEqual(['own', 'state'])
})

test('many groups are shown for all countries together only, and counted among what is left', () => {
  const groups = Array.from({ length: 13 }, (_, index) => `area=${index}`)
  const figuresOf = (country: string) => ['', ...groups].map((stratum) => figureOf({ country, stratum, clock: '', period: '2099' }, 'count', { value: 5, denominator: 5 }))
  expect(countryParts(figuresOf('FRA'), [], 14)).toMatchObject({ periods: { length: 1 }, left: { length: 13 } })
  expect(countryParts(figuresOf('all'), [], 14)).toMatchObject({ periods: { length: 14 }, left: { length: 0 } })
})

test('where nothing is of all groups together, the group with most cases stands for them', () => {
  const figures = ['area=AUT', 'area=EU28', 'area=BEL'].map((stratum, index) =>
    figureOf({ country: 'FRA', stratum, clock: '', period: '2099' }, 'return-rate', { value: 0.5, lower: 0.4, upper: 0.6, interval: 'rounding', denominator: [50, 900, 70][index] ?? 0 }))
  const { headline, periods, left } = countryParts(figures, [], 33)
  expect(headline.map(({ stratum }) => stratum)).toEqual(['area=EU28'])
  expect(periods.map(({ stratum }) => stratum)).toEqual(['area=EU28'])
  expect(left.length).toBe(2)
})
