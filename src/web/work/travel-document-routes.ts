import type { PartialDate } from '../../documents/zone.ts'
import { readZone } from '../../documents/read-zone.ts'
import type { PageRefusal, SpecimenDetails } from '../../documents/travel-document-page.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { refuse } from '../../kernel/result.ts'
import { PdfFailure } from '../../render/pdf/typeset.ts'
import { makeSpecimen } from '../../service/documents/make-specimen.ts'
import { readDate } from '../parts/date-field.ts'
import { specimenFields, specimenPage, type SpecimenFault, type SpecimenField, type SpecimenTyped } from './travel-document-specimen-page.ts'
import { documentWords, sayRefusal } from './travel-document-words.ts'
import { zonePage } from './travel-document-zone-page.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const { en, fr } = documentWords

/** Trying out travel documents: a specimen as PDF, and what a zone says. Nobody's data are shown or kept, so that both are everybody's. */
export const travelDocumentRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/documents/specimen', action: 'own-account', group: 'documents', name: { en: en.specimen.name, fr: fr.specimen.name }, answer: ({ clock }, request) => specimenPage(request, sample(clock.today())) },
  { method: 'POST', path: '/work/documents/specimen', action: 'own-account', answer: (_, request) => sendSpecimen(request) },
  { method: 'GET', path: '/work/documents/zone', action: 'own-account', group: 'documents', name: { en: en.zone.name, fr: fr.zone.name }, answer: (_, request) => zonePage(request, { text: '' }) },
  { method: 'POST', path: '/work/documents/zone', action: 'own-account', answer: showZone },
]

const longest = 60
const days = ['dateOfBirth', 'issuedOn', 'validUntil'] as const

function sample(today: PlainDate): SpecimenTyped {
  return { familyName: 'Sample', givenNames: 'One', dateOfBirth: '1990-05-17', sex: 'unspecified', marks: '', address: '', issuedOn: today, validUntil: dayFromNumber(dayNumber(today) + 14), serial: '1' }
}

async function sendSpecimen(request: WorkRequest): Promise<WorkAnswer> {
  const { form, visitor: { address: { language } } } = request
  const typed = Object.fromEntries(specimenFields.map((field) => [field, days.some((day) => day === field) ? readDate(form, field) : (form.get(field) ?? '').trim()])) as SpecimenTyped
  const { specimen: said, reading } = documentWords[language]
  const fault = faultIn(typed, said.faults)
  if (fault) return specimenPage(request, typed, fault)
  const made = await makeSpecimen(detailsOf(typed)).catch((cause: unknown) => {
    if (cause instanceof PdfFailure) return undefined
    throw cause
  })
  if (!made) return specimenPage(request, typed, { field: 'familyName', text: said.faults['no-pdf'] })
  if (!made.ok) return specimenPage(request, typed, { field: fieldOf(made.refusal, typed), text: sayRefusal(reading.page, made.refusal) })
  return { file: made.value.pdf, type: 'application/pdf', name: 'specimen.pdf' }
}

function faultIn(typed: SpecimenTyped, said: Readonly<Record<'sex' | 'serial' | 'too-long' | 'control-characters', string>>): SpecimenFault | undefined {
  const long = specimenFields.find((field) => Array.from(typed[field]).length > longest)
  if (long) return { field: long, text: said['too-long'] }
  const broken = specimenFields.find((field) => /\p{Cc}/u.test(typed[field]))
  if (broken) return { field: broken, text: said['control-characters'] }
  if (!['female', 'male', 'unspecified'].includes(typed.sex)) return { field: 'sex', text: said.sex }
  return /^\d$/.test(typed.serial) ? undefined : { field: 'serial', text: said.serial }
}

function detailsOf({ familyName, givenNames, dateOfBirth, sex, marks, address, issuedOn, validUntil, serial }: SpecimenTyped): SpecimenDetails {
  const unknown: PartialDate = {}
  return {
    familyName, givenNames, distinguishingMarks: marks, addressAtDestination: address, sex: sex as SpecimenDetails['sex'], serial: Number(serial) as SpecimenDetails['serial'],
    dateOfBirth: dateOfBirth === '' ? unknown : dateOfBirth as PlainDate, issuedOn: issuedOn as PlainDate, validUntil: validUntil as PlainDate,
  }
}

/** The field that a refusal is about: the one that it names, or whose text it repeats. */
function fieldOf(refusal: PageRefusal, typed: SpecimenTyped): SpecimenField {
  if (refusal.code === 'valid-before-issue') return 'validUntil'
  if ('field' in refusal) return refusal.field === 'date-of-birth' ? 'dateOfBirth' : refusal.field === 'date-of-expiry' ? 'validUntil' : 'familyName'
  if ('text' in refusal) return (['issuedOn', 'validUntil', 'familyName', 'givenNames'] as const).find((field) => typed[field] === refusal.text) ?? 'familyName'
  return 'familyName'
}

/** Lines are taken as they are but for what stands around them: nothing is mended. */
function showZone({ clock }: WorkServices, request: WorkRequest): WorkAnswer {
  const text = (request.form.get('lines') ?? '').slice(0, 2000)
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
  return zonePage(request, { text, read: lines.length === 0 ? refuse({ code: 'empty' }) : readZone(lines, clock.today()) })
}
