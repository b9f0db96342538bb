import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { curveOn, shownSpans } from './curve-step.ts'

const subject = { country: 'XKX', stratum: '', clock: 'state', period: '2030' }
const curve: Curve = {
  ...subject, measure: 'answered-by', outcome: '',
  days: [10, 40, 100, 200], value: [0.1, 0.2, 0.3, 0.4], lower: [0.05, 0.1, 0.2, 0.3], upper: [0.2, 0.3, 0.4, 0.5], atRisk: [50, 40, 20, 5],
}

test('a step curve keeps its value from one day to the next', () => {
  expect([9, 10, 39, 40, 200].map((day) => curveOn(curve, 'value', day))).toEqual([0, 0.1, 0.1, 0.2, 0.4])
})

test('past its last day a curve says nothing', () => {
  expect(curveOn(curve, 'value', 201)).toBeUndefined()
})

const shown = (day: number) => figureOf(subject, 'answered-by', { day, value: 0.2, lower: 0.1, upper: 0.3, interval: 'log-log' })
const withheld = (day: number) => figureOf(subject, 'answered-by', { day, interval: 'log-log', withheld: 'poor-coverage' })

test('a curve whose figures are all shown is drawn as far as it goes', () => {
  expect(shownSpans(curve, [])).toEqual([{ from: 0, to: 200 }])
  expect(shownSpans(curve, [30, 60, 90, 180, 365].map(shown))).toEqual([{ from: 0, to: 200 }])
})

test('a picture shows no stretch that leads to a withheld figure', () => {
  expect(shownSpans(curve, [shown(90), withheld(180), withheld(365)])).toEqual([{ from: 0, to: 90 }])
  expect(shownSpans(curve, [withheld(30), shown(60), withheld(90), shown(180), withheld(365)])).toEqual([{ from: 30, to: 60 }, { from: 90, to: 180 }])
})

test('of a curve withheld throughout nothing is drawn', () => {
  expect(shownSpans(curve, [30, 60, 90, 180, 365].map(withheld))).toEqual([])
})
