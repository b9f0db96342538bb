// What this room lets out. A new export must be put into one of these lists by hand, and whoever does so answers for it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeZone } from './write-zone.ts'
import type { PlainDate } from '../kernel/day.ts'
import { zoneFormats } from './zone.ts'

/** They make a page, a seal, or the zone of a single-journey document: Utopia's, and none of another state. */
const makeSpecimens = ['specimenPage', 'specimenSeal', 'specimenZone']

/** They give letters or parts, and no document. `writeZone` refuses the code PU of a single sheet, but for the specimen. */
const makeParts = ['writeZone', 'transliterate', 'fitName', 'checkDigit', 'encodeC40', 'encodeSealHeader', 'writeLatin', 'writeCyrillic', 'writeArabic']

/** They only read, check or list. */
const read = [
  'canBe', 'charactersTakenForEachOther', 'checkContent', 'checkSealSignature', 'cut', 'decodeC40', 'decodeSeal', 'decodeSealHeader', 'emergencyTravelDocument', 'findFaults',
  'isEmergencyTravelDocument', 'isSpecimenSeal', 'isSpecimenZone', 'layoutOf', 'mostYearsOfLife', 'neighboursTakenForEachOther', 'placeLength', 'readBirth', 'readExpiry', 'readLongNumber',
  'readZone', 'readZoneCode', 'sealHashOf', 'signerOf', 'specimenState', 'specimenWord', 'zoneAlphabet', 'zoneFormats', 'zoneLayouts', 'zoneTag',
]

test('this room exports what these lists name, and nothing else', async () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !/(\.test|-for-tests)\.ts$/.test(name))
  const exported = await Promise.all(files.map(async (name) => Object.keys(await import(join(import.meta.dirname, name)) as object)))
  expect(exported.flat().sort()).toEqual([...makeSpecimens, ...makeParts, ...read].sort())
})

test('no format writes the code of a single sheet for a real state, whatever the name', () => {
  let written = 0
  for (const format of zoneFormats) {
    for (const name of [['SPECIMEN'], ['SAMPLE'], ['SPECIMEN', ...Array.from({ length: 20 }, () => 'A')]]) {
      for (const state of ['CAN', 'USA', 'UNO', 'D', 'UTO']) {
        const zone = writeZone({
          format, documentCode: 'PU', issuingState: state, nationality: state, name: { primary: name, secondary: ['ONE'] }, documentNumber: 'AB1',
          dateOfBirth: '1974-08-12' as PlainDate, sex: 'unspecified', dateOfExpiry: '2026-12-06' as PlainDate,
        })
        if (!zone.ok) continue
        written++
        expect(zone.value.lines[0]).toMatch(/^PUUTOSPECIMEN<+ONE<+$/)
      }
    }
  }
  // Utopia's, on a TD2 and on a TD3.
  expect(written).toBe(2)
})
