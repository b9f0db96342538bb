import { expect, test } from 'vitest'
import { findingCodes } from '../casework/packet-finding.ts'
import { outbound as english } from './en/outbound.ts'
import { outbound as french } from './fr/outbound.ts'

const facts = { field: 'bornIn', value: 'x', most: 8, country: 'BR', documentType: 'other', agreement: 'sample-br', day: '2026-11-22', datum: 'visa', for: 'child', place: 'page 2' }
const sentences = [english, french].flatMap(({ refusals, findings }) => [...Object.entries(refusals), ...Object.entries(findings)])

test.each(sentences)('%s is said in whole sentences', (_code, sentence) => {
  const said = sentence(facts as never)
  expect(said).toMatch(/^\S.*\.$/s)
  expect(said).not.toMatch(/undefined|null|NaN|\[object/)
})

test('every finding and every missing authority has a sentence of its own in both languages', () => {
  for (const { findings, refusals } of [english, french]) {
    expect(new Set(findingCodes.map((code) => findings[code]({ code, place: 'page 2' }))).size).toBe(findingCodes.length)
    expect(new Set((['fingerprints', 'visa', 'child'] as const).map((what) => refusals['authority-missing']({ code: 'authority-missing', for: what }))).size).toBe(3)
  }
})
