import { countries } from '../reference/countries.ts'
import type { IdentityDocument } from './identity.ts'

/**
 * Was this document issued by the state that is asked, under today's code or the one it had before it changed its name?
 *
 * Only these leave. What another state gave the person is not this state's business, and a passport or card of a state whose
 * national the person is not may well be a Convention travel document.
 */
export function isIssuedByAsked({ country }: Pick<IdentityDocument, 'country'>, asked: string): boolean {
  return country === asked || codesOfAsked(asked).has(country)
}

const none: ReadonlySet<string> = new Set()
const renamed = renamedCodes()

function codesOfAsked(asked: string): ReadonlySet<string> {
  return renamed.get(asked) ?? none
}

// Some codes were given again to another state: such a one is no earlier name of anybody.
function renamedCodes(): ReadonlyMap<string, ReadonlySet<string>> {
  const alpha2 = new Map(countries.filter(({ standing }) => standing !== 'withdrawn').map((country) => [country.code, country.alpha2]))
  const inUse = new Set(alpha2.values())
  const found = new Map<string, ReadonlySet<string>>()
  for (const country of countries) {
    const now = country.renamedTo === undefined ? undefined : alpha2.get(country.renamedTo)
    if (now !== undefined && !inUse.has(country.alpha2)) found.set(now, new Set([...(found.get(now) ?? none), country.alpha2]))
  }
  return found
}
