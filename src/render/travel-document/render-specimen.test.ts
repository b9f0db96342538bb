import { generateKeyPairSync, sign as signBytes, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { readDataMatrices } from '../../../test/read-barcode.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import { readZone } from '../../documents/read-zone.ts'
import { decodeSeal } from '../../documents/seal.ts'
import { isSpecimenSeal } from '../../documents/specimen-seal.ts'
import { specimenPage, type SpecimenDetails, type SpecimenPage } from '../../documents/travel-document-page.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { renderSpecimen } from './render-specimen.ts'
import { zoneFont } from './zone-font.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const sign = (bytes: Uint8Array) => signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
const details: SpecimenDetails = {
  familyName: 'Exemple', givenNames: 'Deux', dateOfBirth: '1974-08-12' as PlainDate, sex: 'female', distinguishingMarks: '#none', addressAtDestination: '1, rue de l’Exemple',
  issuedOn: '2026-11-22' as PlainDate, validUntil: '2026-12-06' as PlainDate, serial: 2,
}

function make(change: Partial<SpecimenDetails> = {}): SpecimenPage {
  const page = specimenPage({ ...details, ...change }, sign)
  if (!page.ok) throw new Error(JSON.stringify(page.refusal))
  return page.value
}

test('the printed specimen has its fields in both languages, a title, a tag for all, and says SPECIMEN over and over', async () => {
  const { text, title, tagged, alts, roles, about } = await readPdf(await renderSpecimen(make()))
  for (const said of ['Family name / Nom', 'SPECIMEN Exemple', 'Deux', '1974-08-12', '#none', '1, rue de l’Exemple', 'Photograph', 'Photographie', 'Pour essai seulement']) expect(text).toContain(said)
  expect({ title, tagged }).toEqual({ title: 'SPECIMEN: travel document for a single journey', tagged: true })
  expect(alts.some((alt) => alt.includes('says SPECIMEN'))).toBe(true)
  expect(roles).toContain('H1')
  expect(text.match(/SPECIMEN/g)?.length).toBeGreaterThan(9)
  expect(Object.keys(about).filter((name) => /Date|Author/.test(name))).toEqual([])
})

test('its zone is read back from the page, every digit fitting, and is Utopia’s', async () => {
  const page = make()
  const { text } = await readPdf(await renderSpecimen(page))
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => /^[A-Z0-9<]{36}$/.test(line))
  expect(lines).toEqual(page.zone.lines)
  expect(readZone(lines, details.issuedOn)).toMatchObject({ ok: true, value: { format: 'TD2', documentNumber: { value: 'SPECIMEN2', verdict: 'verified' }, composite: 'verified', faults: [], disclosesStatus: [] } })
})

test('its barcode is read from the drawn page, under the marking, and its seal is signed and says SPECIMEN', async () => {
  const page = make()
  const codes = await readDataMatrices(await renderSpecimen(page))
  expect(codes).toHaveLength(1)
  const seal = decodeSeal(codes[0] ?? new Uint8Array())
  if (!seal.ok) throw new Error(JSON.stringify(seal.refusal))
  expect(isSpecimenSeal(seal.value)).toBe(true)
  expect(seal.value.zone).toEqual(page.zone.lines)
  expect(verify('sha256', seal.value.signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, seal.value.signature)).toBe(true)
  expect(verify('sha256', Uint8Array.from([...seal.value.signed, 0]), { key: publicKey, dsaEncoding: 'ieee-p1363' }, seal.value.signature)).toBe(false)
})

test('the longest names, and an unknown birth, stay on the sheet', async () => {
  const long = 'Exemple-'.repeat(7).slice(0, -1)
  const { text, pages } = await readPdf(await renderSpecimen(make({ familyName: long, givenNames: long, dateOfBirth: {} })))
  expect(pages).toHaveLength(1)
  expect(text).toContain('XXXX-XX-XX')
})

test('a page that does not say SPECIMEN in fields, zone and seal is not drawn, whatever its type says', async () => {
  const page = make()
  const other = make({ familyName: 'Autre' })
  const withField = (code: string, value: string) => page.fields.map((field) => (field.code === code ? { ...field, value } : field))
  const wrong: readonly Partial<SpecimenPage>[] = [
    { zone: { ...page.zone, lines: ['PUCAN' + page.zone.lines[0].slice(5), page.zone.lines[1]] } }, { zone: other.zone },
    { seal: { ...page.seal, bytes: page.seal.bytes.map((byte, at) => (at === 2 ? byte + 1 : byte)) } }, { seal: other.seal }, { seal: { ...page.seal, bytes: new Uint8Array() } },
    { fields: withField('family-name', 'Exemple') }, { fields: withField('document-number', 'AB123456') }, { fields: withField('authority', 'Somebody') }, { fields: [] }, { markings: [] },
  ]
  for (const change of wrong) await expect(renderSpecimen({ ...page, ...change })).rejects.toThrow('no specimen')
})

test('the word is in the template: no data take it away', async () => {
  const { text } = await readPdf(await renderSpecimen({ ...make(), marking: '' as 'SPECIMEN' }))
  expect(text.match(/^\s*SPECIMEN\s*$/gm)?.length).toBeGreaterThanOrEqual(3)
})

test('the zone is set in OCR-B', () => {
  expect(zoneFont).toBeDefined()
})
