import { expect, test } from 'vitest'
import { given, heldBook, openBook, opened, somali, today } from '../casework/case-for-tests.ts'
import { askStep } from '../casework/take-step.ts'
import type { LawBook } from '../law/book.ts'
import { shippedBook } from '../law/shipped-book.ts'
import { sayAnswer } from './step-answer.ts'

const { state } = given([opened, somali])

function say(book: LawBook, language: 'en' | 'fr') {
  return sayAnswer(askStep(state, { caseId: 'case-1', today, book }, { step: 'departure', destination: 'SO', place: undefined }).answer, book, today, language)
}

const withoutItsCode = (text: string) => text.replace(/ \[[a-z0-9-]+(?: --destination XX)?\]$/, '')

test('an open step has nothing to say', () => {
  expect(say(openBook, 'en')).toMatchObject({ state: 'open', holds: [], alarms: [] })
  expect(say(openBook, 'fr').state).toBe('ouvert')
})

test('every reason of the shipped law is said in both languages, with its question, and no code shows through', () => {
  for (const language of ['en', 'fr'] as const) {
    const { holds, weighed } = say(shippedBook(), language)
    expect(holds.length).toBeGreaterThan(3)
    for (const { question, why, unsettled, opensWhen, ignored } of [...holds, ...weighed]) {
      expect(question).toMatch(/\?|\.$/)
      for (const text of [why, ...unsettled.map(withoutItsCode), ...opensWhen, ...ignored]) expect(text).not.toMatch(/\b(?:ca|us|policy)-[a-z0-9]+-|undefined/)
    }
  }
})

test('a hold that nothing in verified words opens says so by naming nothing', () => {
  expect(say(heldBook, 'en').holds[0]).toMatchObject({ opensWhen: [], why: expect.stringContaining('Held') as string })
})

test('what is missing says how it is recorded: a code, a command, or that nobody records it', () => {
  const missing = (language: 'en' | 'fr') => say(shippedBook(), language).holds.flatMap(({ unsettled }) => unsettled)
  expect(missing('en')).toContain('A removal order was made [command “record-order”]')
  expect(missing('en')).toContain('A court stayed the removal order [court-stay-ordered]')
  expect(missing('en').join()).toContain('[at-risk-there --destination XX]')
  expect(missing('fr').join()).toContain('[commande «\u00a0record-order\u00a0»]')
  for (const one of [...missing('en'), ...missing('fr')]) expect(one).toMatch(/\[.+\]$/)
})
