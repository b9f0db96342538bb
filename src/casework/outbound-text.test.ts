import { expect, test } from 'vitest'
import { faultInName, isDocumentNumber, isOpaqueId } from './outbound-text.ts'

test.each(['Sample', 'O’Exemple', "D'Exemple", 'Sample-Deux', 'Sample J. R.', 'St. Exemple', 'ᎣᏏᏲ', 'Éxemple', 'नमूना', 'مثال', '例', 'Sample Jr.', 'de l’Exemple', 'Sa’', 'A'])('%s may be a name', (text) => {
  expect(faultInName(text.normalize('NFC'))).toBeUndefined()
})

test.each([
  ['two spaces', 'Sample  One'], ['a space at the end', 'Sample '], ['a digit', 'Sample 2'], ['a bracket', 'Sample (One)'], ['a line break', 'Sample\nOne'], ['a tab', 'Sample\tOne'],
  ['a zero-width space', 'Sam\u200bple'], ['a joiner', 'Sam\u200dple'], ['a soft hyphen', 'Sam\u00adple'], ['a right-to-left override', 'Sam\u202eple'], ['an isolate', '\u2067Sample\u2069'], ['a no-break space', 'Sample\u00a0One'],
  ['a variation selector', 'Sample\ufe00'], ['a Hangul filler', 'Sample\u3164'], ['a combining joiner', 'Sam\u034fple'], ['a tag letter', 'Sample\u{e0061}'], ['a decomposed letter', 'E\u0301xemple'], ['a mark alone', '\u0301a'],
  ['stacked marks', 'a\u0321\u0322\u0327\u0328\u0331'], ['a private letter', 'Sam\ue000ple'], ['a lone surrogate', 'Sam\ud800ple'], ['a quotation mark', 'Sam"ple'], ['a backslash', 'Sam\\ple'], ['a null', 'Sam\0ple'], ['a picture', 'Sample 😀'], ['a Roman numeral', 'Sample Ⅱ'],
])('%s in a name is refused', (_what, text) => {
  expect(faultInName(text)).toBe('text-not-allowed')
})

test.each([
  ['Persian', 'نمونه\u200cای'], ['Urdu with a vowel', 'نَمُنَ\u200cہ'], ['Devanagari with a joiner', 'क्\u200dष'], ['Devanagari with a non-joiner', 'क्\u200cष'], ['Sinhala', 'ශ්\u200dරී'], ['Malayalam', 'ന്\u200dറെ'], ['Bengali', 'র\u09cd\u200dযা'],
])('%s writes names with joiners between letters', (_script, text) => {
  expect(faultInName(text.normalize('NFC'))).toBeUndefined()
})

test.each([
  ['between Latin letters', 'Sam\u200cple'], ['at the end', 'نمونه\u200c'], ['at the beginning', '\u200cنمونه'], ['before a space', 'نمونه\u200c ای'], ['twice', 'نمونه\u200c\u200cای'], ['after a letter that joins nothing', 'نمونا\u200cای'],
  ['a joiner between Persian letters', 'نمونه\u200dای'], ['without a virama', 'क\u200dष'], ['two kinds', 'क्\u200c\u200dष'], ['beside a mark of direction', 'نمونه\u200c\u202eای'],
])('a joiner that nobody sees is refused: %s', (_where, text) => {
  expect(faultInName(text.normalize('NFC'))).toBe('text-not-allowed')
})

test('a name has at most a hundred signs', () => {
  expect(faultInName('𐐀'.repeat(100))).toBeUndefined()
  expect(faultInName('a'.repeat(101))).toBe('text-too-long')
})

test('a hostile name is judged at once', () => {
  expect(faultInName(`${"a'".repeat(49)}!`)).toBe('text-not-allowed')
  expect(faultInName(`${'क्\u200d'.repeat(33)}!`)).toBe('text-not-allowed')
})

test('a document number has capitals and digits', () => {
  for (const number of ['A1', 'XD 123-456/7', '1'.repeat(30)]) expect(isDocumentNumber(number)).toBe(true)
  for (const number of ['', 'a1', 'ABC', 'A1\n', 'A  1', '-1', 'A1 ', '１', '1'.repeat(31)]) expect(isDocumentNumber(number)).toBe(false)
})

test('an id with a moment in it is not opaque', () => {
  expect(isOpaqueId('7d444840-9dc0-41d1-b245-5ffdce74fad2')).toBe(true)
  for (const id of ['7d444840-9dc0-11d1-b245-5ffdce74fad2', '7d444840-9dc0-71d1-b245-5ffdce74fad2', '7d444840-9dc0-41d1-c245-5ffdce74fad2', '7d444840-9dc0-41d1-b245-5ffdce74fad2\n']) expect(isOpaqueId(id)).toBe(false)
})
