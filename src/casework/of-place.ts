import type { FactRecord } from './fact-record.ts'

/**
 * The part of the destination that is asked about; nothing, where nobody said which. `partly`: instruments name parts of that country,
 * so that what was recorded of the country as a whole does not say of which part. `named`: the places that instruments name there; a
 * name that is not among them may be another name of the place asked about.
 */
export type PlaceAsked = { readonly name: string | undefined; readonly partly: boolean; readonly named?: readonly string[] }

/**
 * Is this record about the place that is asked about? Where nobody said which, each place may be it: a yes for one does not count, the
 * rest does. Nor does it matter to a `no` by which name the place was called, where nobody knows a place of that name.
 */
export function speaksOfPlace({ place, value }: FactRecord, { name, named }: PlaceAsked): boolean {
  if (place === undefined) return false
  if (value !== 'yes' && named !== undefined && !named.some((known) => isSamePlace(known, place))) return true
  return name === undefined ? value !== 'yes' : isSamePlace(place, name)
}

/** Of a record without a place: is it a yes about the country as a whole, where it matters which part is meant? */
export function isTooWide({ value }: FactRecord, asked: PlaceAsked | undefined): boolean {
  return asked !== undefined && asked.partly && value === 'yes'
}

/** Capitals, accents, blanks and hyphens make no other place. Another spelling is another place: it opens nothing. */
export function isSamePlace(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

// Only the accents of Latin, Greek and Cyrillic letters go: in other scripts a mark is a vowel, and makes another name.
function folded(name: string): string {
  return name.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
