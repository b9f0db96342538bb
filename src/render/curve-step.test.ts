import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import type { Curve } from '../cooperation/measurement.ts'
import { curveOn, cutWhereWithheld } from './curve-step.ts'

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

test('a picture ends before the first day whose figure is withheld', () => {
  const shown = figureOf(subject, 'answered-by', { day: 90, value: 0.2, lower: 0.1, upper: 0.3, interval: 'log-log' })
  const withheld = figureOf(subject, 'answered-by', { day: 180, interval: 'log-log', withheld: 'poor-coverage' })
  const cut = cutWhereWithheld(curve, [shown, withheld])
  expect(cut.days).toEqual([10, 40, 90])
  expect(cut.value).toEqual([0.1, 0.2, 0.2])
  expect(curveOn(cut, 'value', 91)).toBeUndefined()
})

test('a curve whose figures are all shown is left as it is', () => {
  expect(cutWhereWithheld(curve, [])).toBe(curve)
})
