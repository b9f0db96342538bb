import type { PlainDate } from '../kernel/day.ts'
import { findDay } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { WriteRefusal } from './check-content.ts'
import { specimenSeal, type Sign, type SpecimenSeal, type SpecimenSealRefusal } from './specimen-seal.ts'
import { specimenState, specimenWord, specimenZone, type SpecimenHolder, type SpecimenZone } from './specimen-zone.ts'
import { transliterate, type NameRefusal, type Spelling } from './transliterate.ts'

/** In millimetres from the top left corner of a sheet of A4, upright. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Fields of Regulation (EU) 2016/1953, annex: no other is asked for. Captions are words, and live in `text`. */
export type PageFieldCode =
  | 'issuing-state' | 'document-number' | 'family-name' | 'given-names' | 'date-of-birth' | 'sex' | 'nationality' | 'distinguishing-marks'
  | 'address-at-destination' | 'destination' | 'authority' | 'place-of-issue' | 'issued-on' | 'valid-until' | 'single-journey' | 'departure' | 'arrival'

export type PageField = { readonly code: PageFieldCode; readonly value: string; readonly box: Box }

declare const specimen: unique symbol

/** A page as data, for whoever draws it. Only `specimenPage` makes one, and only for Utopia. */
export type SpecimenPage = {
  readonly marking: typeof specimenWord
  /** The marking runs across each of them, over what else stands there. */
  readonly markings: readonly Box[]
  readonly fields: readonly PageField[]
  readonly photograph: Box
  readonly zone: SpecimenZone
  readonly zoneBox: Box
  readonly seal: SpecimenSeal
  readonly sealBox: Box
  readonly [specimen]: true
}

/** What is to stand on a specimen. All of it is fictional: whoever fills it in answers for that. */
export type SpecimenDetails = {
  readonly familyName: string
  readonly givenNames: string
  readonly spelling?: Spelling
  readonly dateOfBirth: SpecimenHolder['dateOfBirth']
  readonly sex: SpecimenHolder['sex']
  readonly distinguishingMarks?: string
  readonly addressAtDestination?: string
  readonly issuedOn: PlainDate
  readonly validUntil: PlainDate
  readonly serial: SpecimenHolder['serial']
}

export type PageRefusal = WriteRefusal | NameRefusal | SpecimenSealRefusal | { readonly code: 'valid-before-issue' }

/**
 * The specimen of the single-journey document of a removing state: Utopia's, marked SPECIMEN on the page, in the zone and in the seal.
 * There is no layout to hand in: that of a real state does not come through here (docs/decisions/0012).
 */
export function specimenPage(details: SpecimenDetails, sign: Sign): Result<SpecimenPage, PageRefusal> {
  const { issuedOn, validUntil } = details
  for (const day of [issuedOn, validUntil]) if (findDay(day) === undefined) return refuse({ code: 'no-day', text: day })
  if (validUntil < issuedOn) return refuse({ code: 'valid-before-issue' })
  const name = readNames(details)
  if (!name.ok) return name
  const zone = specimenZone({ name: name.value, dateOfBirth: details.dateOfBirth, sex: details.sex, dateOfExpiry: validUntil, serial: details.serial })
  if (!zone.ok) return zone
  const seal = specimenSeal(zone.value, issuedOn, sign)
  if (!seal.ok) return seal
  const page = { marking: specimenWord, markings, fields: fieldsOf(details), photograph, zone: zone.value, zoneBox, seal: seal.value, sealBox }
  return accept(page as unknown as SpecimenPage)
}

function readNames({ familyName, givenNames, spelling }: SpecimenDetails): Result<SpecimenHolder['name'], NameRefusal> {
  const primary = transliterate(familyName, spelling)
  if (!primary.ok) return primary
  if (givenNames.trim() === '') return accept({ primary: primary.value, secondary: [] })
  const secondary = transliterate(givenNames, spelling)
  return secondary.ok ? accept({ primary: primary.value, secondary: secondary.value }) : secondary
}

function fieldsOf(details: SpecimenDetails): readonly PageField[] {
  const values: readonly (readonly [PageFieldCode, string])[] = [
    ['issuing-state', specimenState], ['document-number', `${specimenWord}${details.serial}`],
    ['family-name', `${specimenWord} ${details.familyName}`], ['given-names', details.givenNames],
    ['date-of-birth', writeBirth(details.dateOfBirth)], ['sex', { female: 'F', male: 'M', unspecified: 'X' }[details.sex]], ['nationality', specimenState],
    ['distinguishing-marks', details.distinguishingMarks ?? ''], ['address-at-destination', details.addressAtDestination ?? ''], ['destination', specimenState],
    ['authority', specimenWord], ['place-of-issue', specimenWord], ['issued-on', details.issuedOn], ['valid-until', details.validUntil],
    // Part 8, 4.4.2: one journey, and what was seen of it is stamped by hand.
    ['single-journey', ''], ['departure', ''], ['arrival', ''],
  ]
  return values.map(([code, value], row) => ({ code, value, box: { left: 70, top: 35 + 11 * row, width: 120, height: 9 } }))
}

function writeBirth(date: SpecimenHolder['dateOfBirth']): string {
  return typeof date === 'string' ? date : `XX${date.year ?? 'XX'}-${date.month ?? 'XX'}-${date.day ?? 'XX'}`
}

// A layout of nobody's: 35 by 45 mm for the photograph, lines of 36 characters at ten to an inch, and three markings, one of them over photograph and fields.
const photograph: Box = { left: 20, top: 35, width: 35, height: 45 }
const sealBox: Box = { left: 20, top: 90, width: 30, height: 30 }
const zoneBox: Box = { left: 20, top: 262, width: 36 * 2.54, height: 16 }
const markings: readonly Box[] = [{ left: 15, top: 10, width: 180, height: 20 }, { left: 15, top: 60, width: 180, height: 60 }, { left: 15, top: 225, width: 180, height: 30 }]
