import { expect, test } from 'vitest'
import type { PlainDate } from '../kernel/day.ts'
import { facts, isFactCode, type FactCode } from '../law/facts.ts'
import type { Opening, Rule } from '../law/rule.ts'
import { applyRule } from './apply-rule.ts'
import type { Reading } from './fact-record.ts'

const [begun, ended, excepted] = Object.keys(facts).filter(isFactCode) as [FactCode, FactCode, FactCode]
const yes: Reading = { value: 'yes', on: '2026-01-01' as PlainDate }
const [no, unknown, conflict]: Reading[] = [{ value: 'no' }, { value: 'unknown' }, { value: 'conflict' }]

const ending: Opening = { code: 'ending', provision: 'p1', text: 'verified', condition: { fact: ended } }
const exception: Opening = { code: 'exception', provision: 'p2', text: 'verified', condition: { fact: excepted } }
const rule: Rule = { code: 'r', jurisdiction: 'CA', authority: 'statute', provisions: ['p'], text: 'verified', inForce: {}, reach: 'everywhere', when: { fact: begun }, except: [exception], until: [ending] }

function hold(rule: Rule, readings: Readonly<Record<string, Reading | undefined>>) {
  return applyRule(rule, { read: (fact) => readings[fact] ?? { value: 'no' }, day: '2026-06-01' as PlainDate, book: { periods: [], questions: [] } })
}

test('a rule whose trigger is not so holds nothing', () => {
  expect(hold(rule, { [begun]: no })).toBeUndefined()
})

test('a rule whose trigger is so, or may be so, holds and says which', () => {
  expect(hold(rule, { [begun]: yes })).toMatchObject({ reason: 'so', unsettled: [], opensWhen: ['exception', 'ending'] })
  expect(hold(rule, { [begun]: unknown })).toMatchObject({ reason: 'may-be-so', unsettled: [begun] })
  expect(hold(rule, { [begun]: conflict })).toMatchObject({ reason: 'may-be-so', unsettled: [begun] })
})

test('an exception or an ending in verified words opens it', () => {
  expect(hold(rule, { [begun]: yes, [ended]: yes })).toBeUndefined()
  expect(hold(rule, { [begun]: yes, [excepted]: yes })).toBeUndefined()
  expect(hold(rule, { [begun]: unknown, [ended]: yes })).toBeUndefined()
})

test('an ending that is not known to have come opens nothing, and is named as unsettled', () => {
  expect(hold(rule, { [begun]: yes, [ended]: unknown })).toMatchObject({ reason: 'so', unsettled: [ended] })
})

test.each(['unverified', 'draft'] as const)('an ending in %s words opens nothing, and is shown as ignored', (text) => {
  const doubtful = { ...rule, until: [{ ...ending, text }] }
  expect(hold(doubtful, { [begun]: yes, [ended]: yes })).toMatchObject({ ignored: ['ending'], opensWhen: ['exception'] })
  expect(hold(doubtful, { [begun]: yes, [ended]: no })).toMatchObject({ ignored: [] })
})

test('a rule that others describe holds, and says so; its verified endings end it', () => {
  expect(hold({ ...rule, text: 'unverified' }, { [begun]: yes })).toMatchObject({ text: 'unverified', reason: 'so' })
  expect(hold({ ...rule, text: 'unverified' }, { [begun]: yes, [ended]: yes })).toBeUndefined()
})

test('a draft only holds: nothing ends it but that its trigger is not so', () => {
  expect(hold({ ...rule, text: 'draft' }, { [begun]: yes, [ended]: yes, [excepted]: yes })).toMatchObject({ reason: 'draft' })
  expect(hold({ ...rule, text: 'draft' }, { [begun]: unknown })).toMatchObject({ reason: 'draft' })
  expect(hold({ ...rule, text: 'draft' }, { [begun]: no })).toBeUndefined()
})

test('a hold says what it rests on', () => {
  expect(hold({ ...rule, authority: 'policy', reach: 'destination' }, { [begun]: yes })).toMatchObject({ rule: 'r', provisions: ['p'], authority: 'policy', reach: 'destination' })
})

test('a yes that rests on an instrument nobody has read holds, and opens nothing', () => {
  const unread: Reading = { ...yes, unverified: true }
  expect(hold(rule, { [begun]: unread })).toMatchObject({ reason: 'so' })
  expect(hold(rule, { [begun]: yes, [ended]: unread })).toMatchObject({ reason: 'so' })
  const unless: Rule = { ...rule, when: { no: { fact: begun } } }
  expect(hold(unless, { [begun]: unread })).toMatchObject({ reason: 'may-be-so' })
  expect(hold(unless, { [begun]: yes })).toBeUndefined()
})

test('a draft ignores no verified words: they would open it if it were none', () => {
  expect(hold({ ...rule, text: 'draft' }, { [begun]: yes, [ended]: yes })).toMatchObject({ ignored: [], opensWhen: ['exception', 'ending'] })
})

test('facts that are unsettled are named in the order of their codes', () => {
  const sorted = [begun, ended, excepted].toSorted()
  const [first = begun, second = ended, third = excepted] = sorted.toReversed()
  const asking: Rule = { ...rule, when: { fact: first }, except: [{ ...exception, condition: { fact: second } }], until: [{ ...ending, condition: { fact: third } }] }
  expect(hold(asking, { [begun]: unknown, [ended]: unknown, [excepted]: unknown })).toMatchObject({ unsettled: sorted })
})
