import type { TypedCommitment } from '../../cooperation/commitment.ts'
import { readCommitments, recordCommitment } from '../../service/countries/read-commitments.ts'
import { commitmentFormPage } from './commitment-form-page.ts'
import { commitmentPage } from './commitment-page.ts'
import { errorsOf, typedIn } from './country-fields.ts'
import { countryWords } from './country-words.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const fields = ['kind', 'whatEn', 'whatFr', 'number', 'unit', 'from', 'until', 'announcedBy', 'announcedOn', 'source', 'series'] as const satisfies readonly (keyof TypedCommitment)[]

/** Commitments against actuals. */
export const commitmentRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/commitments', action: 'commitments.read', group: 'countries', name: { en: countryWords.en.commitments.name, fr: countryWords.fr.commitments.name }, answer: async (services, request) => commitmentPage(request, await readCommitments(services)) },
  { method: 'GET', path: '/work/commitments/new', action: 'commitments.change', answer: showForm },
  { method: 'POST', path: '/work/commitments/new', action: 'commitments.change', answer: takeCommitment },
]

/** Empty, or with what the commitment says whose place another shall take. */
async function showForm(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { lines, series } = await readCommitments(services)
  const old = lines.find(({ commitmentId }) => commitmentId !== undefined && commitmentId === request.query.get('replaces'))
  const id = services.newId()
  if (!old?.commitmentId) return commitmentFormPage(request, series, { typed: { id }, errors: {} })
  const { kind, what, number, unit, from, until, announcedBy, announcedOn = '', source, series: counted } = old.commitment
  return commitmentFormPage(request, series, { typed: { id, replaces: old.commitmentId, kind, whatEn: what.en, whatFr: what.fr, number: String(number), unit, from, until, announcedBy, announcedOn, source, series: counted }, errors: {} })
}

async function takeCommitment(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn, visitor: { address: { language } } } = request
  const typed = typedIn(form, fields)
  const [id, replaces] = [form.get('id') ?? '', form.get('replaces') ?? '']
  const done = await recordCommitment(services, signedIn, { commitmentId: id, replaces: replaces === '' ? undefined : replaces, typed })
  if (done.ok) return { to: '/work/commitments' }
  const words = countryWords[language]
  const { series } = await readCommitments(services)
  const errors = done.refusal.code === 'faults' ? errorsOf(done.refusal.faults, fields, words.commitmentFields, words.commitmentFaults) : {}
  return commitmentFormPage(request, series, { typed: { ...typed, id, replaces }, errors }, done.refusal.code === 'replaced')
}
