import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('the order of keys makes no difference, the order of a list does', () => {
  expect(canonicalJson({ b: [1, { d: true, c: 'é' }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":"é","d":true}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

test('a key without a value is as good as none', () => {
  expect(canonicalJson({ a: undefined, b: false })).toBe('{"b":false}')
})

test('characters that JSON escapes are escaped once', () => {
  expect(canonicalJson('a"\n')).toBe(String.raw`"a\"\n"`)
})

test.each([1.5, Number.NaN, 2 ** 60, null, undefined])('%s has no place in a law book', (value) => {
  expect(() => canonicalJson({ value: [value] })).toThrow(/no single spelling/)
})
