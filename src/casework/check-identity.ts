import { findDay, type PlainDate } from '../kernel/day.ts'
import { checkCountryOfThePast } from './check-country.ts'
import { checkFilled, checkListed, firstOf } from './check-value.ts'
import type { Identity } from './identity.ts'
import type { CaseRefusal } from './refusal.ts'

const sexes = ['female', 'male', 'unspecified']
const documentTypes = ['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence']

/** Refuses an identity that no travel document could be asked for. Some people have one name only: one of the two is enough. */
export function checkIdentity({ familyName, givenNames, bornOn, bornInCountry, sex, photograph, identityDocuments }: Identity, today: PlainDate): CaseRefusal | undefined {
  return firstOf(
    checkFilled('familyName', familyName + givenNames),
    bornOn === undefined ? undefined : checkBirth(bornOn, today),
    bornInCountry === undefined ? undefined : checkCountryOfThePast(bornInCountry),
    checkListed('sex', sex, sexes),
    photograph === undefined || /^[0-9a-f]{64}$/.test(photograph) ? undefined : { code: 'not-in-list', field: 'photograph', value: photograph },
    ...identityDocuments.flatMap(({ documentType, number, country }) => [checkListed('documentType', documentType, documentTypes), checkFilled('number', number), checkCountryOfThePast(country)]),
  )
}

// What is not known of the day of birth is left out, never filled with a first of January.
function checkBirth(bornOn: string, today: PlainDate): CaseRefusal | undefined {
  const impossible = { code: 'impossible-day', field: 'bornOn', value: bornOn } as const
  if (!/^\d{4}(-\d{2}){0,2}$/.test(bornOn)) return impossible
  const day = findDay(`${bornOn}${'-01'.repeat((10 - bornOn.length) / 3)}`)
  if (day === undefined) return impossible
  return day > today ? { code: 'day-in-future', field: 'bornOn', day, today } : undefined
}
