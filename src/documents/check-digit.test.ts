import { expect, test } from 'vitest'
import { charactersTakenForEachOther, checkDigit, neighboursTakenForEachOther, zoneAlphabet } from './check-digit.ts'

test('27 July 1952 has the digit 3, as part 3, appendix A, example 1, reckons: 35 + 6 + 0 + 49 + 6 + 7 = 103', () => {
  expect(checkDigit('520727')).toBe('3')
})

test('the number AB2134 in nine places has the digit 5, as example 2 reckons: 70 + 33 + 2 + 7 + 9 + 4 = 125', () => {
  expect(checkDigit('AB2134<<<')).toBe('5')
})

test('the composite digits of examples 3, 4 and 5', () => {
  expect(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0')).toBe('8')
  expect(checkDigit('D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<')).toBe('2')
  expect(checkDigit('HA672242<658022549601086<<<<<<<')).toBe('8')
})

test('a character that no zone can hold is our own mistake', () => {
  expect(() => checkDigit('ab')).toThrow()
})

test('52 of 666 pairs of characters cannot be told apart at any of the three weights, and every other pair at each of them', () => {
  const groups = charactersTakenForEachOther()
  const together = (one: string, other: string) => groups.some((group) => group.includes(one) && group.includes(other))
  expect(groups[0]).toBe('0AKU<')
  expect(groups[5]).toBe('5FPZ')
  expect(groups[8]).toBe('8IS')
  expect(unseen((one, other, before) => checkDigit(before + one) === checkDigit(before + other), together)).toEqual({ pairs: 666, unseen: 52, wrong: [] })
})

test('120 of 666 pairs of neighbours can be exchanged unseen, wherever they stand', () => {
  const groups = neighboursTakenForEachOther()
  const together = (one: string, other: string) => groups.some((group) => group.includes(one) && group.includes(other))
  expect(unseen((one, other, before) => checkDigit(before + one + other) === checkDigit(before + other + one), together)).toEqual({ pairs: 666, unseen: 120, wrong: [] })
})

function unseen(same: (one: string, other: string, before: string) => boolean, expected: (one: string, other: string) => boolean) {
  const all = Array.from(zoneAlphabet)
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const))
  const wrong = pairs.filter(([one, other]) => ['', '<', '<<'].some((before) => same(one, other, before) !== expected(one, other)))
  return { pairs: pairs.length, unseen: pairs.filter(([one, other]) => expected(one, other)).length, wrong }
}
