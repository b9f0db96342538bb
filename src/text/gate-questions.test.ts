import { expect, test } from 'vitest'
import { allGates } from '../casework/gates/all.ts'
import { facts } from '../law/facts.ts'
import { factsCanada } from './en/facts-canada.ts'
import { factsCommon } from './en/facts-common.ts'
import { factsUnitedStates } from './en/facts-united-states.ts'
import { gateQuestions as english } from './en/gate-questions.ts'
import { gateQuestions as french } from './fr/gate-questions.ts'

test('every gate asks its question in both languages, and no question is left over', () => {
  expect(Object.keys(english).sort()).toEqual(allGates.map(({ code }) => code).sort())
  expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort())
})

test('every question is a question', () => {
  expect([...Object.values(english), ...Object.values(french)].filter((question) => !question.includes('?'))).toEqual([])
})

test('every fact has a name', () => {
  expect(Object.keys({ ...factsCommon, ...factsCanada, ...factsUnitedStates }).sort()).toEqual(Object.keys(facts).sort())
})
