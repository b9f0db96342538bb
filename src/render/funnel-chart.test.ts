import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import type { Funnel } from '../cooperation/measurement.ts'
import { funnelChart } from './funnel-chart.ts'

const funnel: Funnel = {
  measure: 'answered-by', day: 180, period: '2099', target: 0.5, overdispersion: 1,
  points: [
    { country: 'FRA', denominator: 150, value: 0.5, position: 'within' },
    { country: 'DEU', denominator: 200, value: 0.9, position: 'beyond-998' },
    { country: 'ITA', denominator: 9, value: 0.111, position: 'within' },
  ],
  limits: [
    { denominator: 100, lower95: 0.4, upper95: 0.6, lower998: 0.35, upper998: 0.65 },
    { denominator: 200, lower95: 0.44, upper95: 0.56, lower998: 0.4, upper998: 0.6 },
  ],
}

test('between two sizes that were computed the limits of the funnel are interpolated', () => {
  // By hand: 150 is half way from 100 to 200, so 0.40 to 0.44 gives 0.42 and 0.60 to 0.56 gives 0.58.
  expect(funnelChart('f', funnel, [], 'en').toString()).toContain('<td class="n">42.0% to 58.0%</td>')
})

test('each country stands in the table with its own limits where they are known', () => {
  const figure = figureOf({ country: 'FRA', stratum: '', clock: 'state', period: '2099' }, 'answered-by', { day: 180, value: 0.5, lower: 0.41, upper: 0.59, interval: 'log-log', denominator: 150 })
  expect(funnelChart('f', funnel, [figure], 'en').toString()).toContain('<td class="n">50.0% <small>(41.0% to 59.0%)</small></td>')
})

test('countries beyond the limits are named in words, and countries under ten cases are not compared', () => {
  const chart = funnelChart('f', funnel, [], 'en').toString()
  expect(chart).toContain('Beyond the 99.8% limits: Germany.')
  expect(chart).not.toContain('Italy')
  expect(chart).not.toContain('11.1%')
})
