import { everyStep, type Step } from '../../law/rule.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { factsAskedNow, type AskedNow } from '../../service/drafts/facts-asked-now.ts'
import { beginDraftOf, keepAnswers, readDraft } from '../../service/drafts/keep-draft.ts'
import { readCaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import { keepFactOutcomes, recordFacts, type FactOutcome } from '../../service/drafts/record-facts.ts'
import type { SignedIn } from '../../service/identity/read-session.ts'
import { givePurpose } from '../../service/work/give-purpose.ts'
import { isPurpose } from '../../service/work/purposes.ts'
import type { Answers } from '../../store/drafts.ts'
import { notFoundPage } from '../error-pages.ts'
import { answersRefused, factsIn, readFactAnswers, recordFactsPage } from './record-facts-page.ts'
import type { Faults } from './read-answers.ts'
import { inOtherLanguage } from './in-other-language.ts'
import { switchName } from './work-frame.ts'
import type { UnsentForm, WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** Several facts of one case on one page. */
export const recordFactsRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/cases/:caseId/facts', action: 'case.change', answer: (services, request) => showFacts(services, request) },
  { method: 'POST', path: '/work/cases/:caseId/facts', action: 'case.change', keepUnsent: keepUnsentFacts, answer: takeFacts },
  { method: 'POST', path: '/work/cases/:caseId/facts/purpose', action: 'case.read-protected', answer: takePurpose },
]

/** With what was typed before and what became of it, where the address names a draft of this account. */
async function showFacts(services: WorkServices, request: WorkRequest, typed?: { readonly answers: Answers; readonly draftId: string; readonly faults: Faults }): Promise<WorkAnswer> {
  const { signedIn, parameters, query, visitor } = request
  const about = await readCaseToRecord(services, signedIn, parameters['caseId'] ?? '')
  if (!about) return notFoundPage(visitor.address)
  const found = await readDraft(services, signedIn, query.get('draft') ?? '')
  const draft = found?.kind === 'record-facts' && found.caseId === about.caseId ? found : undefined
  const outcomes = draft?.outcome?.['facts'] as readonly FactOutcome[] | undefined
  // What is finished is mended as a batch of its own; what is not goes on under its id.
  const draftId = typed?.draftId ?? (draft && !draft.outcome ? draft.draftId : services.newId())
  const step = stepAsked(typed ? request.form.get('step') : query.get('step'), factsAskedNow(about))
  return recordFactsPage(request, { about, asked: factsAskedNow(about, step), step, answers: typed?.answers ?? draft?.answers ?? {}, draftId, ...(typed ? { faults: typed.faults } : outcomes ? { outcomes } : {}) })
}

/** The step that the address names; else the earliest that still asks for something. `all`: every one. */
function stepAsked(text: string | null, { steps, stillAsking }: AskedNow): Step | undefined {
  return text === 'all' ? undefined : (steps.find((step) => step === text) ?? stillAsking[0] ?? steps[0])
}

async function takeFacts(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { signedIn, parameters, form, visitor } = request
  const about = await readCaseToRecord(services, signedIn, parameters['caseId'] ?? '')
  if (!about) return notFoundPage(visitor.address)
  const { caseId } = about
  const answers = readFactAnswers(form)
  const step = everyStep.find((one) => one === form.get('step')) ?? 'all'
  // What is looked at leaves no draft, in either language.
  if (form.has(switchName) && Object.values(answers).every((value) => value === '')) return inOtherLanguage(services, request, `/work/cases/${caseId}/facts?step=${step}`)
  const draftId = await keep(services, signedIn, form, caseId, about.state.version, answers)
  if (draftId === undefined) return { to: '/work/drafts' }
  const place = `/work/cases/${caseId}/facts?draft=${draftId}&step=${step}`
  if (form.has(switchName)) return inOtherLanguage(services, request, place)
  const { facts, faults } = factsIn(answers, services.clock.today(), visitor.address.language)
  if (Object.keys(faults).length > 0) return showFacts(services, request, { answers, draftId, faults })
  const done = await readDraft(services, signedIn, draftId)
  if (!done?.outcome) {
    const version = Number(/^\d{1,9}$/.exec(form.get('version') ?? '')?.[0] ?? about.state.version)
    const outcomes = await recordFacts(services, signedIn, { draftId, caseId, version }, facts)
    await keepFactOutcomes(services, signedIn, draftId, outcomes, answersRefused(answers, outcomes))
  }
  return { to: place }
}

/** Keeps what was typed before anything is done with it; undefined when no draft can be kept. */
async function keep(services: WorkServices, own: Pick<SignedIn, 'accountId'>, form: URLSearchParams, caseId: string, seenVersion: number, answers: Answers): Promise<string | undefined> {
  const asked = form.get('draft') ?? ''
  const draftId = isId(asked) ? asked : services.newId()
  const known = await readDraft(services, own, draftId)
  if (!known) return beginDraftOf(services, own, { draftId, kind: 'record-facts', caseId, seenVersion, answers })
  if (known.kind !== 'record-facts' || known.caseId !== caseId) return undefined
  if (!known.outcome) await keepAnswers(services, own, draftId, answers)
  return draftId
}

async function keepUnsentFacts(services: WorkServices, { accountId, form, parameters: { caseId = '' } }: UnsentForm): Promise<string | undefined> {
  if (!isId(caseId)) return undefined
  const draftId = await keep(services, { accountId }, form, caseId, 0, readFactAnswers(form))
  const step = everyStep.find((one) => one === form.get('step')) ?? 'all'
  return draftId && `/work/cases/${caseId}/facts?draft=${draftId}&step=${step}&kept=1`
}

async function takePurpose(services: WorkServices, { signedIn, form, parameters: { caseId = '' }, visitor }: WorkRequest): Promise<WorkAnswer> {
  const purpose = form.get('purpose') ?? ''
  if (isPurpose(purpose) && !(await givePurpose(services, signedIn, caseId, purpose))) return notFoundPage(visitor.address)
  return { to: `/work/cases/${caseId}/facts` }
}
