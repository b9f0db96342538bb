import type { PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkDigit } from './check-digit.ts'
import { checkContent, type WriteRefusal } from './check-content.ts'
import { fitName } from './fit-name.ts'
import { readLongNumber } from './read-long-number.ts'
import { layoutOf, placeLength, type Place, type ZoneLayout } from './zone-layout.ts'
import type { PartialDate, Sex, ZoneFormat, ZoneName } from './zone.ts'

/** What a zone is to say, in letters of the zone: names as `transliterate` gives them, codes as Doc 9303 has them. */
export type ZoneContent = {
  readonly format: ZoneFormat
  readonly documentCode: string
  readonly issuingState: string
  readonly name: ZoneName
  readonly documentNumber: string
  readonly nationality: string
  /** A day, or what of it is known: two digits each. */
  readonly dateOfBirth: PlainDate | PartialDate
  readonly sex: Sex
  readonly dateOfExpiry: PlainDate
  readonly optionalData?: string
  /** TD1 only. */
  readonly moreOptionalData?: string
}

export type WrittenZone = {
  readonly lines: readonly string[]
  /** Part of the name did not fit. */
  readonly nameCut: boolean
}

/**
 * The lines of a zone of Doc 9303 that say this, with all their digits. `readZone` gives back what went in, save a name that was cut.
 *
 * These are letters, not a document. The code of a single-sheet travel document is written for the specimen only: `specimenZone`.
 */
export function writeZone(content: ZoneContent): Result<WrittenZone, WriteRefusal> {
  const layout = layoutOf(content.format)
  const wrong = checkContent(content, layout)
  if (wrong !== undefined) return refuse(wrong)
  const name = fitName(content.name, placeLength(layout.name))
  if (name === undefined) return refuse({ code: 'name-cannot-be-cut' })
  // Cutting must not take away the word that makes it a specimen.
  if (content.documentCode === 'PU' && !name.text.startsWith('SPECIMEN<')) return refuse({ code: 'specimen-only' })
  const number = writeNumber(content.documentNumber, content.optionalData ?? '', layout)
  if (!number.ok) return number
  return accept({ lines: print(content, layout, name.text, number.value), nameCut: name.cut })
}

type PrintedNumber = { readonly nine: string; readonly digit: string; readonly optionalData: string }

function writeNumber(number: string, optionalData: string, layout: ZoneLayout): Result<PrintedNumber, WriteRefusal> {
  const longest = placeLength(layout.optionalData)
  const nine = number.slice(0, 9).padEnd(9, '<')
  const rest = number.slice(9)
  if (rest === '') return optionalData.length > longest ? refuse({ code: 'too-long', field: 'optional-data', longest }) : accept({ nine, digit: checkDigit(nine), optionalData })
  if (!layout.longNumbers) return refuse({ code: 'too-long', field: 'document-number', longest: 9 })
  // The rest, a digit, a filler, and only then what else there is.
  if (rest.length + 2 > longest) return refuse({ code: 'too-long', field: 'document-number', longest: longest + 7 })
  const printed = `${rest}${checkDigit(number)}<${optionalData}`
  if (printed.length > longest) return refuse({ code: 'too-long', field: 'optional-data', longest: longest - rest.length - 2 })
  if (readLongNumber(nine, printed.padEnd(longest, '<'))?.verdict !== 'verified') return refuse({ code: 'could-be-read-otherwise', field: 'document-number' })
  return accept({ nine, digit: '<', optionalData: printed })
}

function print(content: ZoneContent, layout: ZoneLayout, name: string, number: PrintedNumber): readonly string[] {
  const lines = Array.from({ length: layout.lines }, () => '<'.repeat(layout.length))
  const put = (place: Place | undefined, text: string) => {
    if (place !== undefined) lines[place.line] = `${lines[place.line]?.slice(0, place.from)}${text.padEnd(placeLength(place), '<')}${lines[place.line]?.slice(place.to)}`
  }
  const [birth, expiry] = [printDate(content.dateOfBirth), printDate(content.dateOfExpiry)]
  put(layout.documentCode, content.documentCode)
  put(layout.issuingState, content.issuingState)
  put(layout.name, name)
  put(layout.documentNumber, number.nine)
  put(layout.numberDigit, number.digit)
  put(layout.nationality, content.nationality)
  put(layout.dateOfBirth, birth)
  put(layout.birthDigit, checkDigit(birth))
  put(layout.sex, content.sex === 'female' ? 'F' : content.sex === 'male' ? 'M' : '<')
  put(layout.dateOfExpiry, expiry)
  put(layout.expiryDigit, checkDigit(expiry))
  put(layout.optionalData, number.optionalData)
  put(layout.optionalDigit, checkDigit(number.optionalData))
  put(layout.moreOptionalData, content.moreOptionalData ?? '')
  put(layout.compositeDigit, checkDigit(layout.compositeOver.map(({ line, from, to }) => lines[line]?.slice(from, to) ?? '').join('')))
  return lines
}

function printDate(date: PlainDate | PartialDate): string {
  if (typeof date === 'string') return date.slice(2).replaceAll('-', '')
  return `${date.year ?? '<<'}${date.month ?? '<<'}${date.day ?? '<<'}`
}
