import { renderPdf } from '../../render/pdf/render-pdf.ts'
import { PdfFailure } from '../../render/pdf/typeset.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { copyPurposes, makePersonCopy, readPersonCopy, type CopyPurpose } from '../../service/work/person-copy.ts'
import { personCopyModel, personCopyWords } from '../../service/work/person-copy-model.ts'
import type { Language } from '../../text/language.ts'
import { notFoundPage } from '../error-pages.ts'
import { copyChangedPage, copyPath, personCopyAskPage, personCopyDocument, personCopyPage, type CopyFaults, type CopyTyped } from './person-copy-page.ts'
import { switchName } from './work-frame.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const at = '/work/cases/:caseId/person-copy/:receipt'
const { en, fr } = personCopyWords

/** The copy of everything that is kept about one person, for that person. */
export const personCopyRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/person-copy', action: 'person.export', group: 'cases', name: { en: en.name, fr: fr.name }, answer: (_, request) => personCopyAskPage(request, { caseId: request.query.get('case') ?? '', purpose: '', language: '' }) },
  { method: 'POST', path: '/work/person-copy', action: 'person.export', answer: take },
  { method: 'GET', path: at, action: 'person.export', answer: (services, request) => show(services, request, 'page') },
  { method: 'GET', path: `${at}.html`, action: 'person.export', answer: (services, request) => show(services, request, 'html') },
  { method: 'GET', path: `${at}.pdf`, action: 'person.export', answer: (services, request) => show(services, request, 'pdf') },
]

async function take(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language: mine } } } = request
  const field = (name: keyof CopyTyped) => (form.get(name) ?? '').trim().slice(0, 200)
  const typed: CopyTyped = { caseId: field('caseId'), purpose: field('purpose'), language: field('language') }
  // Nothing is kept of what was typed here: it goes on in the other language as it is.
  if (form.has(switchName)) return personCopyAskPage({ ...request, visitor: { ...request.visitor, address: { ...request.visitor.address, language: mine === 'en' ? 'fr' : 'en' } } }, typed)
  const [caseId, purpose, language] = [typed.caseId.toLowerCase(), copyPurposes.find((one) => one === typed.purpose), (['en', 'fr'] as const).find((one) => one === typed.language)]
  const faults = faultsIn(caseId, purpose, language, mine)
  if (purpose === undefined || language === undefined || Object.keys(faults).length > 0) return personCopyAskPage(request, typed, faults)
  const made = await makePersonCopy(services, signedIn, { caseId, purpose, language })
  return made ? { to: copyPath(made) } : personCopyAskPage(request, typed, { caseId: personCopyWords[mine].ask.faults['no-case'] })
}

function faultsIn(caseId: string, purpose: CopyPurpose | undefined, chosen: Language | undefined, language: Language): CopyFaults {
  const { faults } = personCopyWords[language].ask
  return {
    ...(caseId === '' ? { caseId: faults.empty } : isId(caseId) ? {} : { caseId: faults['bad-id'] }),
    ...(purpose === undefined ? { purpose: faults.purpose } : {}), ...(chosen === undefined ? { language: faults.language } : {}),
  }
}

/** A copy that this session made; of another's there is none. */
async function show(services: WorkServices, request: WorkRequest, what: 'page' | 'html' | 'pdf'): Promise<WorkAnswer> {
  const { signedIn, parameters: { caseId = '', receipt = '' }, visitor } = request
  const made = { caseId, receipt }
  const copy = await readPersonCopy(services, signedIn, made, what)
  if (!copy.ok) return copy.refusal.code === 'changed' ? copyChangedPage(request, made) : notFoundPage(visitor.address)
  const model = personCopyModel(copy.value.record, receipt, copy.value.language)
  const name = `copy-${receipt}`
  if (what === 'page') return personCopyPage(request, made, model)
  if (what === 'html') return { file: personCopyDocument(model), type: 'text/html; charset=utf-8', name: `${name}.html` }
  try {
    return { file: await renderPdf(model), type: 'application/pdf', name: `${name}.pdf` }
  } catch (cause) {
    if (cause instanceof PdfFailure) return personCopyPage(request, made, model, true)
    throw cause
  }
}
