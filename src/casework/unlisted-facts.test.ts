import { expect, test } from 'vitest'
import { shippedBook } from '../law/shipped-book.ts'
import { unlistedFacts } from './unlisted-facts.ts'

test('every gate lists every fact that its rules read', () => {
  expect(unlistedFacts(shippedBook())).toEqual([])
})

test('a change that lets a rule, or a question of it, read another fact is found', () => {
  const book = shippedBook()
  const rules = book.rules.map((rule) => (rule.code === 'us-asylum' ? { ...rule, when: { any: [rule.when, { fact: 'medical-concern' as const }] } } : rule))
  expect(unlistedFacts({ ...book, rules })).toEqual([{ gate: 'us-asylum', fact: 'medical-concern' }])
  const questions = book.questions.map((question) => (question.code === 'us-final-certified' ? { ...question, condition: { fact: 'asylum-granted' as const } } : question))
  expect(unlistedFacts({ ...book, questions })).toEqual([{ gate: 'us-order-final', fact: 'asylum-granted' }])
})
