import { expect, test } from 'vitest'
import { sampleMeasurement } from '../../test/sample-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import { figureCard } from './figure-card.ts'

const measurement = sampleMeasurement('cohort', 0)
const subject = { country: 'FRA', stratum: '', clock: 'state', period: '2099' }
const shown = figureOf(subject, 'answered-by', { day: 180, value: 0.458, lower: 0.412, upper: 0.504, interval: 'log-log', denominator: 1234, atRisk: 321 })

test('a card carries all that a reader needs to trust or doubt its figure', () => {
  const card = figureCard(shown, measurement, 'en').toString()
  const sha256 = measurement.inputs[0]?.sha256 ?? ''
  for (const part of ['45.8%', '41.2% to 50.4%', '1,234 cases behind it', '<dt>At risk</dt><dd>321</dd>', 'answer-time/1', 'December 31, 2099', 'invented edition 1', `title="SHA-256 ${sha256}">${sha256.slice(0, 12)}<`, '95% limits on the log-log scale', 'left out', 'France', '2099']) {
    expect(card).toContain(part)
  }
})

test('a withheld figure says why in the place of its value', () => {
  const card = figureCard(figureOf(subject, 'answered-by', { day: 180, interval: 'log-log', denominator: 7, withheld: 'too-few' }), measurement, 'fr').toString()
  expect(card).toContain('non montré\u00a0: moins de 10 cas')
  expect(card).not.toContain('%\u00a0à')
})

test('whether gated time was left out is said, and so is that a file does not say it', () => {
  expect(figureCard(shown, { ...measurement, gatedTimeRemoved: false }, 'en').toString()).toContain('<dd>not left out</dd>')
  expect(figureCard(shown, { ...measurement, gatedTimeRemoved: null }, 'en').toString()).toContain('<dd>the file does not say</dd>')
})

test('days have their unit on a card', () => {
  const median = figureOf(subject, 'days-to-50', { value: 84, lower: 61, upper: 120, interval: 'log-log', denominator: 50 })
  expect(figureCard(median, measurement, 'fr').toString()).toContain('>84\u00a0jours<')
})
