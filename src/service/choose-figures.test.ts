import { expect, test } from 'vitest'
import type { Choice } from '../store/choices.ts'
import { chooseFigures, measureKey } from './choose-figures.ts'
import type { Catalogue, Source } from './read-catalogue.ts'

const choice = (stated: Partial<Choice>): Choice => ({ measure: 'count', outcome: '', clock: '', stratum: '', period: '2030', day: null, countries: 12, ...stated })
const source = (key: string, choices: readonly Choice[]) => ({ key, choices }) as Source

const counts = source('counts', [choice({ period: '2029' }), choice({ period: '2030' })])
const answers = source('answers', [30, 180, 365].flatMap((day) => ['own', 'state'].map((clock) => choice({ measure: 'answered-by', day, clock, period: '' }))))
const catalogue: Catalogue = { sources: [counts, answers], countries: [] }

test('when nothing is asked for, answers come before counts, the state’s clock before our own, and day 180', () => {
  const selection = chooseFigures(catalogue, {})
  expect(selection?.source.key).toBe('answers')
  expect(selection?.choice).toMatchObject({ measure: 'answered-by', clock: 'state', day: 180 })
  expect(selection?.unmet).toEqual([])
})

test('the latest period is shown first', () => {
  const selection = chooseFigures(catalogue, { source: 'counts' })
  expect([selection?.choice.period, selection?.periods, selection?.days]).toEqual(['2030', ['2030', '2029'], []])
})

test('what is asked for is shown, and only what is asked for', () => {
  expect(chooseFigures(catalogue, { source: 'answers', measure: 'answered-by..own', day: 30 })?.choice).toMatchObject({ clock: 'own', day: 30 })
  expect(chooseFigures(catalogue, { source: 'counts', period: '2029' })?.choice.period).toBe('2029')
})

test('a wish left over from another source is said to be unmet', () => {
  const selection = chooseFigures(catalogue, { source: 'counts', measure: 'answered-by..own', day: 30, period: '1999' })
  expect(selection?.choice).toMatchObject({ measure: 'count', day: null, period: '2030' })
  expect(selection?.unmet).toEqual(['measure', 'day', 'period'])
})

test('nothing is chosen where nothing can be compared', () => {
  expect(chooseFigures({ sources: [source('empty', [])], countries: [] }, {})).toBeUndefined()
  expect(chooseFigures(catalogue, { source: 'nowhere' })).toBeUndefined()
})

test('a measure is named with its outcome and clock, and no more', () => {
  expect([choice({}), choice({ outcome: 'returns' }), choice({ measure: 'answered-by', clock: 'own' })].map(measureKey)).toEqual(['count', 'count.returns', 'answered-by..own'])
})
