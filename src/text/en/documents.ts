import type { WriteRefusal } from '../../documents/check-content.ts'
import type { PageRefusal } from '../../documents/travel-document-page.ts'
import type { SignatureRefusal } from '../../documents/seal-signature.ts'
import type { SealRefusal } from '../../documents/seal.ts'
import type { NameRefusal } from '../../documents/transliterate.ts'
import type { Verdict, ZoneFault, ZoneRefusal } from '../../documents/zone.ts'

/** One sentence for each code, with the facts that it carries. */
type Sentences<Refusal extends { readonly code: string }> = { readonly [Code in Refusal['code']]: (facts: FactsOf<Refusal, Code>) => string }
// Several codes may share one list of facts.
type FactsOf<Refusal extends { readonly code: string }, Code extends string> = Refusal extends unknown ? (Code extends Refusal['code'] ? Refusal : never) : never

type Written = Extract<WriteRefusal, { readonly field: string }>['field']

const fields: Readonly<Record<Written, string>> = {
  'document-code': 'document code', 'issuing-state': 'issuing state', nationality: 'nationality', name: 'name', 'document-number': 'document number',
  'optional-data': 'further data', 'more-optional-data': 'second field of further data', 'date-of-birth': 'date of birth', 'date-of-expiry': 'date of expiry',
}

/** What may stand in a field of a zone. */
const expected: Readonly<Record<Written, string>> = {
  'document-code': 'Write one or two characters that this format has for its documents.',
  'issuing-state': 'Write a code of three letters that is in use today.',
  nationality: 'Write a code of three letters that is in use today.',
  name: 'Write the name in the letters A to Z, with at least a family name.',
  'document-number': 'Write letters A to Z and digits; begin and end with one of them.',
  'optional-data': 'Write letters A to Z and digits, and end with one of them.',
  'more-optional-data': 'Write letters A to Z and digits, and end with one of them.',
  'date-of-birth': 'Write a day of the calendar, or year, month and day in two digits each with the unknown ones left out.',
  'date-of-expiry': 'Write a day of the calendar, as year-month-day.',
}

const parts = { 'issuing-state': 'issuing state', signer: 'signer', certificate: 'number of the certificate', 'issued-on': 'day of issue', 'signed-on': 'day of the signature' }

const zone: Sentences<ZoneRefusal> = {
  'foreign-character': ({ line, position, character }) => `Line ${line}, position ${position}: “${character}” cannot stand in a machine-readable zone. Only A to Z, digits and < can; look at the document again.`,
  'no-such-format': ({ lengths }) => `No format has lines of these lengths: ${lengths.length === 0 ? 'none' : lengths.join(', ')}. Write three lines of 30, two of 36 or two of 44 characters, fillers (<) included.`,
  'unknown-document-code': ({ text, lines, length }) => `No document of ${lines} lines of ${length} characters begins with “${text}”. Look at the first two characters again.`,
}

const faults: Readonly<Record<ZoneFault['code'], (facts: ZoneFault) => string>> = {
  'digit-in-name': ({ line, position }) => `Line ${line}, position ${position}: a digit stands in the name. It was probably misread.`,
  'odd-separators': ({ line, position }) => `Line ${line}, position ${position}: the fillers in the name do not part it as the standard does. Which part is the family name is not certain.`,
  'no-name': ({ line }) => `Line ${line}: there is no name.`,
  'no-day': ({ line, position, text }) => `Line ${line}, position ${position}: “${text}” is no day of the calendar.`,
  'no-sex': ({ line, position, text }) => `Line ${line}, position ${position}: “${text}” cannot stand for the sex. The standard has F, M and <.`,
  'unknown-code': ({ line, position, text }) => `Line ${line}, position ${position}: “${text}” is the code of no state, organization or status that Comity knows.`,
  'letter-for-digit': ({ line, position, text }) => `Line ${line}, position ${position}: “${text}” stands where a check digit belongs. It was probably misread.`,
  'filler-before-data': ({ line, position }) => `Line ${line}, position ${position}: the document number begins with a filler (<).`,
}

const verdicts: Readonly<Record<Verdict, string>> = {
  verified: 'The check digit fits.',
  refuted: 'The check digit does not fit: this field, or its digit, was misread, misprinted or altered.',
  'not-printed': 'This field has no check digit here.',
  ambiguous: 'The number can be read in more than one way, and the check digit does not settle which.',
}

const write: Sentences<WriteRefusal> = {
  'cannot-be-written': ({ field }) => `The zone cannot hold this ${fields[field]}. ${expected[field]}`,
  'too-long': ({ field, longest }) => (longest === 0 ? `This format has no place for the ${fields[field]}. Leave it out, or choose another format.` : `The ${fields[field]} is too long: there is room for ${longest} characters. Shorten it, or choose another format.`),
  'name-cannot-be-cut': () => 'The name has too many parts to be shortened by the rules of the standard. Choose a format with a longer line.',
  'could-be-read-otherwise': () => 'A reader could take the further data for the end of the document number. Change or leave out the further data.',
  'specimen-only': () => 'The code PU of a single-sheet travel document is written on specimens only, with Utopia as state and SPECIMEN as the name.',
}

const name: Sentences<NameRefusal> = {
  'digit-in-name': ({ character, text }) => `“${text}” has the digit “${character}”. A name in a zone has letters only: write the digit as it is said, or leave it out.`,
  'letter-not-in-table': ({ character, text }) => `For “${character}” in “${text}” the standard has no spelling in A to Z. Write the name in A to Z as the person’s own document does.`,
  'language-needed': ({ character, text }) => `“${character}” in “${text}” is spelled differently from language to language. Say which language the name is in.`,
  'doubling-unclear': ({ text }) => `In “${text}” a letter is doubled that the standard spells in two ways. Write the name in A to Z as the person’s own document does.`,
  'nothing-left': ({ text }) => (text.trim() === '' ? 'There is no name. Write at least a family name.' : `Of “${text}” no letter is left. Write the name with at least one letter.`),
}

const seal: Sentences<SealRefusal> = {
  'no-seal': () => 'This is no visible digital seal. Look whether the right barcode was read.',
  'unknown-version': ({ byte }) => `This seal is of a version that Comity does not read (byte ${byte}). It reads versions 3 and 4.`,
  'bad-header': ({ part }) => `The seal’s header is damaged or was not written by the standard: ${parts[part]}.`,
  'cut-short': () => 'The seal breaks off. Read the whole barcode again.',
  'bad-length': ({ at }) => `At byte ${at} the seal gives a length that cannot be. Read the barcode again; if it stays so, the seal was not written by the standard.`,
  'tag-twice': ({ tag }) => `The seal has feature ${tag} twice, so that it is not certain which holds. Do not rely on it.`,
  'no-signature': () => 'The seal has no signature. Nothing in it is vouched for.',
  'bytes-after-signature': ({ at }) => `After the signature, from byte ${at} on, the seal holds more that nobody signed. Do not rely on it.`,
  'bad-zone': () => 'The seal of an emergency travel document must repeat both lines of the zone, and this one does not.',
}

const signature: Sentences<SignatureRefusal> = {
  'no-certificate': () => 'This is no certificate (X.509, as PEM or DER). Take the one of the signer.',
  'other-signer': ({ named, certificate }) => `The seal names another certificate (${named}) than this one (${certificate}). Take the one that it names.`,
  'unknown-key': ({ curve }) => `The certificate’s key is of a kind that seals do not use: ${curve === '' ? 'not said' : curve}.`,
}

/** What the zone, the names, the seal and the page of a travel document refuse, and what to do; what a zone that was read shows. */
export const documents = {
  fields, zone, faults, verdicts, write, name, seal, signature,
  page: {
    ...write, ...name,
    'no-day': ({ text }) => `“${text}” is no day of the calendar. Write it as year-month-day.`,
    'bad-signature': ({ length }) => `The key gave a signature of ${length} bytes, which no seal can hold. Use a key of 224 to 512 bits on an elliptic curve.`,
    'valid-before-issue': () => 'The document would end before it is issued. Give a later last day of validity.',
  } satisfies Sentences<PageRefusal>,
}
