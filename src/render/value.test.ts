import { expect, test } from 'vitest'
import { figureOf } from '../cooperation/figure.ts'
import { limitsText, valueText } from './value.ts'

const subject = { country: 'FRA', stratum: '', clock: 'state', period: '2099' }

test('a share stands with its limits', () => {
  const figure = figureOf(subject, 'answered-by', { day: 30, value: 0.458, lower: 0.412, upper: 0.504, interval: 'log-log', denominator: 500 })
  expect([valueText(figure, 'en'), limitsText(figure, 'en')]).toEqual(['45.8%', '41.2% to 50.4%'])
  expect([valueText(figure, 'fr'), limitsText(figure, 'fr')]).toEqual(['45,8\u00a0%', 'de 41,2\u00a0% à 50,4\u00a0%'])
})

test('a median whose upper limit is never reached has an open end', () => {
  const figure = figureOf(subject, 'days-to-50', { value: 84, lower: 61, upper: null, interval: 'log-log', denominator: 30 })
  expect([valueText(figure, 'en'), limitsText(figure, 'en')]).toEqual(['84', '61 or more'])
})

test('a complete count says that it is one', () => {
  expect(limitsText(figureOf(subject, 'count', { value: 3 }), 'fr')).toBe('dénombrement complet')
})

test('a withheld figure says why and shows neither value nor limits, even where it carries them', () => {
  const figure = figureOf(subject, 'answered-by', { day: 30, value: 0.5, lower: 0.1, upper: 0.9, interval: 'log-log', withheld: 'suppressed' })
  expect([valueText(figure, 'en'), limitsText(figure, 'en')]).toEqual(['hidden to protect single people', ''])
})
