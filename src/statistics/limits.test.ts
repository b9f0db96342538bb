import { expect, test } from 'vitest'
import { limits } from './limits.ts'
import { rowOnDay, valueOnDay } from './step.ts'

test('by hand: plain limits are 1.96 errors either way, and stop at nought and one', () => {
  const { lower, upper } = limits(0.5, 0.1, 0.95, 'plain', 'survival')
  expect([lower, upper]).toEqual([expect.closeTo(0.304003601545995, 12), expect.closeTo(0.695996398454005, 12)])
  expect(limits(0.1, 0.1, 0.95, 'plain', 'survival').lower).toBe(0)
  expect(limits(0.95, 0.1, 0.95, 'plain', 'incidence').upper).toBe(1)
})

test('log-log limits of a share answered are one minus those of the share still waiting', () => {
  const waiting = limits(0.3, 0.05, 0.9, 'log-log', 'survival')
  const answered = limits(0.7, 0.05, 0.9, 'log-log', 'incidence')
  expect(answered.lower).toBeCloseTo(1 - waiting.upper, 14)
  expect(answered.upper).toBeCloseTo(1 - waiting.lower, 14)
})

test.each([
  [0, 'log-log', 'survival'], [0, 'log', 'survival'], [0, 'plain', 'survival'], [1, 'log-log', 'survival'],
  [0, 'log-log', 'incidence'], [0, 'log', 'incidence'], [1, 'log-log', 'incidence'],
] as const)('at %d a %s scale has no limits of %s', (value, kind, of) => {
  expect(limits(value, 0.1, 0.95, kind, of)).toEqual({ lower: NaN, upper: NaN })
})

test('a share that stops a rounding error short of one counts as one', () => {
  expect(limits(1 - 2 ** -53, 1e-9, 0.95, 'log-log', 'incidence')).toEqual({ lower: NaN, upper: NaN })
})

test('a step holds from its own day until the day before the next', () => {
  const [days, values] = [[3, 7], [0.4, 0.9]]
  expect([2, 3, 6, 7, 99].map((day) => valueOnDay(days, values, day, 0))).toEqual([0, 0.4, 0.4, 0.9, 0.9])
  expect([2, 3, 6, 7, 99].map((day) => rowOnDay(days, day))).toEqual([-1, 0, 0, 1, 1])
  expect(valueOnDay([], [], 5, 1)).toBe(1)
})
