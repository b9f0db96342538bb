import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkOutbound, type AgreedExtras } from './check-outbound.ts'
import type { Identity } from './identity.ts'
import { nationalityBases } from './lists.ts'
import { isIssuedByAsked } from './outbound-documents.ts'
import { writeMessage, type OtherName, type OutboundExtras, type OutboundRequest, type OutwardBasis } from './outbound-message.ts'
import type { OutboundRefusal } from './outbound-refusal.ts'
import type { OutboundSource, RecordedNationality } from './outbound-source.ts'

/**
 * Builds the request that a home state receives, as bytes. The same permitted values give the same bytes, and nothing else has any
 * influence on them: `npm run prove:leaks` tries. Refuses whatever it is not sure of.
 */
export function buildOutboundRequest(source: OutboundSource): Result<{ readonly message: OutboundRequest; readonly content: string }, OutboundRefusal> {
  const checked = checkOutbound(source)
  if (!checked.ok) return refuse(checked.refusal)
  const message = requestOf(source, checked.value)
  return accept({ message, content: writeMessage(message) })
}

function requestOf({ identity, nationalities, request, files = [] }: OutboundSource, extras: AgreedExtras): OutboundRequest {
  const { requestId, destination, documentType } = request
  return {
    format: 'comity-request/1',
    request: requestId,
    to: destination,
    document: documentType,
    familyName: identity.familyName === '' ? null : identity.familyName,
    givenNames: identity.givenNames === '' ? null : identity.givenNames,
    bornOn: identity.bornOn ?? null,
    bornIn: identity.bornIn ?? null,
    bornInCountry: identity.bornInCountry ?? null,
    sex: identity.sex === 'unspecified' ? null : identity.sex,
    nationality: { claimed: destination, bases: basesOf(nationalities, destination) },
    photograph: identity.photograph ?? null,
    identityDocuments: documentsOf(identity, destination),
    required: extrasOf(extras),
    files: files.map(({ digest, format }) => ({ file: digest, format })).sort((one, other) => compare(one.file, other.file)),
  }
}

// In the order of the list and each once: the order in which they were recorded is nobody's business outside.
function basesOf(nationalities: readonly RecordedNationality[], country: string): readonly OutwardBasis[] {
  const recorded = nationalities.filter((one) => one.country === country).map((one) => one.basis)
  const told = nationalityBases.filter((basis) => basis !== 'earlier-decision' && recorded.includes(basis)) as readonly OutwardBasis[]
  return told.length > 0 ? told : ['on-record']
}

function documentsOf({ identityDocuments }: Identity, country: string): OutboundRequest['identityDocuments'] {
  return identityDocuments
    .filter((one) => isIssuedByAsked(one, country))
    .map(({ documentType, number, copy }) => ({ documentType, number, copy }))
    .sort((one, other) => compare(one.documentType, other.documentType) || compare(one.number, other.number) || Number(one.copy) - Number(other.copy))
}

function extrasOf({ otherNames, height, fingerprints, visa }: AgreedExtras): OutboundExtras {
  return {
    otherNames: otherNames ? { ...otherNames, value: otherNames.value.map(({ familyName, givenNames }) => ({ familyName, givenNames })).sort(byName) } : null,
    height: height ?? null,
    fingerprints: fingerprints ?? null,
    visa: visa ? { ...visa, value: { number: visa.value.number, validFrom: visa.value.validFrom, validUntil: visa.value.validUntil } } : null,
  }
}

function byName(one: OtherName, other: OtherName): number {
  return compare(one.familyName, other.familyName) || compare(one.givenNames, other.givenNames)
}

// By code units, not by a locale: the same on every machine.
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
