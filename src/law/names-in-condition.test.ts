import { expect, test } from 'vitest'
import { namesInCondition, namesInRule } from './names-in-condition.ts'

const nothing = { facts: [], periods: [], questions: [] }

test('a condition names each fact, period and question that it asks about', () => {
  expect(namesInCondition({ always: true })).toEqual(nothing)
  expect(namesInCondition({ fact: 'asylum-granted' })).toEqual({ ...nothing, facts: ['asylum-granted'] })
  expect(namesInCondition({ fact: 'asylum-terminated', notBefore: 'asylum-granted' })).toEqual({ ...nothing, facts: ['asylum-terminated', 'asylum-granted'] })
  expect(namesInCondition({ passed: 'a', since: 'asylum-granted' })).toEqual({ ...nothing, facts: ['asylum-granted'], periods: ['a'] })
  expect(namesInCondition({ reached: 'b', since: 'asylum-granted' })).toEqual({ ...nothing, facts: ['asylum-granted'], periods: ['b'] })
  expect(namesInCondition({ within: 'c', since: 'asylum-granted', happened: 'asylum-terminated' })).toEqual({ ...nothing, facts: ['asylum-granted', 'asylum-terminated'], periods: ['c'] })
  expect(namesInCondition({ question: 'q' })).toEqual({ ...nothing, questions: ['q'] })
})

test('what stands inside another condition is named too', () => {
  const inner = [{ no: { fact: 'asylum-granted' } }, { any: [{ question: 'q' }, { passed: 'a', since: 'tps-granted' }] }] as const
  expect(namesInCondition({ all: inner })).toEqual({ facts: ['asylum-granted', 'tps-granted'], periods: ['a'], questions: ['q'] })
})

test('a rule names what its beginning, its exceptions and its endings name', () => {
  const opening = (fact: 'tps-granted' | 'tps-withdrawn') => ({ code: fact, provision: 'p', text: 'verified', condition: { fact } }) as const
  expect(namesInRule({ when: { fact: 'asylum-granted' }, except: [opening('tps-granted')], until: [opening('tps-withdrawn')] }).facts).toEqual(['asylum-granted', 'tps-granted', 'tps-withdrawn'])
})
