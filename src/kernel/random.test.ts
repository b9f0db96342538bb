import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'

test('the same seed gives the same numbers, another seed others', () => {
  const [first, again, other] = [seededRandom(7), seededRandom(7), seededRandom(8)]
  const draws = Array.from({ length: 100 }, () => first())
  expect(Array.from({ length: 100 }, () => again())).toEqual(draws)
  expect(Array.from({ length: 100 }, () => other())).not.toEqual(draws)
})

test('numbers lie in [0, 1) and fill it evenly', () => {
  const random = seededRandom(1)
  const bins = new Uint32Array(10)
  for (let draw = 0; draw < 100_000; draw++) {
    const bin = Math.floor(random() * 10)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  // Ten cells of 10,000 with standard deviation 95: five of those either way.
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(475)
})
