import { expect, test } from 'vitest'
import { type Figure, figureOf, gridDays } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { incidenceChart } from './incidence-chart.ts'
import { words } from './words.ts'

const subject = { country: 'FRA', stratum: '', clock: 'state', period: '2099' }
const flat = (measure: Curve['measure'], outcome: string, share: number): Curve => ({
  ...subject, measure, outcome, days: [1, 400], value: [share, share], lower: [share / 2, share / 2], upper: [share * 1.5, share * 1.5], atRisk: [200, 20],
})
const shownOn = (measure: Figure['measure'], outcome: string, share: number) =>
  gridDays.map((day) => figureOf(subject, measure, { outcome, day, value: share, lower: share / 2, upper: share * 1.5, interval: 'log-log', denominator: 200, atRisk: 200 }))
const curves = [flat('answered-by', '', 0.5), flat('outcome-by', 'issued', 0.3), flat('outcome-by', 'refused', 0.2)]
const figures = [...shownOn('answered-by', '', 0.5), ...shownOn('outcome-by', 'issued', 0.3), ...shownOn('outcome-by', 'refused', 0.2), ...shownOn('open-by', '', 0.5)]

test('picture, description and table say the same numbers', () => {
  const chart = incidenceChart({ id: 'c', curves, figures }, 'en').toString()
  expect(chart).toContain('Any answer 50.0%, Document issued 30.0% and Refused 20.0%')
  expect(chart).toContain('>30.0% Document issued</text>')
  expect(chart.match(/<td class="n">30\.0% <small>\(15\.0% to 45\.0%\)<\/small><\/td>/g)?.length).toBe(gridDays.length)
})

test('the height of a line is its share: 50 % is half way up', () => {
  const chart = incidenceChart({ id: 'c', curves: curves.slice(0, 1), figures: [] }, 'en').toString()
  // The frame runs from 254 (0 %) to 14 (100 %); day 1 is one unit across.
  expect(chart).toContain('class="line line-total" d="M58 254h1v-120h355"')
})

test('where every figure is withheld nothing is drawn, and the table says why', () => {
  const withheld = gridDays.map((day) => figureOf(subject, 'answered-by', { day, interval: 'log-log', denominator: 16, withheld: 'poor-coverage' }))
  const chart = incidenceChart({ id: 'c', curves: curves.slice(0, 1), figures: withheld }, 'en').toString()
  expect(chart).not.toContain('<svg')
  expect(chart.match(/too few cases for limits that hold/g)?.length).toBe(gridDays.length)
})

test('an answer that is but one outcome is drawn once', () => {
  const chart = incidenceChart({ id: 'c', curves: [flat('answered-by', '', 0.3), flat('outcome-by', 'submitted', 0.3)], figures: [] }, 'en').toString()
  expect(chart).not.toContain('Any answer')
})

test('two panels have the same scale, whatever is in them', () => {
  const marks = (share: number) => [...incidenceChart({ id: 'c', curves: [flat('outcome-by', 'issued', share)], figures: [] }, 'en').toString().matchAll(/text-anchor="end">(\d+%)</g)].map((match) => match[1])
  expect(marks(0.01)).toEqual(['0%', '25%', '50%', '75%', '100%'])
  expect(marks(0.99)).toEqual(marks(0.01))
})

test('under curves of completed cases a sentence says why the number at risk can grow, and under others none does', () => {
  for (const language of ['en', 'fr'] as const) {
    const sentence = words[language].charts.incidence.completedAtRisk
    const chart = (measure: Curve['measure']) => incidenceChart({ id: 'c', curves: [flat(measure, '', 0.5)], figures: [] }, language).toString()
    expect([chart('completed-by').includes(sentence), chart('answered-by').includes(sentence)]).toEqual([true, false])
  }
})
