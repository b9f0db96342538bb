import { describe, expect, test } from 'vitest'
import { readZone } from '../documents/read-zone.ts'
import { decodeSeal } from '../documents/seal.ts'
import { transliterate } from '../documents/transliterate.ts'
import { writeZone, type ZoneContent } from '../documents/write-zone.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Result } from '../kernel/result.ts'
import { documents as english } from './en/documents.ts'
import { documents as french } from './fr/documents.ts'

const words = { en: english, fr: french }
const day = '2026-03-02' as PlainDate
const content: ZoneContent = { format: 'TD3', documentCode: 'P', issuingState: 'UTO', nationality: 'UTO', name: { primary: ['SAMPLE'], secondary: ['ONE'] }, documentNumber: 'A1', dateOfBirth: '1990-05-17' as PlainDate, sex: 'unspecified', dateOfExpiry: '2030-01-01' as PlainDate }

/** Says a refusal with its own sentence, as a page does. */
function sayWith(sentences: object, result: Result<unknown, { readonly code: string }>): string {
  if (result.ok) throw new Error('nothing was refused')
  return (sentences as Readonly<Record<string, (facts: object) => string>>)[result.refusal.code]?.(result.refusal) ?? 'no sentence'
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const { zone, write, name, seal, faults, page, verdicts } = words[language]

  test('a line that was typed wrongly is named by line, position and character', () => {
    expect(sayWith(zone, readZone(['P<UTOSAMPLE', 'é'], day))).toMatch(/2.*1.*é/)
    expect(sayWith(zone, readZone(['P<UTO', 'A'], day))).toMatch(/5, 1/)
    expect(sayWith(zone, readZone(['X'.padEnd(44, '<'), 'A'.padEnd(44, '<')], day))).toContain('X<')
  })

  test('a field that no zone holds is named, and what to write instead', () => {
    expect(sayWith(write, writeZone({ ...content, name: { primary: [], secondary: [] } }))).toMatch(language === 'en' ? /name\. Write the name/ : /le nom\. Écrivez le nom/)
    expect(sayWith(write, writeZone({ ...content, moreOptionalData: 'A' }))).toMatch(language === 'en' ? /no place/ : /pas de place/)
    expect(sayWith(write, writeZone({ ...content, documentNumber: '1234567890' }))).toContain('9')
    expect(sayWith(page, writeZone({ ...content, format: 'TD2', documentCode: 'PU' }))).toContain('SPECIMEN')
  })

  test('a name that cannot be spelled says which letter', () => {
    expect(sayWith(name, transliterate('Sample2'))).toContain(language === 'en' ? '“2”' : '«\u00a02\u00a0»')
    expect(sayWith(name, transliterate('漢'))).toContain('漢')
    expect(sayWith(name, transliterate(' - '))).not.toContain('undefined')
  })

  test('what is no seal, breaks off, or is of another version says so', () => {
    const said = [[], [0xdc, 9], [0xdc, 3]].map((bytes) => sayWith(seal, decodeSeal(Uint8Array.from(bytes))))
    expect(new Set(said).size).toBe(3)
    expect(said[1]).toContain('9')
  })

  test('every sentence is whole, says no code of ours, and differs from the others of its table', () => {
    const facts = { line: 2, position: 3, character: 'é', lengths: [], text: 'Sample', lines: 2, length: 36, field: 'document-number', longest: 9, byte: 7, part: 'signer', at: 4, tag: 2, named: 'A', certificate: 'B', curve: '' }
    for (const table of [zone, write, name, seal, faults, page, words[language].signature]) {
      const said = Object.values(table).map((sentence) => (sentence as (given: typeof facts) => string)(facts))
      expect(said.filter((text) => !/^[\p{Lu}“«].*\.$/u.test(text) || /undefined|\[object|[a-z]-[a-z]+-[a-z]/.test(text.replace(/year-month-day|année-mois-jour/, '')))).toEqual([])
      expect(new Set(said).size).toBe(said.length)
    }
    expect(Object.values(verdicts).every((text) => text.endsWith('.'))).toBe(true)
  })
})
