import { expect, test } from 'vitest'
import { compareNames, formatCount, formatDay, formatList, formatPercent, formatPeriod, formatPoints, initial } from './format.ts'

test('numbers follow Canadian conventions in both languages', () => {
  expect([formatCount(1_234_567, 'en'), formatCount(1_234_567, 'fr')]).toEqual(['1,234,567', '1\u00a0234\u00a0567'])
  expect([formatPercent(0.458, 'en'), formatPercent(0.458, 'fr')]).toEqual(['45.8%', '45,8\u00a0%'])
})

test('what rounds to nought has no sign', () => {
  expect([formatPercent(-1e-16, 'en'), formatPercent(-0, 'fr')]).toEqual(['0.0%', '0,0\u00a0%'])
  expect(formatPercent(-0.012, 'en')).toBe('-1.2%')
})

test('the first of a month is the "1er" in French', () => {
  expect(formatDay('2016-10-01', 'fr')).toBe('1er octobre 2016')
  expect(formatDay('2016-10-11', 'fr')).toBe('11 octobre 2016')
  expect(formatDay('2016-10-01', 'en')).toBe('October 1, 2016')
})

test.each([
  ['2016', '2016', '2016'],
  ['FY2017', 'fiscal year 2017', 'exercice 2017'],
  ['FY2019-2020', 'fiscal year 2019-2020', 'exercice 2019-2020'],
  ['FY2025-2026-Q1', 'quarter 1 of fiscal year 2025-2026', '1er trimestre de l’exercice 2025-2026'],
  ['2016-Q1', 'quarter 1 of 2016', '1er trimestre de 2016'],
  ['2016-Q3', 'quarter 3 of 2016', '3e trimestre de 2016'],
  ['2015-10-01/2017-09-30', 'October 1, 2015 to September 30, 2017', 'du 1er octobre 2015 au 30 septembre 2017'],
  ['2023-12-31', 'December 31, 2023', '31 décembre 2023'],
  ['2025-Q3 (part)', 'quarter 3 of 2025, in part', '3e trimestre de 2025, en partie'],
  ['whenever', 'whenever', 'whenever'],
])('the period %s is said as people say it', (period, english, french) => {
  expect([formatPeriod(period, 'en'), formatPeriod(period, 'fr')]).toEqual([english, french])
})

test('a difference of shares is in points and has its sign', () => {
  expect([formatPoints(0.012, 'en'), formatPoints(-0.012, 'fr'), formatPoints(0.02, 'fr'), formatPoints(0, 'en')]).toEqual(['+1.2\u00a0points', '-1,2\u00a0point', '+2\u00a0points', '0\u00a0points'])
})

test('É stands under E, in the index and in the order of names', () => {
  expect(initial('Érythrée')).toBe('E')
  expect(['Zambie', 'Érythrée', 'Espagne', 'Égypte'].toSorted(compareNames('fr'))).toEqual(['Égypte', 'Érythrée', 'Espagne', 'Zambie'])
})

test('a list ends with "and" or "et"', () => {
  expect([formatList(['a', 'b', 'c'], 'en'), formatList(['a', 'b', 'c'], 'fr')]).toEqual(['a, b and c', 'a, b et c'])
})
