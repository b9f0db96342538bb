import { readFileSync } from 'node:fs'
import { decodeSeal } from '../../documents/seal.ts'
import { isSpecimenSeal } from '../../documents/specimen-seal.ts'
import { isSpecimenZone, specimenWord } from '../../documents/specimen-zone.ts'
import type { SpecimenPage } from '../../documents/travel-document-page.ts'
import { invariant } from '../../kernel/invariant.ts'
import { travelDocuments as english } from '../../text/en/travel-documents.ts'
import { travelDocuments as french } from '../../text/fr/travel-documents.ts'
import { typeset } from '../pdf/typeset.ts'
import { drawDataMatrix } from './data-matrix.ts'
import { zoneFont } from './zone-font.ts'

const template = { file: new URL('specimen.typ', import.meta.url), fonts: zoneFont === undefined ? [] : [readFileSync(zoneFont)] }

/**
 * The specimen of a single-journey document as tagged PDF. What comes in is looked through again, whatever its type says: a page that
 * does not say SPECIMEN in fields, zone and seal is not drawn, and the template writes the word by itself.
 */
export async function renderSpecimen(page: SpecimenPage): Promise<Uint8Array> {
  const { zone, seal, fields, photograph, sealBox, zoneBox, markings } = page
  invariant(saysSpecimen(page), 'a document was to be drawn that is no specimen')
  return typeset(template, {
    title: english.sheet.title, titleInFrench: french.sheet.title, sentence: english.sheet.sentence, sentenceInFrench: french.sheet.sentence,
    photographCaption: english.sheet.photograph, photographCaptionInFrench: french.sheet.photograph, sealAlt: english.sheet.seal,
    fields: fields.map(({ code, value, box }) => ({ value, box, toWrite: code !== 'single-journey', caption: english.captions[code], captionInFrench: french.captions[code] })),
    photograph, sealBox, zoneBox, markings, zone: zone.lines, seal: Array.from(new TextEncoder().encode(drawDataMatrix(seal.bytes))),
  })
}

/** Whether zone, seal, names and number all say SPECIMEN, and markings run across the sheet. */
function saysSpecimen({ zone, seal, fields, markings }: SpecimenPage): boolean {
  const read = decodeSeal(seal.bytes)
  const begins = (code: string) => fields.some((field) => field.code === code && field.value.startsWith(specimenWord))
  return isSpecimenZone(zone.lines) && read.ok && isSpecimenSeal(read.value) && read.value.zone?.join('') === zone.lines.join('')
    && begins('family-name') && begins('document-number') && begins('authority') && markings.length > 0
}
