import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { dispersion, effectiveDenominator, funnel, funnelLimit, funnelLimits } from './funnel.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

test.each(['binomial', 'poisson'] as const)('%s funnel limits agree with R', (kind) => {
  const rows = vectors.funnel[kind]
  const wrong = rows.filter(([probability = NaN, target = NaN, denominator = NaN, limit = NaN]) =>
    !(Math.abs(funnelLimit(probability, target, denominator, kind) - limit) <= 1e-9 * limit + 1e-12))
  expect(rows.length).toBeGreaterThan(60)
  expect(wrong).toEqual([])
})

test('the winsorised overdispersion factor agrees with R', () => {
  for (const { n, value, target, dispersion: theirs } of vectors.funnel.dispersion) {
    const inputs = n.map((denominator, index) => ({ country: '', denominator, value: value[index] ?? NaN }))
    expect(dispersion(inputs, 'binomial', target) / theirs).toBeCloseTo(1, 9)
  }
})

test('ten requests, target one half: the lower limit by hand', () => {
  // P(R ≤ 1) = 11/1024 and P(R ≤ 2) = 56/1024, so r = 2; back by (56/1024 − 0.025) / (45/1024) = 0.675556; over ten.
  expect(funnelLimit(0.025, 0.5, 10, 'binomial')).toBeCloseTo(0.1324444, 7)
  // By symmetry 1 − p goes with n − 1 − r, so the two limits are not mirror images: interpolation counts from the left.
  expect(funnelLimit(0.975, 0.5, 10, 'binomial')).toBeCloseTo((8 - (1013 / 1024 - 0.975) / (45 / 1024)) / 10, 12)
})

test('limits narrow as the denominator grows and pass smoothly through sizes that are not whole', () => {
  const [small, half, next] = [20, 20.5, 21].map((size) => funnelLimits(0.3, size, 'binomial'))
  expect(half?.upper95).toBeLessThan(small?.upper95 ?? 0)
  expect(half?.upper95).toBeGreaterThan(next?.upper95 ?? 1)
  const [before, whole] = [funnelLimits(0.3, 20 - 1e-9, 'binomial'), funnelLimits(0.3, 20, 'binomial')]
  expect(before.lower95).toBeCloseTo(whole.lower95, 7)
  expect(before.upper998).toBeCloseTo(whole.upper998, 7)
})

test('countries with one common share lie beyond the 95 % limits about one time in twenty, seed 5', () => {
  const random = seededRandom(5)
  const inputs = Array.from({ length: 4000 }, (_, index) => {
    const denominator = 20 + index % 200
    const answered = Array.from({ length: denominator }, () => random() < 0.4).filter(Boolean).length
    return { country: String(index), denominator, value: answered / denominator }
  })
  const { points, overdispersion, target } = funnel(inputs, 'binomial')
  const share = points.filter(({ position }) => position !== 'within').length / points.length
  expect(Math.abs(target - 0.4)).toBeLessThan(0.005)
  expect(overdispersion).toBe(1)
  // Monte Carlo error 0.0034; whole counts make the limits a little uneven.
  expect(Math.abs(share - 0.05)).toBeLessThan(0.015)
})

test('a country far from the others is found, and spread between countries widens the limits', () => {
  const quiet = Array.from({ length: 30 }, (_, index) => ({ country: `c${index}`, denominator: 400, value: 0.3 + (index % 3 - 1) * 0.02 }))
  const found = funnel([...quiet, { country: 'far', denominator: 400, value: 0.6 }], 'binomial')
  expect(found.points.filter(({ position }) => position === 'beyond-998').map(({ country }) => country)).toEqual(['far'])
  const spread = quiet.map((input, index) => ({ ...input, value: 0.1 + index * 0.015 }))
  const wide = funnel(spread, 'binomial')
  expect(wide.overdispersion).toBeGreaterThan(10)
  expect(wide.points.some(({ position }) => position === 'beyond-998')).toBe(false)
})

test('limits are drawn from the smallest to the largest denominator', () => {
  const { limits } = funnel([{ country: 'a', denominator: 12.5, value: 0.2 }, { country: 'b', denominator: 900, value: 0.4 }], 'binomial')
  expect([limits[0]?.denominator, limits.at(-1)?.denominator]).toEqual([12, 900])
  expect(limits.length).toBeLessThanOrEqual(60)
})

test.each([0, 1])('when the share of every country is %d the limits shrink to it', (value) => {
  const { target, points, limits } = funnel([{ country: 'a', denominator: 30, value }, { country: 'b', denominator: 50, value }], 'binomial')
  expect([target, ...points.map(({ position }) => position)]).toEqual([value, 'within', 'within'])
  expect([limits[0]?.lower95, limits[0]?.upper998]).toEqual([value, value])
})

test('the effective denominator of an uncensored share is its denominator', () => {
  expect(effectiveDenominator(0.25, Math.sqrt(0.25 * 0.75 / 80))).toBeCloseTo(80, 10)
  expect(effectiveDenominator(0, 0)).toBeNull()
})

test('however overdispersed and however small, a limit never crosses the target, and narrows as countries grow', () => {
  for (const overdispersion of [1.5, 20, 211]) {
    let before = Infinity
    for (const denominator of [10, 11, 13, 20, 50, 400, 5000, 90_000]) {
      const { lower998, lower95, upper95, upper998 } = funnelLimits(0.502, denominator, 'poisson', overdispersion)
      expect(lower998 <= lower95 && lower95 <= 0.502 && 0.502 <= upper95 && upper95 <= upper998, `${overdispersion}, ${denominator}`).toBe(true)
      expect(upper95).toBeLessThan(before)
      before = upper95
    }
  }
})
