import type { Place, ZoneLayout } from './zone-layout.ts'
import { cut } from './zone-layout.ts'
import type { Zone, ZoneFault } from './zone.ts'

type FaultCode = ZoneFault['code']

/** What stands in a field and cannot stand there, with its place; check digits are not asked. */
export function findFaults(lines: readonly string[], layout: ZoneLayout, zone: Omit<Zone, 'faults' | 'disclosesStatus'>): readonly ZoneFault[] {
  const fault = (wrong: boolean, code: FaultCode, place: Place, index = 0): ZoneFault[] =>
    wrong ? [{ code, line: place.line + 1, position: place.from + index + 1, text: cut(lines, place) }] : []
  const { name, issuingState, nationality, dateOfBirth, dateOfExpiry, sex } = zone
  return [
    ...digits(layout).flatMap((place) => fault(/[A-Z]/.test(cut(lines, place)), 'letter-for-digit', place)),
    ...fault(issuingState.value.kind === 'unknown', 'unknown-code', layout.issuingState),
    ...fault(nationality.value.kind === 'unknown', 'unknown-code', layout.nationality),
    ...fault(/\d/.test(name.text), 'digit-in-name', layout.name, name.text.search(/\d/)),
    ...fault(/^<+$/.test(name.text), 'no-name', layout.name),
    ...fault(oddSeparators(name.text) !== -1, 'odd-separators', layout.name, oddSeparators(name.text)),
    ...fault(/^<+[^<]/.test(zone.documentNumber.text), 'filler-before-data', layout.documentNumber),
    ...fault(dateOfBirth.value.kind === 'no-day', 'no-day', layout.dateOfBirth),
    ...fault(dateOfExpiry.value.kind === 'no-day', 'no-day', layout.dateOfExpiry),
    ...fault(sex.value === undefined, 'no-sex', layout.sex),
  ]
}

function digits({ numberDigit, birthDigit, expiryDigit, optionalDigit, compositeDigit }: ZoneLayout): Place[] {
  return [numberDigit, birthDigit, expiryDigit, optionalDigit, compositeDigit].filter((place) => place !== undefined)
}

// Two fillers stand once, between the primary and the secondary identifier; three, or two again, or one in front mean nothing.
function oddSeparators(name: string): number {
  const within = name.replace(/<+$/, '')
  if (within.startsWith('<')) return 0
  const first = within.indexOf('<<')
  return first === -1 ? -1 : within.indexOf('<<', first + 1)
}
