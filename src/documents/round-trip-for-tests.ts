// For tests and proofs: does a zone give back what was written into it?
import type { PlainDate } from '../kernel/day.ts'
import { readZone } from './read-zone.ts'
import { writeZone, type ZoneContent } from './write-zone.ts'
import type { CodeReading, DateReading, Zone } from './zone.ts'

export type RoundTrip = 'same' | 'name-cut' | 'could-be-read-otherwise' | { readonly lost: string }

/** Writes, reads, and compares every field; `lost` says what is not the same. */
export function roundTrip(content: ZoneContent, readOn: PlainDate): RoundTrip {
  const written = writeZone(content)
  if (!written.ok) return written.refusal.code === 'could-be-read-otherwise' ? 'could-be-read-otherwise' : { lost: `not written: ${JSON.stringify(written.refusal)}` }
  const zone = readZone(written.value.lines, readOn)
  if (!zone.ok) return { lost: `not read: ${JSON.stringify(zone.refusal)}` }
  const lost = differences(content, zone.value, written.value.nameCut)
  if (lost.length > 0) return { lost: `${lost.join(', ')} in ${written.value.lines.join(' / ')}` }
  return written.value.nameCut ? 'name-cut' : 'same'
}

function differences(content: ZoneContent, zone: Zone, nameCut: boolean): string[] {
  const same: Readonly<Record<string, boolean>> = {
    format: zone.format === content.format,
    documentCode: zone.documentCode.value === content.documentCode,
    issuingState: codeOf(zone.issuingState.value) === content.issuingState,
    nationality: codeOf(zone.nationality.value) === content.nationality,
    name: nameCut ? zone.mayBeCut && beginsAlike(zone, content) : JSON.stringify(zone.name.value) === JSON.stringify(content.name),
    documentNumber: zone.documentNumber.value === content.documentNumber,
    dateOfBirth: holds(zone.dateOfBirth.value, content.dateOfBirth),
    sex: zone.sex.value === content.sex,
    dateOfExpiry: holds(zone.dateOfExpiry.value, content.dateOfExpiry),
    optionalData: zone.optionalData.value === (content.optionalData ?? ''),
    moreOptionalData: zone.moreOptionalData.value === (content.moreOptionalData ?? ''),
    digits: [zone.documentNumber, zone.dateOfBirth, zone.dateOfExpiry].every(({ verdict }) => verdict === 'verified'),
    personalDigit: zone.optionalData.verdict === (content.format === 'TD3' ? 'verified' : 'not-printed'),
    composite: zone.composite === (content.format.startsWith('MRV') ? 'not-printed' : 'verified'),
    faults: zone.faults.length === 0,
    numberReadings: zone.numberReadings.length === 1,
  }
  return Object.keys(same).filter((field) => same[field] !== true)
}

function codeOf({ code }: CodeReading): string {
  return code
}

// What is left of a name that was cut is the beginning of each component, in their order.
function beginsAlike({ name }: Zone, content: ZoneContent): boolean {
  const begins = (left: readonly string[], whole: readonly string[]) => left.length > 0 === whole.length > 0 && left.every((component, index) => whole[index]?.startsWith(component))
  return begins(name.value.primary, content.name.primary) && begins(name.value.secondary, content.name.secondary)
}

function holds(reading: DateReading, date: ZoneContent['dateOfBirth']): boolean {
  if (typeof date !== 'string') return reading.kind === 'partly-unknown' && JSON.stringify(reading.parts) === JSON.stringify(date)
  return reading.kind === 'day' ? reading.on === date : reading.kind === 'two-days' && reading.on.includes(date)
}
