import { assert, constantFrom, integer, oneof, property, record, string, uint8Array } from 'fast-check'
import { generateKeyPairSync, sign as signBytes, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { dayFromNumber, type PlainDate } from '../kernel/day.ts'
import { readZone } from './read-zone.ts'
import { decodeSeal } from './seal.ts'
import { isSpecimenSeal } from './specimen-seal.ts'
import { isSpecimenZone } from './specimen-zone.ts'
import { specimenPage, type SpecimenDetails, type SpecimenPage } from './travel-document-page.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const sign = (bytes: Uint8Array) => signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })

const details: SpecimenDetails = {
  familyName: 'Exemple', givenNames: 'Deux', dateOfBirth: '1974-08-12' as PlainDate, sex: 'female',
  issuedOn: '2026-11-22' as PlainDate, validUntil: '2026-12-06' as PlainDate, serial: 2,
}

describe('the specimen of a single-journey document', () => {
  test('says SPECIMEN on the page, in the zone and in the seal', () => {
    const page = make(details)
    expect(page.marking).toBe('SPECIMEN')
    expect(page.zone.lines).toEqual(['PUUTOSPECIMEN<EXEMPLE<<DEUX<<<<<<<<<', 'SPECIMEN24UTO7408122F2612063<<<<<<<2'])
    expect(saysSpecimen(page)).toBe(true)
  })

  test('its zone is a good one, of Utopia, and disclosing nothing', () => {
    const zone = readZone(make(details).zone.lines, details.issuedOn)
    expect(zone).toMatchObject({ ok: true, value: { format: 'TD2', documentNumber: { value: 'SPECIMEN2', verdict: 'verified' }, composite: 'verified', nationality: { value: { kind: 'specimen' } }, faults: [], disclosesStatus: [] } })
  })

  test('its seal repeats the zone, is signed, and names the signer of Utopia’s trials', () => {
    const page = make(details)
    const seal = decodeSeal(page.seal.bytes)
    expect(seal.ok && seal.value.zone).toEqual(page.zone.lines)
    expect(seal.ok && seal.value.header).toMatchObject({ issuingState: 'UTO', signer: 'UTTS', certificate: '00', version: 4, featureReference: 0x5e, category: 3, issuedOn: '2026-11-22' })
    expect(seal.ok && verify('sha256', seal.value.signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, seal.value.signature)).toBe(true)
  })

  test('a marking runs across the photograph, the fields and the seal, and all stands on the sheet', () => {
    const { markings, photograph, sealBox, zoneBox, fields } = make(details)
    for (const box of [photograph, sealBox, fields[4]?.box]) expect(markings.some((marking) => box !== undefined && overlap(marking, box))).toBe(true)
    for (const box of [photograph, sealBox, zoneBox, ...markings, ...fields.map((field) => field.box)]) expect(box.left + box.width <= 210 && box.top + box.height <= 297).toBe(true)
  })

  test.each([
    [{ validUntil: '2026-11-21' as PlainDate }, { code: 'valid-before-issue' }], [{ issuedOn: '2026-11-31' as PlainDate }, { code: 'no-day', text: '2026-11-31' }],
    [{ familyName: '' }, { code: 'nothing-left', text: '' }], [{ familyName: 'Sample 1' }, { code: 'digit-in-name', character: '1', text: '1' }],
    [{ familyName: 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z' }, { code: 'specimen-only' }],
  ])('%j is refused', (change, refusal) => {
    expect(specimenPage({ ...details, ...change }, sign)).toEqual({ ok: false, refusal })
  })

  test.each([0, 1, 55, 57, 130])('a signature of %i bytes is refused', (length) => {
    expect(specimenPage(details, () => new Uint8Array(length))).toEqual({ ok: false, refusal: { code: 'bad-signature', length } })
  })
})

test('whatever is filled in and whoever signs, a page is refused or says SPECIMEN three times', () => {
  const name = oneof(string({ unit: 'grapheme', maxLength: 60 }), string({ unit: constantFrom(...Array.from('ABZ -<')), maxLength: 60 }), constantFrom('SPECIMEN', 'UTO', 'Ünal', '<<', 'PU'))
  const day = integer({ min: -30_000, max: 60_000 }).map(dayFromNumber)
  const all = record({
    familyName: name, givenNames: name, dateOfBirth: day, sex: constantFrom('female', 'male', 'unspecified'), distinguishingMarks: name, addressAtDestination: name,
    issuedOn: day, validUntil: day, serial: constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), spelling: record({ cyrillic: constantFrom('serbian', 'other'), latin: constantFrom('plain', 'spelt-out') }),
  })
  let made = 0
  assert(property(all, uint8Array({ minLength: 60, maxLength: 70 }), (filled, signature) => {
    const page = specimenPage(filled, () => signature)
    if (!page.ok) return
    made++
    expect(saysSpecimen(page.value)).toBe(true)
  }), { seed: 20_261_122, numRuns: 3000 })
  expect(made).toBeGreaterThan(100)
})

test('the signing function cannot change the bytes that it is to sign', () => {
  const page = specimenPage(details, (bytes) => bytes.fill(0).slice(0, 64))
  expect(page.ok && saysSpecimen(page.value)).toBe(true)
})

function make(one: SpecimenDetails): SpecimenPage {
  const page = specimenPage(one, sign)
  if (!page.ok) throw new Error(JSON.stringify(page.refusal))
  return page.value
}

function saysSpecimen({ marking, markings, fields, zone, seal }: SpecimenPage): boolean {
  const value = (code: string) => fields.find((field) => field.code === code)?.value ?? ''
  const read = decodeSeal(seal.bytes)
  return marking === 'SPECIMEN' && markings.length === 3 && value('family-name').startsWith('SPECIMEN ') && value('document-number').startsWith('SPECIMEN') && value('issuing-state') === 'UTO'
    && isSpecimenZone(zone.lines) && read.ok && isSpecimenSeal(read.value)
}

function overlap(one: { left: number; top: number; width: number; height: number }, other: { left: number; top: number; width: number; height: number }): boolean {
  return one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height
}
