import { expect, test } from 'vitest'
import { className, classOf } from './map-classes.ts'

test('a share falls in the class whose lower edge it has reached', () => {
  expect([0, 0.1999, 0.2, 0.8, 1].map((share) => classOf('answered-by', share))).toEqual([0, 0, 1, 4, 4])
})

test('a rate above one has a class of its own, a share has none', () => {
  expect(classOf('return-rate', 1.3)).toBe(5)
  expect(className('return-rate', 5, 'en')).toBe('100% or more')
  expect(className('answered-by', 4, 'en')).toBe('80% to 100%')
  expect(className('answered-by', 0, 'fr')).toBe('de 0\u00a0% à moins de 20\u00a0%')
})
