import type { PlainDate } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isStatusDocumentCode } from '../reference/status-codes.ts'
import { checkDigit } from './check-digit.ts'
import { findFaults } from './find-faults.ts'
import { readLongNumber } from './read-long-number.ts'
import { readZoneCode } from './read-zone-code.ts'
import { readBirth, readExpiry } from './read-zone-date.ts'
import { cut, zoneLayouts, type Place, type ZoneLayout } from './zone-layout.ts'
import type { Field, NumberReading, Sex, StatusField, Verdict, Zone, ZoneName, ZoneRefusal } from './zone.ts'

/**
 * Reads the lines of a machine-readable zone of Doc 9303, field by field. The day of reading decides the centuries.
 * Nothing is mended: a character that no zone can hold refuses the whole, and a field that is wrong is a fault or a refuted digit.
 */
export function readZone(lines: readonly string[], readOn: PlainDate): Result<Zone, ZoneRefusal> {
  const foreign = findForeign(lines)
  if (foreign !== undefined) return refuse(foreign)
  const layout = layoutFor(lines)
  return layout.ok ? accept(readFields(lines, layout.value, readOn)) : layout
}

function findForeign(lines: readonly string[]): ZoneRefusal | undefined {
  for (const [line, text] of lines.entries()) {
    const position = text.search(/[^0-9A-Z<]/)
    if (position !== -1) return { code: 'foreign-character', line: line + 1, position: position + 1, character: Array.from(text.slice(position))[0] ?? '' }
  }
  return undefined
}

function layoutFor(lines: readonly string[]): Result<ZoneLayout, ZoneRefusal> {
  const fitting = zoneLayouts.filter((layout) => layout.lines === lines.length && lines.every((line) => line.length === layout.length))
  const [one] = fitting
  if (one === undefined) return refuse({ code: 'no-such-format', lengths: lines.map((line) => line.length) })
  const layout = fitting.find(({ begins }) => begins.includes(lines[0]?.[0] ?? '<'))
  if (layout === undefined) return refuse({ code: 'unknown-document-code', text: (lines[0] ?? '').slice(0, 2), lines: one.lines, length: one.length })
  return accept(layout)
}

function readFields(lines: readonly string[], layout: ZoneLayout, readOn: PlainDate): Zone {
  const text = (place: Place | undefined) => (place === undefined ? '' : cut(lines, place))
  const documentCode = plainField(text(layout.documentCode), trim)
  const issuingState = plainField(text(layout.issuingState), readZoneCode)
  const nationality = plainField(text(layout.nationality), readZoneCode)
  const name = text(layout.name)
  const number = readNumber(text(layout.documentNumber), text(layout.numberDigit), text(layout.optionalData), layout)
  const zone = {
    format: layout.format, documentCode, issuingState, nationality,
    name: plainField(name, readName),
    mayBeCut: /[A-Z]$/.test(name),
    documentNumber: { text: text(layout.documentNumber), value: number.readings[0].number, verdict: number.verdict },
    numberReadings: number.readings,
    dateOfBirth: { text: text(layout.dateOfBirth), value: readBirth(text(layout.dateOfBirth), readOn), verdict: compare(text(layout.dateOfBirth), text(layout.birthDigit)) },
    sex: plainField(text(layout.sex), readSex),
    dateOfExpiry: { text: text(layout.dateOfExpiry), value: readExpiry(text(layout.dateOfExpiry), readOn), verdict: compare(text(layout.dateOfExpiry), text(layout.expiryDigit)) },
    optionalData: { text: text(layout.optionalData), value: number.readings[0].optionalData, verdict: verdictOnOptional(text(layout.optionalData), text(layout.optionalDigit)) },
    moreOptionalData: plainField(text(layout.moreOptionalData), trim),
    composite: layout.compositeDigit === undefined ? 'not-printed' : compare(layout.compositeOver.map(text).join(''), text(layout.compositeDigit)),
  } as const
  return { ...zone, disclosesStatus: statusFields(documentCode.value, issuingState.value.kind, nationality.value.kind), faults: findFaults(lines, layout, zone) }
}

function readNumber(nine: string, digit: string, optionalData: string, layout: ZoneLayout): { readings: readonly [NumberReading, ...NumberReading[]]; verdict: Verdict } {
  const long = layout.longNumbers && digit === '<' && !nine.includes('<', 8) ? readLongNumber(nine, optionalData) : undefined
  return long ?? { readings: [{ number: trim(nine), optionalData: trim(optionalData), counted: 'without-filler' }], verdict: compare(nine, digit) }
}

function plainField<Value>(text: string, read: (text: string) => Value): Field<Value> {
  return { text, value: read(text), verdict: 'not-printed' }
}

function compare(text: string, digit: string): Verdict {
  return checkDigit(text) === digit ? 'verified' : 'refuted'
}

// Part 4, 4.2.2.2: where a passport has no personal number, the digit may be left out.
function verdictOnOptional(text: string, digit: string): Verdict {
  return digit === '' || (digit === '<' && /^<+$/.test(text)) ? 'not-printed' : compare(text, digit)
}

function readName(text: string): ZoneName {
  const [primary = '', ...secondary] = trim(text).split('<<')
  const components = (part: string) => part.split('<').filter((component) => component !== '')
  return { primary: components(primary), secondary: components(secondary.join('<')) }
}

function readSex(text: string): Sex | undefined {
  return text === 'F' ? 'female' : text === 'M' ? 'male' : text === '<' ? 'unspecified' : undefined
}

function statusFields(documentCode: string, issuingState: string, nationality: string): StatusField[] {
  return [
    ...(isStatusDocumentCode(documentCode) ? ['document-code' as const] : []),
    ...(issuingState === 'status' ? ['issuing-state' as const] : []),
    ...(nationality === 'status' ? ['nationality' as const] : []),
  ]
}

function trim(text: string): string {
  return text.replace(/<+$/, '')
}
