import { approvalWords } from '../../service/approvals/approval-words.ts'
import { proposeLawAct } from '../../service/approvals/propose-law.ts'
import { waitingLawUpdates } from '../../service/cases/waiting-law-updates.ts'
import { writeAccess } from '../../store/access-log.ts'
import { notFoundPage } from '../error-pages.ts'
import { lawListPage, lawUpdatePage } from './approval-law-pages.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** Changes of the law that wait: a second legal reviewer reads what each changes, and agrees as to any proposal. */
export const approvalLawRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/law-updates', action: 'law.approve', group: 'two', name: { en: approvalWords.en.law.title, fr: approvalWords.fr.law.title }, answer: async (services, request) => lawListPage(request, await waitingLawUpdates(services), zoneOf(services)) },
  { method: 'GET', path: '/work/law-updates/:updateId', action: 'law.approve', answer: (services, request) => showUpdate(services, request) },
  { method: 'POST', path: '/work/law-updates/:updateId/prepare', action: 'law.approve', answer: prepare },
]

const zoneOf = ({ clock }: WorkServices) => clock.timeZone ?? 'UTC'

async function findUpdate(services: WorkServices, { parameters: { updateId } }: WorkRequest) {
  return (await waitingLawUpdates(services)).find((one) => one.updateId === updateId)
}

async function showUpdate(services: WorkServices, request: WorkRequest, fault?: string): Promise<WorkAnswer> {
  const found = await findUpdate(services, request)
  return found ? lawUpdatePage(request, found, zoneOf(services), fault) : notFoundPage(request.visitor.address)
}

async function prepare(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const found = await findUpdate(services, request)
  if (!found) return notFoundPage(request.visitor.address)
  // The effects name cases, so this is a look at all of them.
  const { accountId, handle, sessionId } = request.signedIn
  await writeAccess(services.database, { accountId, handle, sessionId, action: 'law.approve', about: { update: found.updateId } })
  const prepared = await proposeLawAct(services, found.updateId)
  return prepared.ok ? { to: `/work/approvals/${prepared.value}` } : showUpdate(services, request, approvalWords[request.visitor.address.language].law.gone)
}
