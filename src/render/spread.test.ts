import { expect, test } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { spread } from './spread.ts'

test('labels that have room stay where they are', () => {
  expect(spread([10, 50, 90], 12, 0, 100)).toEqual([10, 50, 90])
})

test('labels at one height are set apart round it', () => {
  expect(spread([50, 50, 50], 12, 0, 100)).toEqual([38, 50, 62])
})

test('labels at the edge stay inside', () => {
  expect(spread([99, 100], 12, 0, 100)).toEqual([88, 100])
})

test('no two labels overlap, whatever is wished', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seededRandom(seed)
    const wishes = Array.from({ length: 8 }, () => random() * 240)
    const places = spread(wishes, 14, 0, 240).sort((one, other) => one - other)
    places.forEach((place, index) => {
      if (index > 0) expect(place - (places[index - 1] ?? 0), `seed ${seed}`).toBeGreaterThan(13.99)
      expect(place >= -0.01 && place <= 240.01, `seed ${seed}`).toBe(true)
    })
  }
})
