import type { TypedCommitment } from '../../cooperation/commitment.ts'
import type { TypedChange } from '../../cooperation/commitment-change.ts'
import { readCommitments, readLatest } from '../../service/countries/read-commitments.ts'
import { recordCommitment, withdrawCommitment, type CommitmentRefusal } from '../../service/countries/record-commitment.ts'
import type { Language } from '../../text/language.ts'
import { notFoundPage } from '../error-pages.ts'
import { commitmentFormPage, withdrawFormPage } from './commitment-form-page.ts'
import { commitmentPage } from './commitment-page.ts'
import { errorsOf, typedIn, type Filled } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const changeFields = ['how', 'changedOn', 'changeSource'] as const satisfies readonly (keyof TypedChange)[]
const fields = ['kind', 'whatEn', 'whatFr', 'number', 'unit', 'from', 'until', 'announcedBy', 'announcedOn', 'source', 'series'] as const satisfies readonly (keyof TypedCommitment)[]

/** Commitments against actuals. */
export const commitmentRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/commitments', action: 'commitments.read', group: 'countries', name: { en: countryWords.en.commitments.name, fr: countryWords.fr.commitments.name }, answer: async (services, request) => commitmentPage(request, await readCommitments(services), services.clock.timeZone ?? 'UTC') },
  { method: 'GET', path: '/work/commitments/new', action: 'commitments.change', answer: showForm },
  { method: 'POST', path: '/work/commitments/new', action: 'commitments.change', answer: takeCommitment },
  { method: 'GET', path: '/work/commitments/withdraw', action: 'commitments.change', answer: (services, request) => showWithdrawal(services, request, { typed: { id: services.newId(), of: request.query.get('of') ?? '' }, errors: {} }) },
  { method: 'POST', path: '/work/commitments/withdraw', action: 'commitments.change', answer: takeWithdrawal },
]

/** Empty, or with what the commitment says whose place another shall take. */
async function showForm(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { series } = await readCommitments(services)
  const [id, ref] = [services.newId(), request.query.get('replaces') ?? '']
  const earlier = ref === '' ? undefined : await readLatest(services, ref)
  if (!earlier) return commitmentFormPage(request, { series, filled: { typed: { id }, errors: {} }, replaced: ref !== '' })
  const { kind, what, number, unit, from, until, announcedBy, announcedOn = '', source, series: counted } = earlier.commitment
  const typed = { id, replaces: ref, kind, whatEn: what.en, whatFr: what.fr, number: String(number), unit, from, until, announcedBy, announcedOn, source, series: counted }
  return commitmentFormPage(request, { series, filled: { typed, errors: {} }, earlier: earlier.commitment })
}

async function takeCommitment(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const [typed, change, { id, replaces: ref }] = [typedIn(form, fields), typedIn(form, changeFields), typedIn(form, ['id', 'replaces'])]
  const done = await recordCommitment(services, signedIn, { commitmentId: id, typed, ...(ref === '' ? {} : { replaces: { ref, typed: change } }) })
  if (done.ok) return { to: '/work/commitments' }
  const { series } = await readCommitments(services)
  const earlier = ref === '' ? undefined : await readLatest(services, ref)
  return commitmentFormPage(request, { series, filled: { typed: { ...typed, ...change, id, replaces: ref }, errors: errorsIn(done.refusal, language) }, earlier: earlier?.commitment, replaced: done.refusal.code === 'replaced' })
}

async function showWithdrawal(services: WorkServices, request: WorkRequest, filled: Filled, replaced = false): Promise<WorkAnswer> {
  const earlier = await readLatest(services, filled.typed['of'] ?? '')
  if (!replaced && (!earlier || earlier.withdrawn)) return notFoundPage(request.visitor.address)
  return withdrawFormPage(request, { filled, earlier: earlier?.commitment, replaced })
}

async function takeWithdrawal(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const typed = typedIn(form, ['id', 'of', 'changedOn', 'changeSource'])
  const done = await withdrawCommitment(services, signedIn, { commitmentId: typed.id, ref: typed.of, typed })
  if (done.ok) return { to: '/work/commitments#past' }
  return showWithdrawal(services, request, { typed, errors: errorsIn(done.refusal, language) }, done.refusal.code === 'replaced')
}

function errorsIn(refusal: CommitmentRefusal, language: Language): Filled['errors'] {
  const { commitmentFields, commitmentFaults } = countryWords[language]
  return refusal.code === 'faults' ? errorsOf(refusal.faults, [...changeFields, ...fields], commitmentFields, commitmentFaults) : {}
}
