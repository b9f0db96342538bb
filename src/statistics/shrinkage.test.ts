import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { gammaQuantile } from './distributions.ts'
import { shapeByLikelihood, shrink } from './shrinkage.ts'
import vectors from './vectors/comparison.json' with { type: 'json' }

const far = (ours: number | null | undefined, theirs: number | undefined, tolerance: number) =>
  !(Math.abs((ours ?? NaN) - (theirs ?? NaN)) <= tolerance * Math.abs(theirs ?? NaN) + 1e-12)

const [spreadOut, alike] = [vectors.shrinkage.filter(({ shape }) => shape < 1e6), vectors.shrinkage.filter(({ shape }) => shape > 1e6)]
const groupsOf = ({ events, expected }: { events: number[]; expected: number[] }) => events.map((count, index) => ({ events: count, expected: expected[index] ?? NaN }))

test.each(spreadOut)('shape, shrunk ratios and limits agree with R where the shape is $shape', (theirs) => {
  const { shape, groups, spread } = shrink(groupsOf(theirs), 0.95)
  expect(spread).toBe('estimated')
  expect(far(shape, theirs.shape, 1e-6)).toBe(false)
  const wrong = groups.filter(({ raw, shrunk }, index) =>
    far(shrunk.value, theirs.shrunk[index], 1e-6) || far(shrunk.lower, theirs.lower[index], 1e-6) || far(shrunk.upper, theirs.upper[index], 1e-6)
    || far(raw.lower, theirs.rawLower[index], 1e-9) || far(raw.upper, theirs.rawUpper[index], 1e-9))
  expect(wrong).toEqual([])
})

test('where R walks off towards an infinite shape, no spread is found', () => {
  expect(alike.length).toBeGreaterThan(0)
  for (const theirs of alike) expect(shrink(groupsOf(theirs), 0.95).spread).toBe('none-found')
})

test('two countries by hand: 0 and 2 events where 1 is expected of each', () => {
  // Their likelihood is (k / (k + 1))^(2k + 1) but for a constant: it climbs towards e^−2 at k = ∞.
  const { spread, shape, groups } = shrink([{ events: 0, expected: 1 }, { events: 2, expected: 1 }], 0.95)
  expect([spread, shape]).toEqual(['none-found', Infinity])
  expect(groups.map(({ raw, shrunk }) => [raw.value, shrunk.value])).toEqual([[0, 1], [2, 1]])
  // Raw: e^−u = 0.025, so u = 3.6889.
  expect(groups[0]?.raw.upper).toBeCloseTo(-Math.log(0.025), 10)
})

test('where no spread is found the limits keep a width, and the country with more events has the higher ones', () => {
  const { groups } = shrink([{ events: 9, expected: 10 }, { events: 11, expected: 10 }, { events: 10, expected: 10 }], 0.95)
  for (const { shrunk } of groups) {
    expect(shrunk.value).toBe(1)
    expect(shrunk.lower).toBeLessThan(0.95)
    expect(shrunk.upper).toBeGreaterThan(1.05)
  }
  expect(groups[0]?.shrunk.upper).toBeLessThan(groups[1]?.shrunk.upper ?? 0)
})

test('without any event nothing is shrunk, and it says so', () => {
  const { spread, shape, groups } = shrink([{ events: 0, expected: 2 }, { events: 0, expected: 0 }], 0.95)
  expect([spread, shape]).toEqual(['no-events', 0])
  expect(groups[0]?.shrunk).toEqual(groups[0]?.raw)
  expect(groups[1]?.raw).toEqual({ value: null, lower: null, upper: null })
})

test('a country without exposure gets what is known of the others, and no raw ratio', () => {
  const { groups, shape } = shrink([{ events: 30, expected: 10 }, { events: 2, expected: 22 }, { events: 0, expected: 0 }], 0.95)
  expect(groups[2]?.raw.value).toBeNull()
  expect(groups[2]?.shrunk.value).toBe(1)
  expect(groups[2]?.shrunk.upper).toBeCloseTo(gammaQuantile(0.975, shape, shape), 12)
})

test('simulated countries: the shape is recovered, limits cover, and shrinking halves the error, seed 11', () => {
  const random = seededRandom(11)
  const truth = Array.from({ length: 3000 }, () => gammaQuantile(random(), 4, 4))
  const groups = truth.map((ratio, index) => ({ events: poisson(ratio * (1 + index % 6), random), expected: 1 + index % 6 }))
  expect(Math.abs(shapeByLikelihood(groups) - 4)).toBeLessThan(0.6)
  const results = shrink(groups, 0.95).groups
  const covered = results.filter(({ shrunk }, index) => (shrunk.lower ?? 9) <= (truth[index] ?? 0) && (truth[index] ?? 9) <= (shrunk.upper ?? 0)).length
  // Monte Carlo error 0.4 points.
  expect(Math.abs(covered / 3000 - 0.95)).toBeLessThan(0.015)
  const error = (kind: 'raw' | 'shrunk') => results.reduce((sum, result, index) => sum + ((result[kind].value ?? 0) - (truth[index] ?? 0)) ** 2, 0)
  expect(error('shrunk')).toBeLessThan(error('raw') / 2)
})

function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()]
  while (product > Math.exp(-mean)) {
    count++
    product *= random()
  }
  return count
}
