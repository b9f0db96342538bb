import { countriesWork as english } from '../../text/en/countries-work.ts'
import { countriesWork as french } from '../../text/fr/countries-work.ts'

/** What the pages on countries, measures and commitments say, in both languages. */
export const countryWords = { en: english, fr: french }
