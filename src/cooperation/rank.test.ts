import { expect, test } from 'vitest'
import { figureOf, type Figure } from './figure.ts'
import { rankByShare } from './rank.ts'

const share = (country: string, value: number | null, standardError: number | null, more: Partial<Figure> = {}): Figure =>
  figureOf({ country, stratum: '', clock: 'state', period: '', ...more }, 'answered-by', { day: 90, value, standardError, ...more })

const seed = 11

test('countries far apart have one rank each, countries that overlap share theirs, and the order shown is that of their codes', () => {
  const ranks = rankByShare([share('VNM', 0.9, 0.01), share('AAA', 0.1, 0.01), share('GIN', 0.5, 0.05), share('HTI', 0.52, 0.05)], 90, seed)
  expect(ranks.ok && ranks.value.countries.map(({ country, lowest, highest }) => [country, lowest, highest]), `seed ${seed}`).toEqual([
    ['AAA', 4, 4], ['GIN', 2, 3], ['HTI', 2, 3], ['VNM', 1, 1],
  ])
})

test('our own delay, strata, the total, withheld shares and shares without uncertainty take no part', () => {
  const ranks = rankByShare([
    share('VNM', 0.9, 0.01), share('GIN', 0.5, 0.05), share('all', 0.7, 0.01), share('HTI', null, null), share('CUB', 1, 0),
    share('VNM', 0.2, 0.01, { clock: 'own' }), share('GIN', 0.1, 0.01, { stratum: 'disposition=X' }),
  ], 90, seed)
  expect(ranks.ok && ranks.value.countries.map(({ country }) => country)).toEqual(['GIN', 'VNM'])
})

test('one country alone cannot be ranked', () => {
  expect(rankByShare([share('VNM', 0.9, 0.01)], 90, seed)).toMatchObject({ ok: false, refusal: { code: 'too-few-countries' } })
})
