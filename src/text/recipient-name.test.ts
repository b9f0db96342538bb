import { expect, test } from 'vitest'
import { recipientName } from './recipient-name.ts'

test('who is told of a correction is said in words, in both languages', () => {
  expect(recipientName('notice/n1', 'en')).toBe('whoever received notice n1')
  expect(recipientName('request/a/b', 'fr')).toBe('l’État qui a reçu la demande a/b')
  expect(recipientName('copy/q1', 'en')).toContain('the person')
})

test('what names nobody that Comity knows stays as it was written', () => {
  for (const text of ['counsel', 'embassy/x', 'notice']) expect(recipientName(text, 'en')).toBe(text)
})
