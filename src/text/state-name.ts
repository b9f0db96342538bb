import { countries } from '../reference/countries.ts'
import type { Language } from './language.ts'

const byAlpha2 = new Map(countries.filter(({ standing }) => standing !== 'withdrawn').map((country) => [country.alpha2, country]))

/** The short name of a state that casework keeps under its two letters (ISO 3166-1 alpha-2); a code that we do not know names itself. */
export function stateName(alpha2: string, language: Language): string {
  const country = byAlpha2.get(alpha2)
  if (country === undefined) return alpha2
  return language === 'fr' ? country.french : country.english
}
