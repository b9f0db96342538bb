import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { countries } from '../reference/countries.ts'
import { isStatusCode } from '../reference/status-codes.ts'
import { agreementsInForce, type AgreedDatum } from './agreement.ts'
import type { Identity } from './identity.ts'
import { documentTypes, nationalityBases } from './lists.ts'
import { isPartOfDay, mayBeMinor } from './minority.ts'
import type { Agreed, OtherName, OutboundVisa } from './outbound-message.ts'
import type { OutboundRefusal } from './outbound-refusal.ts'
import type { OutboundSource, SuppliedExtras } from './outbound-source.ts'
import { faultInName, isDigest, isDocumentNumber, isOpaqueId, mostInName } from './outbound-text.ts'
import { tellsOfClaim } from './packet-words.ts'

/** What the agreement requires and was supplied, each with its article. */
export type AgreedExtras = {
  readonly otherNames?: Agreed<readonly OtherName[]>
  readonly height?: Agreed<number>
  readonly fingerprints?: Agreed<string>
  readonly visa?: Agreed<OutboundVisa>
}

type Check = OutboundRefusal | undefined

const identityDocumentTypes: readonly string[] = ['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence']
export const mostDocuments = 8
export const mostOtherNames = 3
export const mostFiles = 8

// Every key that may be there; a value that came from outside the types may hold others.
const keys = {
  source: ['identity', 'nationalities', 'request', 'agreements', 'extras', 'authorities', 'files', 'today'],
  identity: ['familyName', 'givenNames', 'bornOn', 'bornIn', 'bornInCountry', 'sex', 'photograph', 'identityDocuments'],
  identityDocument: ['documentType', 'number', 'country', 'copy'],
  nationality: ['country', 'basis', 'on'],
  request: ['requestId', 'destination', 'consulate', 'documentType', 'agreement'],
  extras: ['otherNames', 'height', 'fingerprints', 'visa'],
  otherName: ['familyName', 'givenNames'],
  visa: ['number', 'validFrom', 'validUntil'],
  file: ['digest', 'format', 'bytes'],
} as const

/** Refuses everything that is not certainly fit to leave; otherwise the extras with the articles that require them. */
export function checkOutbound(source: OutboundSource): Result<AgreedExtras, OutboundRefusal> {
  const refusal = checkKeys(source) ?? checkRequest(source) ?? checkIdentity(source.identity) ?? checkNationality(source) ?? checkChild(source) ?? checkExtras(source) ?? checkFiles(source)
  return refusal ? refuse(refusal) : agreeOnExtras(source)
}

function checkKeys({ identity, nationalities, request, extras, ...rest }: OutboundSource): Check {
  return first([
    unknownKey({ ...rest, identity, nationalities, request, extras }, keys.source, ''),
    unknownKey(identity, keys.identity, 'identity'),
    ...identity.identityDocuments.map((one) => unknownKey(one, keys.identityDocument, 'identityDocuments')),
    ...nationalities.map((one) => unknownKey(one, keys.nationality, 'nationalities')),
    unknownKey(request, keys.request, 'request'),
    unknownKey(extras, keys.extras, 'extras'),
    ...(extras.otherNames ?? []).map((one) => unknownKey(one, keys.otherName, 'otherNames')),
    extras.visa && unknownKey(extras.visa, keys.visa, 'visa'),
    ...(rest.files ?? []).map((one) => unknownKey(one, keys.file, 'files')),
  ])
}

function unknownKey(value: object, known: readonly string[], where: string): Check {
  const key = Object.keys(value).find((one) => !known.includes(one))
  return key === undefined ? undefined : { code: 'unknown-field', field: where === '' ? key : `${where}.${key}` }
}

function checkRequest({ request: { requestId, destination, documentType } }: OutboundSource): Check {
  if (!isOpaqueId(requestId)) return { code: 'id-not-opaque' }
  return checkCountry('destination', destination, today) ?? (documentTypes.includes(documentType) ? undefined : { code: 'document-not-allowed', documentType })
}

function checkIdentity({ familyName, givenNames, bornOn, bornIn, bornInCountry, sex, photograph, identityDocuments }: Identity): Check {
  if (familyName === '' && givenNames === '') return { code: 'name-missing' }
  return first([
    checkName('familyName', familyName), checkName('givenNames', givenNames), checkName('bornIn', bornIn ?? ''),
    bornOn === undefined || isPartOfDay(bornOn) ? undefined : { code: 'impossible-day', field: 'bornOn', value: bornOn },
    bornInCountry === undefined ? undefined : checkCountry('bornInCountry', bornInCountry, ever),
    ['female', 'male', 'unspecified'].includes(sex) ? undefined : { code: 'not-in-list', field: 'sex', value: sex },
    photograph === undefined || isDigest(photograph) ? undefined : { code: 'number-not-allowed', field: 'photograph' },
    identityDocuments.length > mostDocuments ? { code: 'too-many', field: 'identityDocuments', most: mostDocuments } : undefined,
    ...identityDocuments.map(checkDocument),
  ])
}

// Every document is judged, those too that will not leave: one that should not be there says that the list is not what it claims to be.
function checkDocument({ documentType, number, country, copy }: Identity['identityDocuments'][number]): Check {
  if (!identityDocumentTypes.includes(documentType)) return { code: 'document-not-allowed', documentType }
  if (!isDocumentNumber(number)) return { code: 'number-not-allowed', field: 'identityDocuments.number' }
  return checkCountry('identityDocuments.country', country, ever) ?? (typeof copy === 'boolean' ? undefined : { code: 'not-in-list', field: 'copy', value: String(copy) })
}

function checkName(field: string, text: string): Check {
  if (text === '') return undefined
  const fault = faultInName(text)
  if (fault === 'text-too-long') return { code: fault, field, most: mostInName }
  if (fault) return { code: fault, field }
  return tellsOfClaim(text) ? { code: 'text-tells-of-claim', field } : undefined
}

function checkNationality({ nationalities, request: { destination } }: OutboundSource): Check {
  const claims = nationalities.filter(({ country }) => country === destination)
  return first([
    ...nationalities.map(({ country }) => checkCountry('nationalities', country, today)),
    ...claims.map(({ basis }): Check => (nationalityBases.includes(basis) ? undefined : { code: 'not-in-list', field: 'basis', value: basis })),
    claims.length > 0 ? undefined : { code: 'nationality-not-recorded', country: destination },
  ])
}

function checkChild({ identity: { bornOn }, authorities, today: day }: OutboundSource): Check {
  return !mayBeMinor(bornOn, day) || authorities.includes('child') ? undefined : { code: 'authority-missing', for: 'child' }
}

function checkExtras({ extras: { otherNames = [], height, fingerprints, visa }, authorities }: OutboundSource): Check {
  return first([
    otherNames.length > mostOtherNames ? { code: 'too-many', field: 'otherNames', most: mostOtherNames } : undefined,
    ...otherNames.flatMap(({ familyName, givenNames }) => [familyName + givenNames === '' ? { code: 'name-missing' } as const : undefined, checkName('otherNames', familyName), checkName('otherNames', givenNames)]),
    height === undefined || (Number.isInteger(height) && height >= 30 && height <= 272) ? undefined : { code: 'number-not-allowed', field: 'height' },
    fingerprints === undefined || isDigest(fingerprints) ? undefined : { code: 'number-not-allowed', field: 'fingerprints' },
    visa && checkVisa(visa),
    fingerprints === undefined || authorities.includes('fingerprints') ? undefined : { code: 'authority-missing', for: 'fingerprints' },
    visa === undefined || authorities.includes('visa') ? undefined : { code: 'authority-missing', for: 'visa' },
  ])
}

// A request that names a photograph and brings files brings that photograph.
function checkFiles({ files = [], identity: { photograph } }: OutboundSource): Check {
  return first([
    files.length > mostFiles ? { code: 'too-many', field: 'files', most: mostFiles } : undefined,
    ...files.map(({ digest, format }): Check => (isDigest(digest) && ['jpeg', 'png', 'pdf'].includes(format) ? undefined : { code: 'number-not-allowed', field: 'files' })),
    files.length === 0 || photograph === undefined || files.some(({ digest }) => digest === photograph) ? undefined : { code: 'file-not-checked', field: 'photograph' },
  ])
}

function checkVisa({ number, validFrom, validUntil }: OutboundVisa): Check {
  const impossible = ([['validFrom', validFrom], ['validUntil', validUntil]] as const).find(([, value]) => findDay(value) === undefined)
  if (impossible) return { code: 'impossible-day', field: `visa.${impossible[0]}`, value: impossible[1] }
  return isDocumentNumber(number) ? undefined : { code: 'number-not-allowed', field: 'visa.number' }
}

/** Puts the article beside each thing that was supplied. What no verified article in force requires is refused, not left out. */
function agreeOnExtras(source: OutboundSource): Result<AgreedExtras, OutboundRefusal> {
  const { extras } = source
  const agreed: { -readonly [Datum in keyof AgreedExtras]: AgreedExtras[Datum] } = {}
  for (const [key, datum] of extraData) {
    if (extras[key] === undefined) continue
    const article = findArticle(datum, source)
    if (!article.ok) return article
    Object.assign(agreed, { [key]: { ...article.value, value: extras[key] } })
  }
  return accept(agreed)
}

const extraData = [['otherNames', 'other-names'], ['height', 'height'], ['fingerprints', 'fingerprints'], ['visa', 'visa']] as const satisfies readonly (readonly [keyof SuppliedExtras, AgreedDatum['datum']])[]

function findArticle(datum: AgreedDatum['datum'], { request, agreements, today: day }: OutboundSource): Result<{ readonly agreement: string; readonly article: string }, OutboundRefusal> {
  const [inForce, another] = agreementsInForce(agreements, request.destination, day).filter(({ code }) => code === request.agreement)
  if (!inForce || another) return refuse({ code: 'agreement-not-in-force', agreement: request.agreement ?? '', day })
  const required = inForce.requires?.find((one) => one.datum === datum)
  if (!required) return refuse({ code: 'not-required', datum })
  if (required.text !== 'verified' || inForce.text !== 'verified') return refuse({ code: 'requirement-not-verified', datum })
  if (!isCitation(inForce.code) || !isCitation(required.article)) return refuse({ code: 'text-not-allowed', field: 'agreement' })
  return accept({ agreement: inForce.code, article: required.article })
}

/** Is this short enough to name an article and too short to tell a story? */
function isCitation(text: string): boolean {
  return /^[A-Za-z0-9]+(?:[ .()/-]{1,2}[A-Za-z0-9]+)*[.)]?$/.test(text) && text.length <= 40 && !tellsOfClaim(text)
}

const today: ReadonlySet<string> = new Set(countries.filter(({ standing }) => standing !== 'withdrawn').map(({ alpha2 }) => alpha2))
const ever: ReadonlySet<string> = new Set(countries.map(({ alpha2 }) => alpha2))

function checkCountry(field: string, country: string, known: ReadonlySet<string>): Check {
  if (isStatusCode(country)) return { code: 'status-code', field, country }
  return known.has(country) ? undefined : { code: 'unknown-country', field, country }
}

function first(checks: readonly Check[]): Check {
  return checks.find((check) => check !== undefined)
}
