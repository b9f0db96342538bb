import { entryKinds, type EntryKind, type TypedEntry } from '../../cooperation/country-entry.ts'
import { measureOf, type EngagementFault, type EngagementField } from '../../cooperation/engagement.ts'
import { packBytes, packDigest, readPack, type EvidencePack } from '../../cooperation/evidence-pack.ts'
import { startDayOf } from '../../cooperation/known-measures.ts'
import { findDay } from '../../kernel/day.ts'
import { renderPdf } from '../../render/pdf/render-pdf.ts'
import { PdfFailure } from '../../render/pdf/typeset.ts'
import { evidenceModel } from '../../service/countries/evidence-model.ts'
import { decideMeasure, readMeasures, recordEngagement } from '../../service/countries/keep-measures.ts'
import { readEvidence, readKeptEvidence } from '../../service/countries/make-evidence.ts'
import { readCountries } from '../../service/countries/read-countries.ts'
import { findKnownCountry, readCountryKnowledge } from '../../service/countries/read-country-knowledge.ts'
import { readEffects } from '../../service/countries/read-effects.ts'
import { recordEntry } from '../../service/countries/record-entry.ts'
import { notFoundPage } from '../error-pages.ts'
import { countryEffectPage } from './country-effect-page.ts'
import { countryEntryPage } from './country-entry-page.ts'
import { countryEvidencePage } from './country-evidence-page.ts'
import { blank, errorsOf, typedIn, type Filled } from './country-fields.ts'
import { countryHistoryPage } from './country-history-page.ts'
import { countryListPage } from './country-list-page.ts'
import { countryWords } from './country-words.ts'
import { countryWorkPage } from './country-work-page.ts'
import { engagementCalendarPage } from './engagement-calendar-page.ts'
import { engagementFormPage } from './engagement-form-page.ts'
import { engagementMeasurePage } from './engagement-measure-page.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

// In the order in which the forms ask them.
const entryFields = ['kind', 'document', 'consulate', 'topic', 'says', 'language', 'owner', 'source', 'checkedOn', 'reviewBy', 'withdrawn'] as const satisfies readonly (keyof TypedEntry)[]
const decisionFields = ['rung', 'what', 'legalBasis', 'decidedBy', 'on', 'startsOn', 'reviewBy', 'sunsetOn', 'source'] as const satisfies readonly EngagementField[]
const engagementFields = ['kind', 'on', 'says', 'source', 'reviewBy', 'sunsetOn'] as const satisfies readonly EngagementField[]

/** What is known of countries, measures towards them, and the evidence on them. */
export const countryRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/countries', action: 'country.read', group: 'countries', name: { en: countryWords.en.list.name, fr: countryWords.fr.list.name }, answer: async (services, request) => countryListPage(request, await readCountries(services)) },
  { method: 'GET', path: '/work/engagement', action: 'country.read', group: 'countries', name: { en: countryWords.en.calendar.name, fr: countryWords.fr.calendar.name }, answer: async (services, request) => engagementCalendarPage(request, await readMeasures(services), services.clock.today()) },
  { method: 'GET', path: '/work/countries/:country', action: 'country.read', answer: ofCountry(async (services, request, code) => {
    const known = await readCountryKnowledge(services, code)
    return known ? countryWorkPage(request, known) : notFoundPage(request.visitor.address)
  }) },
  { method: 'GET', path: '/work/countries/:country/entries', action: 'country.read', answer: ofCountry(async (services, request, code) => {
    const known = await readCountryKnowledge(services, code)
    return known ? countryHistoryPage(request, known, services.clock.timeZone ?? 'UTC') : notFoundPage(request.visitor.address)
  }) },
  { method: 'GET', path: '/work/countries/:country/entries/new/:kind', action: 'country.change', answer: ofEntry((services, request, code, kind) => countryEntryPage(request, code, kind, { ...blank, typed: { id: services.newId(), language: request.visitor.address.language } })) },
  { method: 'POST', path: '/work/countries/:country/entries/new/:kind', action: 'country.change', answer: ofEntry(takeEntry) },
  { method: 'GET', path: '/work/countries/:country/effect', action: 'country.read', answer: ofCountry(showEffect) },
  { method: 'GET', path: '/work/countries/:country/evidence', action: 'country.read', answer: ofCountry(async (services, request, code) => countryEvidencePage(request, await readEvidence(services, request.signedIn, code), false)) },
  { method: 'GET', path: '/work/countries/:country/evidence.pdf', action: 'country.read', answer: ofCountry(async (services, request, code) => asPdf(request, await readEvidence(services, request.signedIn, code), false)) },
  { method: 'GET', path: '/work/countries/:country/evidence.json', action: 'country.read', answer: ofCountry(async (services, request, code) => asJson(await readEvidence(services, request.signedIn, code))) },
  { method: 'GET', path: '/work/countries/:country/evidence/:digest', action: 'country.read', answer: ofKept((request, pack) => countryEvidencePage(request, pack, true)) },
  { method: 'GET', path: '/work/countries/:country/evidence/:digest/evidence.pdf', action: 'country.read', answer: ofKept((request, pack) => asPdf(request, pack, true)) },
  { method: 'GET', path: '/work/countries/:country/evidence/:digest/evidence.json', action: 'country.read', answer: ofKept((_, pack) => asJson(pack)) },
  { method: 'GET', path: '/work/countries/:country/measures/new', action: 'engagement.change', answer: ofCountry((services, request, code) => engagementFormPage(request, code, { ...blank, typed: { id: services.newId(), on: services.clock.today() } })) },
  { method: 'POST', path: '/work/countries/:country/measures/new', action: 'engagement.change', answer: ofCountry(takeDecision) },
  { method: 'GET', path: '/work/countries/:country/measures/:measureId', action: 'country.read', answer: ofCountry((services, request, code) => showMeasure(services, request, code, blank)) },
  { method: 'POST', path: '/work/countries/:country/measures/:measureId', action: 'engagement.change', answer: ofCountry(takeEngagement) },
]

type OfCountry = (services: WorkServices, request: WorkRequest, code: string) => WorkAnswer | Promise<WorkAnswer>

/** A page of a country of today; there is none of any other. */
function ofCountry(answer: OfCountry): WorkRoute['answer'] {
  return (services, request) => {
    const { country: code = '' } = request.parameters
    return findKnownCountry(code) ? answer(services, request, code) : notFoundPage(request.visitor.address)
  }
}

function ofEntry(answer: (services: WorkServices, request: WorkRequest, code: string, kind: EntryKind) => WorkAnswer | Promise<WorkAnswer>): WorkRoute['answer'] {
  return ofCountry((services, request, code) => {
    const kind = entryKinds.find((one) => one === request.parameters['kind'])
    return kind ? answer(services, request, code, kind) : notFoundPage(request.visitor.address)
  })
}

function ofKept(answer: (request: WorkRequest, pack: EvidencePack) => WorkAnswer | Promise<WorkAnswer>): WorkRoute['answer'] {
  return ofCountry(async (services, request, code) => {
    const kept = await readKeptEvidence(services, request.signedIn, code, request.parameters['digest'] ?? '')
    return kept === undefined ? notFoundPage(request.visitor.address) : answer(request, readPack(kept))
  })
}

async function takeEntry(services: WorkServices, request: WorkRequest, code: string, kind: EntryKind): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const typed = { ...typedIn(form, entryFields), kind, ...(kind === 'contact' ? { document: 'any' } : {}) }
  const done = await recordEntry(services, signedIn, { country: code, entryId: form.get('id') ?? '', typed })
  if (done.ok) return { to: `/work/countries/${code}#${kind === 'contact' ? 'contacts' : kind}` }
  const words = countryWords[language]
  return countryEntryPage(request, code, kind, { typed: { ...typed, id: form.get('id') ?? '' }, errors: errorsOf(done.refusal, entryFields, { ...words.entryFields, topic: kind === 'acceptance' ? words.entry.answer : kind === 'contact' ? words.entry.contactTopic : words.entryFields.topic }, words.entryFaults) })
}

async function takeDecision(services: WorkServices, request: WorkRequest, code: string): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const typed = typedIn(form, decisionFields)
  const done = await decideMeasure(services, signedIn, { country: code, measureId: form.get('id') ?? '', typed })
  if (done.ok) return { to: `/work/countries/${code}/measures/${done.value}` }
  const words = countryWords[language]
  return engagementFormPage(request, code, { typed: { ...typed, id: form.get('id') ?? '' }, errors: done.refusal.code === 'faults' ? errorsOf<EngagementField, EngagementFault['code']>(done.refusal.faults, decisionFields, { ...words.engagementFields, on: words.measure.decidedOn }, words.engagementFaults) : {} })
}

async function takeEngagement(services: WorkServices, request: WorkRequest, code: string): Promise<WorkAnswer> {
  const { form, signedIn, parameters: { measureId = '' }, visitor: { address } } = request
  const typed = typedIn(form, engagementFields)
  const done = await recordEngagement(services, signedIn, { country: code, measureId, version: Number(form.get('version') ?? ''), typed })
  if (done.ok) return { to: `/work/countries/${code}/measures/${measureId}` }
  if (done.refusal.code === 'no-such-measure') return notFoundPage(address)
  const words = countryWords[address.language]
  const errors = done.refusal.code === 'faults' ? errorsOf<EngagementField, EngagementFault['code']>(done.refusal.faults, engagementFields, words.engagementFields, words.engagementFaults) : {}
  return showMeasure(services, request, code, { typed, errors }, done.refusal.code === 'moved-on')
}

async function showMeasure(services: WorkServices, request: WorkRequest, code: string, filled: Filled, movedOn = false): Promise<WorkAnswer> {
  const measure = (await readMeasures(services)).find((one) => one.country === code && one.measureId === request.parameters['measureId'])
  return measure ? engagementMeasurePage(request, measure, { today: services.clock.today(), timeZone: services.clock.timeZone ?? 'UTC', filled, movedOn }) : notFoundPage(request.visitor.address)
}

async function showEffect(services: WorkServices, request: WorkRequest, code: string): Promise<WorkAnswer> {
  const { language } = request.visitor.address
  const asked = (request.query.get('on') ?? '').trim().slice(0, 20)
  const onDay = findDay(asked)
  const known = await readCountryKnowledge(services, code)
  const days = [
    ...(known?.measures ?? []).map(({ events }) => measureOf(events)).map(({ startedOn, startsOn, what }) => ({ on: startedOn ?? startsOn, what })),
    ...(known?.announced ?? []).flatMap((one) => { const on = startDayOf(one); return on ? [{ on, what: one.what[language] }] : [] }),
  ]
  return countryEffectPage(request, { code, asked, bad: asked !== '' && !onDay, days, timeZone: services.clock.timeZone ?? 'UTC', ...(onDay ? { onDay, ...(await readEffects(services, code, onDay)) } : {}) })
}

/** Where it cannot be set on this machine the page says so, and holds the same text. */
async function asPdf(request: WorkRequest, pack: EvidencePack, kept: boolean): Promise<WorkAnswer> {
  try {
    return { file: await renderPdf(evidenceModel(pack, request.visitor.address.language)), type: 'application/pdf', name: nameOf(pack, 'pdf') }
  } catch (cause) {
    if (cause instanceof PdfFailure) return countryEvidencePage(request, pack, kept, true)
    throw cause
  }
}

function asJson(pack: EvidencePack): WorkAnswer {
  return { file: packBytes(pack), type: 'application/json; charset=utf-8', name: nameOf(pack, 'json') }
}

function nameOf(pack: EvidencePack, extension: string): string {
  return `evidence-${pack.country}-${pack.on}-${packDigest(pack).slice(0, 12)}.${extension}`
}
