import { assigned } from './iso-3166.ts'
import { withdrawn } from './withdrawn-codes.ts'

export type Country = {
  /** ISO 3166 alpha-3, in capitals: the code under which Comity keeps a country. */
  readonly code: string
  readonly alpha2: string
  /** Three digits, zero-padded; empty where there is none. */
  readonly numeric: string
  readonly english: string
  readonly french: string
  /** `assigned`: in ISO 3166-1. `user-assigned`: in wide use, not ISO's (Kosovo). `withdrawn`: in ISO 3166-3. */
  readonly standing: 'assigned' | 'user-assigned' | 'withdrawn'
  /** First and last year of a withdrawn code. */
  readonly years?: { readonly from: number; readonly until: number }
  /** The code that the same state bears since it changed its name; absent where the state itself is gone. */
  readonly renamedTo?: string
}

// ISO 3166-1 keeps XAA to XZZ for its users. XKX is what the World Bank and the European institutions write.
const kosovo: Country = { code: 'XKX', alpha2: 'XK', numeric: '', english: 'Kosovo', french: 'Kosovo', standing: 'user-assigned' }

/** All countries and territories that have or had a code: those of today first, in order of code. */
export const countries: readonly Country[] = [
  ...assigned.map(([code, alpha2, numeric, english, french]): Country => ({ code, alpha2, numeric, english, french, standing: 'assigned' })),
  kosovo,
  ...withdrawn.map(([code, alpha2, numeric, english, french, from, until, renamedTo]): Country => ({
    code, alpha2, numeric, english, french, standing: 'withdrawn', years: { from, until }, ...(renamedTo === '' ? {} : { renamedTo }),
  })),
]

const byCode: ReadonlyMap<string, Country> = new Map(countries.map((country) => [country.code, country]))

/** The country with this alpha-3 code, in capitals; withdrawn ones too. */
export function findCountry(code: string): Country | undefined {
  return byCode.get(code)
}

/**
 * The short name used in Canada. A code that we do not know is its own name:
 * a page about a file made by a later edition must not fall over.
 *
 *     countryName('KOR', 'fr') // Corée du Sud
 */
export function countryName(code: string, language: 'en' | 'fr'): string {
  const country = byCode.get(code)
  if (country === undefined) return code
  return language === 'fr' ? country.french : country.english
}
