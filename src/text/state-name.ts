import { countries } from '../reference/countries.ts'
import type { Language } from './language.ts'

const byAlpha2 = new Map(countries.filter(({ standing }) => standing !== 'withdrawn').map((country) => [country.alpha2, country]))

/** The short name of a state that casework keeps under its two letters (ISO 3166-1 alpha-2); a code that we do not know names itself. */
export function stateName(alpha2: string, language: Language): string {
  const country = byAlpha2.get(alpha2)
  if (country === undefined) return alpha2
  return language === 'fr' ? country.french : country.english
}

/** The English name as it stands in a sentence: “of the United States”, “of Ghana”. At the beginning of one the article is large. */
export function theState(alpha2: string, at: 'within' | 'beginning' = 'within'): string {
  const name = stateName(alpha2, 'en')
  return withArticle.test(name) ? `${at === 'within' ? 'the' : 'The'} ${name}` : name
}

const withArticle = /^(?!South Georgia)(United |Democratic Republic|Republic of|Central African|Dominican Republic|Netherlands$|Philippines$|Bahamas$|Gambia$|Comoros$|Maldives$|Vatican City$|Holy See|Isle of|Falkland|Faroe|Åland|.* (Islands|Territories|Territory)$)/
