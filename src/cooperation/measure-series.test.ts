import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { figureOf, type Figure } from './figure.ts'
import { effectOfMeasure, seriesOfFigures } from './measure-series.ts'

const monthly = (country: string, months: number, counts: (month: number) => number | null): readonly Figure[] => Array.from({ length: months }, (_, month) => {
  const period = `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  const value = counts(month)
  return figureOf({ country, stratum: '', clock: '', period }, 'count', { outcome: 'returned', value, denominator: value, withheld: value === null ? 'not-published' : null })
})
const onDay = '2021-01-01' as PlainDate
const asked = { country: 'GHA', onDay, measured: new Set<string>() }

test('counts that double from the day on are found, beside countries without the measure', () => {
  const others = ['KEN', 'TGO', 'SEN'].flatMap((country) => monthly(country, 60, (month) => 40 + (month % 3)))
  const [series] = seriesOfFigures([...monthly('GHA', 60, (month) => (month < 36 ? 30 : 60) + (month % 2)), ...others])
  expect([series?.outcome, series?.length, series?.countries.size]).toEqual(['returned', 'month', 4])
  const found = effectOfMeasure(series?.countries ?? new Map(), asked)
  if (!found.ok) throw new Error(found.refusal.code)
  const { levelChange, placebosInSpace, periodsBefore, periodsAfter } = found.value
  expect([periodsBefore, periodsAfter, placebosInSpace.placebos]).toEqual([36, 24, 3])
  expect([levelChange.ratio > 1.8, levelChange.ratio < 2.2, levelChange.lower > 1]).toEqual([true, true, true])
})

test('a country with a measure of its own at that time is no placebo', () => {
  const [series] = seriesOfFigures(['GHA', 'KEN', 'TGO'].flatMap((country) => monthly(country, 60, (month) => 30 + (month % 4))))
  const found = effectOfMeasure(series?.countries ?? new Map(), { ...asked, measured: new Set(['KEN', 'GHA']) })
  expect(found.ok && found.value.placebosInSpace.placebos).toBe(1)
})

test('yearly counts are not enough, and what is missing is said', () => {
  const yearly = Array.from({ length: 20 }, (_, year) => figureOf({ country: 'GHA', stratum: '', clock: '', period: String(2004 + year) }, 'count', { outcome: 'returned', value: 100, denominator: 100 }))
  const [series] = seriesOfFigures(yearly)
  expect(effectOfMeasure(series?.countries ?? new Map(), asked)).toEqual({ ok: false, refusal: { code: 'too-few-periods-before', periods: 17, needed: 24 } })
})

test('a month that is withheld is missing, and not nought', () => {
  const [series] = seriesOfFigures(monthly('GHA', 60, (month) => (month === 5 ? null : 30)))
  expect(series?.countries.get('GHA')?.length).toBe(59)
  // One that is hidden to protect somebody is no count either, whatever number stands with it.
  const [hidden] = seriesOfFigures(monthly('GHA', 60, () => 30).map((figure, month) => (month === 5 ? { ...figure, withheld: 'suppressed' } : figure)))
  expect(hidden?.countries.get('GHA')?.length).toBe(59)
})

test('what is found in calendar months agrees with R', () => {
  const season = [31, 28, 35, 40, 22, 30, 33, 27, 38, 29, 36, 25]
  const [series] = seriesOfFigures(monthly('GHA', 60, (month) => (season[month % 12] ?? 0) + (month < 36 ? 0 : 18 - Math.floor((month - 36) / 3))))
  const found = effectOfMeasure(series?.countries ?? new Map(), asked)
  if (!found.ok) throw new Error(found.refusal.code)
  // R 4: glm(events ~ t + a + I(a * t) + offset(log(days)), poisson), limits by Student's t and the Pearson dispersion where it is over one.
  const theirs = { trendBefore: [0.9921774107, 0.9259620782, 1.0631277863], levelChange: [1.63649032, 1.382816697, 1.936699618], slopeChange: [0.9124008332, 0.804594009, 1.0346525964] }
  for (const change of ['trendBefore', 'levelChange', 'slopeChange'] as const) {
    const { ratio, lower, upper } = found.value[change]
    for (const [place, ours] of [ratio, lower, upper].entries()) expect(Math.abs(ours / (theirs[change][place] ?? NaN) - 1)).toBeLessThan(1e-7)
  }
  expect(found.value.dispersion).toBeCloseTo(0.8919622671, 8)
  // Counted by hand: 36 months before, windows of six on either side, so breaks at months 6 to 30.
  expect(found.value.placebosInTime.placebos).toBe(25)
})
