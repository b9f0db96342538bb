import type { ZoneFormat } from './zone.ts'

/** A stretch of a line. Line counts from 0; `from` is the first place, counted from 0, `to` the one after the last. */
export type Place = { readonly line: number; readonly from: number; readonly to: number }

export type ZoneLayout = {
  readonly format: ZoneFormat
  readonly lines: number
  readonly length: number
  /** Letters with which the document code begins. */
  readonly begins: string
  readonly documentCode: Place
  readonly issuingState: Place
  readonly name: Place
  readonly documentNumber: Place
  readonly numberDigit: Place
  readonly nationality: Place
  readonly dateOfBirth: Place
  readonly birthDigit: Place
  readonly sex: Place
  readonly dateOfExpiry: Place
  readonly expiryDigit: Place
  readonly optionalData: Place
  readonly optionalDigit?: Place
  readonly moreOptionalData?: Place
  readonly compositeDigit?: Place
  /** What the composite digit is counted over, in this order. */
  readonly compositeOver: readonly Place[]
  /** A number of more than nine places goes on in the further data. */
  readonly longNumbers: boolean
}

// Positions as the standard prints them: counted from 1, both ends included.
const at = (line: number, first: number, last: number = first): Place => ({ line: line - 1, from: first - 1, to: last })

// The second line of a passport, a TD2 and both visas is the same up to position 28.
const upToExpiry = {
  documentCode: at(1, 1, 2), issuingState: at(1, 3, 5), documentNumber: at(2, 1, 9), numberDigit: at(2, 10), nationality: at(2, 11, 13),
  dateOfBirth: at(2, 14, 19), birthDigit: at(2, 20), sex: at(2, 21), dateOfExpiry: at(2, 22, 27), expiryDigit: at(2, 28),
} as const

// Doc 9303, eighth edition: parts 5 (TD1), 6 (TD2), 4 (TD3), 7 (visas), each 4.2.2 and 4.2.4, part 7 also 7.2.2.
const layouts: Readonly<Record<ZoneFormat, ZoneLayout>> = {
  'TD1': {
    format: 'TD1', lines: 3, length: 30, begins: 'ACI', longNumbers: true,
    documentCode: at(1, 1, 2), issuingState: at(1, 3, 5), documentNumber: at(1, 6, 14), numberDigit: at(1, 15), optionalData: at(1, 16, 30),
    dateOfBirth: at(2, 1, 6), birthDigit: at(2, 7), sex: at(2, 8), dateOfExpiry: at(2, 9, 14), expiryDigit: at(2, 15), nationality: at(2, 16, 18),
    moreOptionalData: at(2, 19, 29), compositeDigit: at(2, 30), compositeOver: [at(1, 6, 30), at(2, 1, 7), at(2, 9, 15), at(2, 19, 29)], name: at(3, 1, 30),
  },
  // P: the single sheet of part 8 has the code PU on a zone of this size, although part 6 says A, C or I.
  'TD2': {
    ...upToExpiry, format: 'TD2', lines: 2, length: 36, begins: 'ACIP', longNumbers: true, name: at(1, 6, 36),
    optionalData: at(2, 29, 35), compositeDigit: at(2, 36), compositeOver: [at(2, 1, 10), at(2, 14, 20), at(2, 22, 35)],
  },
  'TD3': {
    ...upToExpiry, format: 'TD3', lines: 2, length: 44, begins: 'P', longNumbers: false, name: at(1, 6, 44),
    optionalData: at(2, 29, 42), optionalDigit: at(2, 43), compositeDigit: at(2, 44), compositeOver: [at(2, 1, 10), at(2, 14, 20), at(2, 22, 43)],
  },
  'MRV-A': { ...upToExpiry, format: 'MRV-A', lines: 2, length: 44, begins: 'V', longNumbers: false, name: at(1, 6, 44), optionalData: at(2, 29, 44), compositeOver: [] },
  'MRV-B': { ...upToExpiry, format: 'MRV-B', lines: 2, length: 36, begins: 'V', longNumbers: false, name: at(1, 6, 36), optionalData: at(2, 29, 36), compositeOver: [] },
}

export function layoutOf(format: ZoneFormat): ZoneLayout {
  return layouts[format]
}

export const zoneLayouts: readonly ZoneLayout[] = Object.values(layouts)

/** The letters that stand at a place. */
export function cut(lines: readonly string[], { line, from, to }: Place): string {
  return (lines[line] ?? '').slice(from, to)
}

export function placeLength({ from, to }: Place): number {
  return to - from
}
