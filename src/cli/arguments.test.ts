import { expect, test } from 'vitest'
import { chooseLanguage, readArguments } from './arguments.ts'

const refusal = (...words: string[]) => {
  const read = readArguments(words)
  return read.ok ? 'accepted' : read.refusal
}

test('files, options and their values are told apart in any order', () => {
  const read = readArguments(['measure', '--by', 'country,disposition', 'a.csv', '--as-of=2017-09-30', 'b.csv'])
  expect(read.ok && { files: read.value.files, by: read.value.by, asOf: read.value.asOf }).toEqual({
    files: ['a.csv', 'b.csv'],
    by: ['country', 'disposition'],
    asOf: '2017-09-30',
  })
})

test.each(['gender', 'sex', 'age', 'charge', 'threat-level', 'birth-date'])('nobody is divided by %s', (trait) => {
  expect(refusal('measure', 'a.csv', '--by', trait)).toEqual({ code: 'bad-stratum', value: trait })
})

test.each([
  [['--colour', 'red'], { code: 'unknown-option', value: '--colour' }],
  [['--out'], { code: 'option-without-value', value: '--out' }],
  [['--out', '--by', 'country'], { code: 'option-without-value', value: '--out' }],
  [['--out', 'x.xlsx'], { code: 'bad-output', value: 'x.xlsx' }],
  [['--quarantine', 'x.json'], { code: 'bad-output', value: 'x.json' }],
  [['--as-of', '2017-02-30'], { code: 'bad-date', value: '2017-02-30' }],
  [['--rank-sets', '45'], { code: 'bad-day', value: '45' }],
  [['--seed', '1.5'], { code: 'bad-seed', value: '1.5' }],
])('%j is refused with the word that is wrong', (words, expected) => {
  expect(refusal('measure', 'a.csv', ...words)).toEqual(expected)
})

test('the language is the one asked for, else the system’s, else English', () => {
  expect(chooseLanguage(['measure', '--lang', 'fr'], { LANG: 'en_CA.UTF-8' }).language).toBe('fr')
  expect(chooseLanguage(['measure'], { LANG: 'fr_CA.UTF-8' }).language).toBe('fr')
  expect(chooseLanguage(['measure'], { LC_ALL: '', LANG: 'fr_CA.UTF-8' }).language).toBe('fr')
  expect(chooseLanguage(['measure'], {}).language).toBe('en')
  expect(chooseLanguage(['--lang=de'], {})).toEqual({ language: 'en', wrong: 'de' })
})
