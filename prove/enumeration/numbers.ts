import type { Unit } from './unit.ts'
import { stridesOf } from './table.ts'

/** Visits every combination with its digits, in ascending order, without touching readings. `digits` is one object all the time. */
export function forEachCombination(unit: Unit, visit: (number: number, digits: readonly number[]) => void): void {
  const lengths = unit.components.map(({ letters }) => letters)
  const digits = lengths.map(() => 0)
  for (let number = 0; number < unit.combinations; number += 1) {
    visit(number, digits)
    let place = digits.length - 1
    while (place >= 0) {
      const digit = (digits[place] ?? 0) + 1
      const carry = digit === lengths[place]
      digits[place] = carry ? 0 : digit
      if (!carry) break
      place -= 1
    }
  }
}

/** Visits every pair of combinations that differ in one component only, which has one letter in the first and another in the second; ends when `visit` says true. */
export function forEachPair(unit: Unit, place: number, from: number, to: number, visit: (one: number, other: number) => boolean): boolean {
  const stride = stridesOf(unit)[place] ?? 1
  const block = stride * (unit.components[place]?.letters ?? 1)
  const step = (to - from) * stride
  for (let high = from * stride; high < unit.combinations; high += block) {
    for (let number = high; number < high + stride; number += 1) if (visit(number, number + step)) return true
  }
  return false
}

/**
 * Every number below `count`, once, in an order that is spread out: a search for one example finds it early.
 * The step has no factor in common with the count, so that no number is left out or met twice.
 */
export function* spread(count: number): Generator<number> {
  let step = Math.floor(count * 0.618) | 1
  while (greatestCommonDivisor(step, count) !== 1) step += 1
  for (let turn = 0, number = 0; turn < count; turn += 1) {
    yield number
    number = (number + step) % count
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
