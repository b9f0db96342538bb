import type { CaseState } from '../../casework/case-state.ts'
import type { Identity } from '../../casework/identity.ts'
import { transliterate, type NameRefusal } from '../../documents/transliterate.ts'
import { writeZone, type ZoneContent } from '../../documents/write-zone.ts'
import type { WriteRefusal } from '../../documents/check-content.ts'
import type { PartialDate } from '../../documents/zone.ts'
import { dayNumber, findDay, type PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { canonicalJson } from '../../law/canonical.ts'
import { countries } from '../../reference/countries.ts'
import { icaoCodes } from '../../reference/icao-codes.ts'
import type { LayoutPackage } from './layout-package.ts'

/** What an officer says of the document; all else comes from the case and from the layout. */
export type DocumentWishes = { readonly destination: string; readonly validUntil: string; readonly distinguishingMarks: string; readonly addressAtDestination: string }

/** Everything that will stand on the document but its number and its day of issue: what two people agree to. */
export type DocumentDraft = Readonly<Record<
  'kind' | 'destination' | 'issuingState' | 'authority' | 'placeOfIssue' | 'legalBasis' | 'layout' | 'signer' | 'familyName' | 'givenNames' | 'zoneFamilyName' | 'zoneGivenNames' | 'bornOn' | 'sex' | 'nationality'
  | 'distinguishingMarks' | 'addressAtDestination' | 'validUntil', string>>

/** The draft, with its digest in it: the act of a proposal. */
export type DocumentAct = DocumentDraft & { readonly draft: string }

export type DraftRefusal =
  | { readonly code: 'no-nationality'; readonly country: string }
  | { readonly code: 'valid-too-long'; readonly days: number }
  | { readonly code: 'valid-in-the-past' | 'no-valid-until' }
  | { readonly code: 'text-not-printable'; readonly field: 'distinguishingMarks' | 'addressAtDestination' }
  | { readonly code: 'name-not-written'; readonly why: NameRefusal }
  | { readonly code: 'zone-not-written'; readonly why: WriteRefusal }

const longestText = 80

/** Drafts a document out of a case and a layout. The same case, layout and wishes give the same draft. */
export function draftDocument({ identity, nationalities }: Pick<CaseState, 'identity' | 'nationalities'>, layout: LayoutPackage, wishes: DocumentWishes, today: PlainDate): Result<DocumentAct, DraftRefusal> {
  const { destination, validUntil, distinguishingMarks, addressAtDestination } = wishes
  const nationality = nationalities.some(({ country, withdrawnOn }) => country === destination && withdrawnOn === undefined) ? zoneCodeOf(destination) : undefined
  if (nationality === undefined) return refuse({ code: 'no-nationality', country: destination })
  if (findDay(validUntil) === undefined) return refuse({ code: 'no-valid-until' })
  if (validUntil < today) return refuse({ code: 'valid-in-the-past' })
  if (dayNumber(validUntil as PlainDate) - dayNumber(today) > layout.longestValidityDays) return refuse({ code: 'valid-too-long', days: layout.longestValidityDays })
  for (const field of ['distinguishingMarks', 'addressAtDestination'] as const) if (wishes[field].length > longestText || /\p{Cc}/u.test(wishes[field])) return refuse({ code: 'text-not-printable', field })
  const name = spellNames(identity)
  if (!name.ok) return name
  const { citation, suppliedBy, approvedOn } = layout.legalBasis
  const draft: DocumentDraft = {
    kind: 'issue-travel-document', destination, issuingState: layout.issuingState, authority: layout.authority, placeOfIssue: layout.placeOfIssue, legalBasis: `${citation} (${suppliedBy}, ${approvedOn})`,
    layout: layout.digest, signer: layout.signerDigest, familyName: identity.familyName, givenNames: identity.givenNames, zoneFamilyName: name.value.family.join(' '), zoneGivenNames: name.value.given.join(' '),
    bornOn: identity.bornOn ?? '', sex: identity.sex, nationality, distinguishingMarks, addressAtDestination, validUntil,
  }
  // Whether the zone can hold it is found out before anybody is asked to agree.
  const zone = linesOfDraft(draft, 'AA000001')
  return zone.ok ? accept({ ...draft, draft: sha256(canonicalJson(draft)) }) : zone
}

/** The lines that the zone of a draft would have under a number, if it were a card: whether they can be written. A document's are made by `issue-travel-document.ts` alone. */
export function linesOfDraft(draft: DocumentDraft, documentNumber: string): Result<readonly [string, string], DraftRefusal> {
  const written = writeZone({
    format: 'TD2', documentCode: 'I', issuingState: draft.issuingState, nationality: draft.nationality, documentNumber,
    name: { primary: draft.zoneFamilyName.split(' '), secondary: draft.zoneGivenNames === '' ? [] : draft.zoneGivenNames.split(' ') },
    dateOfBirth: birthOf(draft.bornOn), sex: draft.sex as ZoneContent['sex'], dateOfExpiry: draft.validUntil as PlainDate,
  })
  if (!written.ok) return refuse({ code: 'zone-not-written', why: written.refusal })
  const [first = '', second = ''] = written.value.lines
  return accept([first, second])
}

function spellNames({ familyName, givenNames }: Identity): Result<{ readonly family: readonly string[]; readonly given: readonly string[] }, DraftRefusal> {
  // Who has one name only has it as the first of the two in the zone (part 3, 4.6).
  const [primary, secondary] = familyName.trim() === '' ? [givenNames, ''] : [familyName, givenNames]
  const family = transliterate(primary)
  if (!family.ok) return refuse({ code: 'name-not-written', why: family.refusal })
  if (secondary.trim() === '') return accept({ family: family.value, given: [] })
  const given = transliterate(secondary)
  return given.ok ? accept({ family: family.value, given: given.value }) : refuse({ code: 'name-not-written', why: given.refusal })
}

function birthOf(bornOn: string): PlainDate | PartialDate {
  if (findDay(bornOn) !== undefined) return bornOn as PlainDate
  const [year, month] = bornOn.split('-')
  return { ...(year ? { year: year.slice(2) } : {}), ...(month ? { month } : {}) }
}

// Casework keeps two letters; zones have three, or their own.
function zoneCodeOf(alpha2: string): string | undefined {
  const country = countries.find((one) => one.alpha2 === alpha2 && one.standing !== 'withdrawn')
  return country && (icaoCodes.find(([, standsFor, code]) => standsFor === 'country' && code === country.code)?.[0] ?? country.code)
}
