import { expect, test } from 'vitest'
import { contextOf, day, given, heldBook, openBook, sent, somali, today, withState } from './case-for-tests.ts'
import { decide } from './decide.ts'
import { redecide } from './redecide.ts'

const before = given(withState.slice(0, -1))
const result = decide(sent, before.state, contextOf(before.state))
const decision = result.ok ? result.value.decision : undefined
if (decision === undefined) throw new Error('the request was not sent')
const later = given([sent, { ...somali, country: 'KE' }], before)
const question = { ...decision, day: today }

test('a decision is made again, byte for byte, whatever has been recorded since', () => {
  expect(redecide(later.events, question, openBook)).toEqual(decision)
})

test('what a decision says rests on the version, the day and the law that it names', () => {
  expect(redecide(later.events, { ...question, caseVersion: 6 }, openBook).bytes).not.toBe(decision.bytes)
  expect(redecide(later.events, { ...question, day: day('2026-06-02') }, openBook).bytes).not.toBe(decision.bytes)
  expect(redecide(later.events, question, heldBook)).toMatchObject({ state: 'held-everywhere' })
})

test('a case is as it was: its first event has a version, and its last', () => {
  expect(redecide(later.events, { ...question, caseVersion: 1 }, openBook)).toMatchObject({ caseVersion: 1, state: 'open' })
  expect(redecide(later.events, { ...question, caseVersion: later.events.length }, openBook)).toMatchObject({ caseVersion: 7 })
})

test.each([[0], [-1], [8]])('a decision about version %i, which the case never had, is our mistake', (caseVersion) => {
  expect(() => redecide(later.events, { ...question, caseVersion }, openBook)).toThrow('a version that the case never had')
})
