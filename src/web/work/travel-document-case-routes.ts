import { PdfFailure } from '../../render/pdf/typeset.ts'
import { issueTravelDocument } from '../../service/documents/issue-travel-document.ts'
import { proposeTravelDocument } from '../../service/documents/propose-travel-document.ts'
import { readTravelDocuments } from '../../service/documents/read-travel-documents.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { notFoundPage } from '../error-pages.ts'
import { readDate } from '../parts/date-field.ts'
import { travelDocumentCasePage, type DocumentFault, type DocumentTyped } from './travel-document-case-page.ts'
import { documentWords, sayRefusal } from './travel-document-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const path = '/work/cases/:caseId/travel-document'

/** The single-journey document of a case: proposed by its officer, agreed to by two others, and made once. There is no other way to one. */
export const travelDocumentCaseRoutes: readonly WorkRoute[] = [
  { method: 'GET', path, action: 'case.change', answer: (services, request) => show(services, request, nothing) },
  { method: 'POST', path, action: 'case.propose', answer: propose },
  { method: 'POST', path: `${path}/make`, action: 'case.change', answer: makeDocument },
]

const nothing: DocumentTyped = { destination: '', validUntil: '', marks: '', address: '' }

async function show(services: WorkServices, request: WorkRequest, typed: DocumentTyped, fault?: DocumentFault): Promise<WorkAnswer> {
  const found = await readTravelDocuments(services, request.signedIn, request.parameters['caseId'] ?? '')
  return found ? travelDocumentCasePage(request, found, services.clock.timeZone ?? 'UTC', typed, fault) : notFoundPage(request.visitor.address)
}

async function propose(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor, parameters: { caseId = '' } } = request
  const field = (name: string) => (form.get(name) ?? '').trim()
  const [first, second] = [field('first'), field('second')]
  const typed: DocumentTyped = { destination: field('destination'), validUntil: readDate(form, 'validUntil'), marks: field('marks'), address: field('address'), ...(isId(first) && isId(second) ? { first, second } : {}) }
  const proposed = await proposeTravelDocument(services, signedIn, {
    caseId, version: Number(field('version')) || 0, commandIds: [typed.first ?? services.newId(), typed.second ?? services.newId()],
    wishes: { destination: typed.destination, validUntil: typed.validUntil, distinguishingMarks: typed.marks, addressAtDestination: typed.address },
  })
  if (proposed.ok) return { to: `/work/cases/${caseId}/travel-document` }
  const { refusal } = proposed
  if (refusal.code === 'not-reached') return notFoundPage(visitor.address)
  const text = sayRefusal(documentWords[visitor.address.language].refusals, refusal)
  return show(services, request, typed, refusal.code === 'text-not-printable' ? { text, field: refusal.field === 'distinguishingMarks' ? 'marks' : 'address' } : { text, ...fieldOf(refusal.code) })
}

function fieldOf(code: string): { readonly field?: 'destination' | 'validUntil' } {
  if (code === 'no-nationality') return { field: 'destination' }
  return ['no-valid-until', 'valid-in-the-past', 'valid-too-long'].includes(code) ? { field: 'validUntil' } : {}
}

async function makeDocument(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor, parameters: { caseId = '' } } = request
  const made = await issueTravelDocument(services, signedIn, { caseId, proposals: [form.get('first') ?? '', form.get('second') ?? ''] }).catch((cause: unknown) => {
    if (cause instanceof PdfFailure) return undefined
    throw cause
  })
  const { refusals, specimen } = documentWords[visitor.address.language]
  if (!made) return show(services, request, nothing, { text: specimen.faults['no-pdf'] })
  if (made.ok) return { file: made.value.pdf, type: 'application/pdf', name: `${made.value.documentNumber}.pdf` }
  return made.refusal.code === 'not-reached' ? notFoundPage(visitor.address) : show(services, request, nothing, { text: sayRefusal(refusals, made.refusal) })
}
