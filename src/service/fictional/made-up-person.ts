import type { Identity } from '../../casework/identity.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import type { Random } from '../../kernel/random.ts'
import { between, happens } from './chance.ts'
import { assumed } from './published-volumes.ts'

// Nobody is called like this. Letters only, because a name on a request may hold no digits.
const familyNames = ['Fictional', 'Fictive', 'Sample', 'Exemple', 'Specimen', 'Inventé']
const spelling = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel', 'India', 'Juliett', 'Kilo', 'Lima', 'Mike', 'November', 'Oscar', 'Papa', 'Quebec', 'Romeo', 'Sierra', 'Tango', 'Uniform', 'Victor', 'Whiskey', 'Xray', 'Yankee', 'Zulu']

/** The identity of nobody: plainly made up, and another one for each number. */
export function madeUpPerson(number: number, country: string, openedOn: PlainDate, random: Random): Identity {
  const minor = happens(random, assumed.minors)
  const bornOn = dayFromNumber(dayNumber(openedOn) - (minor ? between(random, 2000, 6000) : between(random, 7000, 22_000)))
  return {
    familyName: familyNames[number % familyNames.length] ?? '',
    givenNames: givenNames(number),
    // Of some people only the year, or the month, is known.
    bornOn: happens(random, 0.06) ? bornOn.slice(0, happens(random, 0.5) ? 4 : 7) : bornOn,
    bornIn: 'Exampletown',
    bornInCountry: country,
    sex: happens(random, 0.25) ? 'female' : 'male',
    photograph: sha256(`no photograph ${number}`),
    identityDocuments: happens(random, 0.4) ? [{ documentType: happens(random, 0.5) ? 'passport' : 'identity-card', number: `X${String(number).padStart(8, '0')}`, country, copy: true }] : [],
  }
}

/** A number spelled out: 0 Alpha, 25 Zulu, 26 Bravo Alpha. */
export function givenNames(number: number): string {
  const word = spelling[number % spelling.length] ?? ''
  return number < spelling.length ? word : `${givenNames(Math.floor(number / spelling.length))} ${word}`
}
