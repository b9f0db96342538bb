import type { FactRecord } from './fact-record.ts'

/**
 * The part of the destination that is asked about; nothing, where nobody said which. `partly`: instruments name parts of that country,
 * so that what was recorded of the country as a whole does not say of which part.
 */
export type PlaceAsked = { readonly name: string | undefined; readonly partly: boolean }

/** Is this record about the place that is asked about? Where nobody said which, each place may be it: a yes for one does not count, the rest does. */
export function speaksOfPlace({ place, value }: FactRecord, { name }: PlaceAsked): boolean {
  if (place === undefined) return false
  return name === undefined ? value !== 'yes' : isSamePlace(place, name)
}

/** Is this a yes about the country as a whole, where it matters which part is meant? */
export function isTooWide({ place, value }: FactRecord, asked: PlaceAsked | undefined): boolean {
  return asked !== undefined && asked.partly && place === undefined && value === 'yes'
}

/** Another spelling is another place: it opens nothing. */
export function isSamePlace(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
