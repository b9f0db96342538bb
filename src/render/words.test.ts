import { describe, expect, test } from 'vitest'
import { cautionCodes } from '../cooperation/cautions.ts'
import { methods } from '../cooperation/methods.ts'
import { lookUp, outcomeName } from './names.ts'
import { words } from './words.ts'

// Stands for any facts: reads as the text 7, and so does each of its fields.
const anyFacts: unknown = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '7' : '7') })

/** Every sentence of a table of words; functions are called with facts that fit most of them. */
function sentences(table: unknown): string[] {
  if (typeof table === 'string') return [table]
  if (typeof table === 'function') return [String((table as (...facts: unknown[]) => unknown)(anyFacts, false))]
  return Object.values(table as Record<string, unknown>).flatMap(sentences)
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(methods.map(({ name }) => name))('the method %s is explained', (name) => {
    expect(lookUp(words[language].methods, name)?.paragraphs.length).toBeGreaterThan(0)
  })

  test.each(methods.flatMap(({ answers }) => Object.values(answers).flat()))('the outcome %s has a name', (outcome) => {
    expect(outcomeName(outcome, language)).not.toBe(outcome)
  })

  test.each(cautionCodes)('the caution %s has a sentence that ends', (code) => {
    expect(words[language].report.cautionSentences[code]).toMatch(/\.$/)
  })

  test('apostrophes and quotation marks are typographic', () => {
    expect(sentences(words[language]).filter((sentence) => /[\p{L}]'[\p{L}]|"/u.test(sentence))).toEqual([])
  })
})

test('French has a no-break space before a colon and per cent and inside guillemets, and no other mark has a common space before it', () => {
  const wrong = sentences(words.fr).filter((sentence) => /(?<!\u00a0)[:%»](?!\/)|«(?!\u00a0)|[ \u00a0][?!,.]| ;/u.test(sentence))
  expect(wrong).toEqual([])
})

test('an outcome of a user’s own profile is shown as it is written, and no code reaches into the language', () => {
  expect(outcomeName('my_own', 'en')).toBe('my_own')
  expect(outcomeName('constructor', 'en')).toBe('constructor')
})
