import type { Jurisdiction } from '../law/rule.ts'
import { countries } from '../reference/countries.ts'
import { isStatusCode } from '../reference/status-codes.ts'
import type { CaseRefusal } from './refusal.ts'

// A code that was withdrawn names no state that could answer or take anybody; as a place of birth it still says something.
const today = new Set(countries.filter(({ standing }) => standing !== 'withdrawn').map(({ alpha2 }) => alpha2))
const ever = new Set(countries.map(({ alpha2 }) => alpha2))

// People of these places are nationals of the United States (8 USC 1101(a)(22), (36), (38)): it removes none of its own.
const ownPlaces: Readonly<Record<Jurisdiction, readonly string[]>> = { CA: ['CA'], US: ['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI'] }

/** Refuses what is no state of today: an unknown code, a withdrawn one, or a code that stands for a status and not a nationality. */
export function checkCountry(country: string): CaseRefusal | undefined {
  if (isStatusCode(country)) return { code: 'status-code-as-country', country }
  return today.has(country) ? undefined : { code: 'unknown-country', country }
}

/** Refuses what never was a country; a person may be born in one that is gone. */
export function checkCountryOfThePast(country: string): CaseRefusal | undefined {
  if (isStatusCode(country)) return { code: 'status-code-as-country', country }
  return ever.has(country) ? undefined : { code: 'unknown-country', country }
}

/** Refuses a destination that is no state of today, or the authority's own. */
export function checkDestination(country: string, jurisdiction: Jurisdiction): CaseRefusal | undefined {
  return checkCountry(country) ?? (isOwnState(country, jurisdiction) ? { code: 'own-state-as-destination', country } : undefined)
}

/** Is this the authority's own state, or a place whose people are its nationals? */
export function isOwnState(country: string, jurisdiction: Jurisdiction): boolean {
  return ownPlaces[jurisdiction].includes(country)
}
