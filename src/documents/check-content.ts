import { findDay } from '../kernel/day.ts'
import { canBe } from './read-zone-date.ts'
import { readZoneCode } from './read-zone-code.ts'
import type { ZoneContent } from './write-zone.ts'
import { placeLength, type ZoneLayout } from './zone-layout.ts'

type TextField = 'document-code' | 'issuing-state' | 'nationality' | 'name' | 'document-number' | 'optional-data' | 'more-optional-data' | 'date-of-birth' | 'date-of-expiry'

export type WriteRefusal =
  | { readonly code: 'cannot-be-written'; readonly field: TextField; readonly text: string }
  | { readonly code: 'too-long'; readonly field: TextField; readonly longest: number }
  | { readonly code: 'name-cannot-be-cut' }
  /** Further data that could be taken for the end of a long number. */
  | { readonly code: 'could-be-read-otherwise'; readonly field: 'document-number' }
  /** The code of a single-sheet travel document stands on Utopia's specimen only. */
  | { readonly code: 'specimen-only' }

/** Refuses what no zone of this format can hold, or nobody could read back. */
export function checkContent(content: ZoneContent, layout: ZoneLayout): WriteRefusal | undefined {
  const { documentCode, issuingState, nationality, documentNumber, optionalData = '', moreOptionalData = '' } = content
  const cannot = (bad: boolean, field: TextField, text: string): WriteRefusal[] => (bad ? [{ code: 'cannot-be-written', field, text }] : [])
  const longestMore = layout.moreOptionalData === undefined ? 0 : placeLength(layout.moreOptionalData)
  const [first] = [
    ...cannot(!isDocumentCode(documentCode, layout), 'document-code', documentCode),
    ...cannot(!isCode(issuingState), 'issuing-state', issuingState),
    ...cannot(!isCode(nationality), 'nationality', nationality),
    ...cannot(!isName(content), 'name', [...content.name.primary, '', ...content.name.secondary].join(' ')),
    ...cannot(!isNumber(documentNumber), 'document-number', documentNumber),
    ...cannot(!isData(optionalData), 'optional-data', optionalData),
    ...cannot(!isData(moreOptionalData), 'more-optional-data', moreOptionalData),
    ...(moreOptionalData.length > longestMore ? [{ code: 'too-long', field: 'more-optional-data', longest: longestMore } as const] : []),
    ...cannot(!isBirth(content.dateOfBirth), 'date-of-birth', JSON.stringify(content.dateOfBirth)),
    ...cannot(findDay(content.dateOfExpiry) === undefined, 'date-of-expiry', content.dateOfExpiry),
    ...(isSpecimenOnly(content) ? [{ code: 'specimen-only' } as const] : []),
  ]
  return first
}

// Part 5, 4.2.2.3 note k, and the same in part 6: no V in the second place, no AI on a TD1, AC only for crews, who have a TD1.
// On a TD2 no P but that of the single sheet, PU (part 8): others are read, and not written.
function isDocumentCode(code: string, { begins, format }: ZoneLayout): boolean {
  if (!/^[A-Z][A-Z0-9]?$/.test(code) || !begins.includes(code.slice(0, 1))) return false
  if (format === 'TD1') return code[1] !== 'V' && code !== 'AI'
  return format !== 'TD2' || (code[1] !== 'V' && code !== 'AC' && (code === 'PU' || !code.startsWith('P')))
}

function isCode(code: string): boolean {
  const reading = readZoneCode(code)
  return /^[A-Z]{1,3}$/.test(code) && reading.kind !== 'unknown' && !(reading.kind === 'country' && reading.standing === 'withdrawn')
}

function isName({ name }: ZoneContent): boolean {
  return name.primary.length > 0 && [...name.primary, ...name.secondary].every((component) => /^[A-Z]+$/.test(component))
}

// Spaces and marks within the first nine places are printed as fillers. In what goes on after them a filler would be the end.
function isNumber(number: string): boolean {
  return /^[0-9A-Z]([0-9A-Z<]{0,7}[0-9A-Z])?[0-9A-Z]*$/.test(number)
}

function isData(text: string): boolean {
  return text === '' || /^[0-9A-Z<]*[0-9A-Z]$/.test(text)
}

function isBirth(date: ZoneContent['dateOfBirth']): boolean {
  if (typeof date === 'string') return findDay(date) !== undefined
  const parts = [date.year, date.month, date.day]
  return parts.every((part) => part === undefined || /^\d\d$/.test(part)) && parts.includes(undefined) && canBe(date)
}

// Part 8, 4.1.5: PU is the code of a single-sheet emergency travel document.
function isSpecimenOnly({ documentCode, issuingState, nationality, name }: ZoneContent): boolean {
  return documentCode === 'PU' && !(issuingState === 'UTO' && nationality === 'UTO' && name.primary[0] === 'SPECIMEN')
}
