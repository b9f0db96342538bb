import { expect, test } from 'vitest'
import { countries, countryName, findCountry } from './countries.ts'

const current = countries.filter((country) => country.standing === 'assigned')

test('there are 249 countries and territories today, each with its own codes and names', () => {
  expect(current).toHaveLength(249)
  for (const field of ['code', 'alpha2', 'numeric', 'english', 'french'] as const) {
    expect(new Set(current.map((country) => country[field])).size, field).toBe(249)
  }
})

test('codes have their shape', () => {
  for (const { code, alpha2, numeric } of countries) {
    expect(code).toMatch(/^[A-Z]{3}$/)
    expect(alpha2).toMatch(/^[A-Z]{2}$/)
    expect(numeric).toMatch(/^(\d{3})?$/)
  }
  expect(new Set(countries.map((country) => country.code)).size).toBe(countries.length)
})

test('Kosovo is marked as no code of ISO', () => {
  expect(findCountry('XKX')?.standing).toBe('user-assigned')
})

test.each([['YUG', 2003], ['SCG', 2006], ['SUN', 1992], ['CSK', 1993], ['ANT', 2010]])('%s was withdrawn in %i and leads to no successor', (code, until) => {
  const country = findCountry(code)
  expect(country?.years?.until).toBe(until)
  expect(country?.renamedTo).toBeUndefined()
})

test('a withdrawn code of a renamed state leads to a code of today', () => {
  const renamed = countries.flatMap((country) => country.renamedTo ?? [])
  expect(renamed).toContain('MMR')
  expect(renamed.map((code) => findCountry(code)?.standing)).toEqual(renamed.map(() => 'assigned'))
})

test('names are the ones used in Canada, with their accents and without articles', () => {
  expect(countryName('KOR', 'en')).toBe('South Korea')
  expect(countryName('KOR', 'fr')).toBe('Corée du Sud')
  expect(countryName('AFG', 'fr')).toBe('Afghanistan')
  expect(countryName('CIV', 'fr')).toBe('Côte d’Ivoire')
  expect(countryName('DOM', 'fr')).toBe('République dominicaine')
  const odd = countries.filter(({ english, french }) => /['*]|\((the|la|le|les|l’) ?\)|\s$|^\s/i.test(`${english}|${french}`))
  expect(odd).toEqual([])
})

test('a code that nobody knows is its own name', () => {
  expect(countryName('QQQ', 'fr')).toBe('QQQ')
})
