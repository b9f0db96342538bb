import { expect, test } from 'vitest'
import { sampleMeasurement } from '../../test/sample-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { countries } from '../reference/countries.ts'
import { vintageChart } from './vintage-chart.ts'

const count = (country: string, value: number) => figureOf({ country, stratum: '', clock: '', period: '2099' }, 'count', { value, denominator: value })
const edition = (vintage: string, figures: Measurement['figures']): Measurement => ({ ...sampleMeasurement('rates', 0), vintage, figures })
const chosen = { measure: 'count', day: null, outcome: '' } as const

test('two editions differ by what was revised, and what one lacks is said', () => {
  const chart = vintageChart('v', edition('first', [count('FRA', 100), count('DEU', 7)]), edition('second', [count('FRA', 112), count('ITA', 5)]), chosen, 'en').toString()
  expect(chart).toContain('<td class="n">+12</td>')
  expect(chart).toMatch(/Germany, 2099<\/th><td class="n">7 <small>[^<]*<\/small><\/td><td class="n">not in this edition/)
  expect(chart).toMatch(/Italy, 2099<\/th><td class="n">not in this edition/)
  expect(chart).toContain('For each of 3 rows')
})

test('equal editions say so', () => {
  const same = [count('FRA', 100)]
  const chart = vintageChart('v', edition('first', same), edition('second', same), chosen, 'fr').toString()
  expect(chart).toContain('partout la même valeur')
})

test('of many rows the picture has those that differ, and the table has every one', () => {
  const [before, after] = [countries.slice(0, 60).map(({ code }, index) => count(code, index + 1)), countries.slice(0, 60).map(({ code }, index) => count(code, index < 3 ? 900 : index + 1))]
  const chart = vintageChart('v', edition('first', before), edition('second', after), chosen, 'en').toString()
  expect(chart).toContain('The picture has the first 3 rows that differ')
  expect(chart.match(/<circle class="ring"/g)?.length).toBe(3 + 1)
  expect(chart.match(/<th scope="row">/g)?.length).toBe(60)
})
