import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { facts, isFactCode, type FactCode } from '../law/facts.ts'
import type { Condition, Period, Question } from '../law/rule.ts'
import type { Reading } from './fact-record.ts'
import { readCondition } from './read-condition.ts'

const day = (text: string) => text as PlainDate
const [begun, ended, third] = Object.keys(facts).filter(isFactCode) as [FactCode, FactCode, FactCode]
const yes = (on: string): Reading => ({ value: 'yes', on: day(on) })
const [no, unknown, conflict]: Reading[] = [{ value: 'no' }, { value: 'unknown' }, { value: 'conflict' }]

const fifteen: Period = { code: 'fifteen', length: 15, unit: 'days', provision: 'p', text: 'verified' }
const hearsay: Period = { ...fifteen, code: 'hearsay', text: 'unverified' }
const questions: readonly Question[] = [{ code: 'over', condition: { fact: ended, notBefore: begun }, provision: 'p' }]

function truth(condition: Condition, readings: Readonly<Record<string, Reading | undefined>>, on = '2026-06-01') {
  return readCondition(condition, { read: (fact) => readings[fact] ?? { value: 'unknown' }, day: day(on), book: { periods: [fifteen, hearsay], questions } })
}

test('a fact is yes, no, or not known; a contradiction is not knowing', () => {
  const condition = { fact: begun }
  expect([yes('2026-01-01'), no, unknown, conflict].map((reading) => truth(condition, { [begun]: reading }))).toEqual(['yes', 'no', 'unknown', 'unknown'])
})

test('the opposite of not knowing is not knowing', () => {
  expect([yes('2026-01-01'), no, unknown].map((reading) => truth({ no: { fact: begun } }, { [begun]: reading }))).toEqual(['no', 'yes', 'unknown'])
})

test('all: one "no" decides, and without one what is unknown leaves all unknown', () => {
  const all = { all: [{ fact: begun }, { fact: ended }] }
  expect(truth(all, { [begun]: no, [ended]: unknown })).toBe('no')
  expect(truth(all, { [begun]: yes('2026-01-01'), [ended]: unknown })).toBe('unknown')
  expect(truth(all, { [begun]: yes('2026-01-01'), [ended]: yes('2026-01-01') })).toBe('yes')
  expect(truth({ all: [] }, {})).toBe('yes')
})

test('any: one "yes" decides, and without one what is unknown leaves all unknown', () => {
  const any = { any: [{ fact: begun }, { fact: ended }] }
  expect(truth(any, { [begun]: yes('2026-01-01'), [ended]: unknown })).toBe('yes')
  expect(truth(any, { [begun]: no, [ended]: unknown })).toBe('unknown')
  expect(truth(any, { [begun]: no, [ended]: no })).toBe('no')
  expect(truth({ any: [] }, {})).toBe('no')
})

test('what always is needs no fact', () => {
  expect(truth({ always: true }, {})).toBe('yes')
})

test('an ending from before the beginning ends nothing; on the same day it does', () => {
  const over = { fact: ended, notBefore: begun }
  expect(truth(over, { [begun]: yes('2024-01-01'), [ended]: yes('2020-01-01') })).toBe('no')
  expect(truth(over, { [begun]: yes('2024-01-01'), [ended]: yes('2024-01-01') })).toBe('yes')
  expect(truth(over, { [begun]: yes('2024-01-01'), [ended]: yes('2024-01-02') })).toBe('yes')
})

test('what began again on the day of its ending is not known to have ended; what ended a day later has', () => {
  const over = { fact: ended, notBefore: begun }
  const again: Reading = { value: 'yes', on: day('2024-01-01'), again: true }
  expect(truth(over, { [begun]: again, [ended]: yes('2024-01-01') })).toBe('unknown')
  expect(truth({ no: over }, { [begun]: again, [ended]: yes('2024-01-01') })).toBe('unknown')
  expect(truth(over, { [begun]: again, [ended]: yes('2024-01-02') })).toBe('yes')
  expect(truth(over, { [begun]: again, [ended]: yes('2023-12-31') })).toBe('no')
})

test('an ending whose beginning nobody knows may belong to another time', () => {
  const over = { fact: ended, notBefore: begun }
  expect(truth(over, { [begun]: unknown, [ended]: yes('2024-01-01') })).toBe('unknown')
  expect(truth(over, { [begun]: conflict, [ended]: yes('2024-01-01') })).toBe('unknown')
  expect(truth(over, { [begun]: no, [ended]: yes('2024-01-01') })).toBe('yes')
  expect(truth(over, { [begun]: yes('2024-01-01'), [ended]: no })).toBe('no')
  expect(truth(over, { [begun]: yes('2024-01-01'), [ended]: unknown })).toBe('unknown')
})

test('a question stands for its condition', () => {
  expect(truth({ question: 'over' }, { [begun]: yes('2024-01-01'), [ended]: yes('2024-01-01') })).toBe('yes')
  expect(() => truth({ question: 'never heard of' }, {})).toThrow('a question')
})

// Notice on 1 March, fifteen days: the last day is the 16th.
test.each([['2026-03-15', 'no', 'no'], ['2026-03-16', 'yes', 'no'], ['2026-03-17', 'yes', 'yes']])('on %s the period is reached: %s, passed: %s', (on, reached, passed) => {
  const readings = { [begun]: yes('2026-03-01') }
  expect(truth({ reached: 'fifteen', since: begun }, readings, on)).toBe(reached)
  expect(truth({ passed: 'fifteen', since: begun }, readings, on)).toBe(passed)
})

test('a period counts from a day that is known', () => {
  for (const condition of [{ passed: 'fifteen', since: begun }, { reached: 'fifteen', since: begun }]) {
    expect([no, unknown, conflict].map((reading) => truth(condition, { [begun]: reading }))).toEqual(['no', 'unknown', 'unknown'])
  }
})

test('a length that nobody has read is never over, and never certainly running', () => {
  for (const on of ['2026-03-02', '2026-03-16', '2026-12-31']) {
    expect(truth({ passed: 'hearsay', since: begun }, { [begun]: yes('2026-03-01') }, on)).toBe('unknown')
    expect(truth({ no: { passed: 'hearsay', since: begun } }, { [begun]: yes('2026-03-01') }, on)).toBe('unknown')
    expect(truth({ reached: 'hearsay', since: begun }, { [begun]: yes('2026-03-01') }, on)).toBe('unknown')
  }
  expect(truth({ passed: 'hearsay', since: begun }, { [begun]: no })).toBe('no')
})

test.each([['2026-02-28', 'no'], ['2026-03-01', 'yes'], ['2026-03-16', 'yes'], ['2026-03-17', 'no']])('what happened on %s lies within fifteen days of 1 March: %s', (on, answer) => {
  expect(truth({ within: 'fifteen', since: begun, happened: third }, { [begun]: yes('2026-03-01'), [third]: yes(on) })).toBe(answer)
})

test('within a length that nobody has read lies only the first day itself', () => {
  const within = { within: 'hearsay', since: begun, happened: third }
  expect(['2026-02-28', '2026-03-01', '2026-03-02', '2026-04-01'].map((on) => truth(within, { [begun]: yes('2026-03-01'), [third]: yes(on) }))).toEqual(['no', 'yes', 'unknown', 'unknown'])
})

test('within: what did not happen, or never began, is outside; what is not known is not known', () => {
  const within = { within: 'fifteen', since: begun, happened: third }
  expect(truth(within, { [begun]: no, [third]: unknown })).toBe('no')
  expect(truth(within, { [begun]: unknown, [third]: no })).toBe('no')
  expect(truth(within, { [begun]: yes('2026-03-01'), [third]: unknown })).toBe('unknown')
  expect(truth(within, { [begun]: conflict, [third]: yes('2026-03-01') })).toBe('unknown')
})

test('a rule that names a period that is not there is our mistake', () => {
  expect(() => truth({ passed: 'never heard of', since: begun }, {})).toThrow('a period')
})
