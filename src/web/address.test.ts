import { expect, test } from 'vitest'
import { hrefTo, otherLanguageOf, preferredLanguage, readAddress } from './address.ts'

test.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['en;q=0.3, fr;q=0.7', 'fr'],
  ['de, fr;q=0.1', 'fr'],
  ['FR', 'fr'],
  ['fr;q=0, de', 'en'],
  ['frisian', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [';;;,q=,=', 'en'],
  [undefined, 'en'],
] as const)('a browser that accepts %s is answered in %s', (accepted, language) => {
  expect(preferredLanguage(accepted)).toBe(language)
})

test('an address without a language of ours is none of a page', () => {
  for (const url of ['/', '/de/compare', '/english', '//en', '/xfr/']) expect(readAddress(url)).toBeUndefined()
  expect(readAddress('/fr/countries/GIN?day=180')).toEqual({ language: 'fr', path: '/countries/GIN', search: '?day=180' })
  expect(readAddress('/en')).toEqual({ language: 'en', path: '', search: '' })
})

test('the other language is the same place, whatever the query holds', () => {
  expect(otherLanguageOf({ language: 'en', path: '/compare', search: '?day=180&x=%22' })).toBe('/fr/compare?day=180&x=%22')
})

test('a wish that is empty leaves no trace in an address', () => {
  expect(hrefTo('en', '/compare', { source: 'a b', day: null, period: '', measure: 'x&y' })).toBe('/en/compare?source=a+b&measure=x%26y')
  expect(hrefTo('fr', '')).toBe('/fr')
})
