import { findDay } from '../../kernel/day.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { readViews } from '../../service/oversight/keep-views.ts'
import { givePurpose } from '../../service/work/give-purpose.ts'
import { isPurpose } from '../../service/work/purposes.ts'
import { readCasePage } from '../../service/work/read-case-page.ts'
import { readMyWork, type MyWorkAsked } from '../../service/work/read-my-work.ts'
import { searchCases, type Wanted } from '../../service/work/search-cases.ts'
import type { Place } from '../../store/worklist.ts'
import { notFoundPage } from '../error-pages.ts'
import { partWords } from '../parts/part-words.ts'
import { readCaseChoice } from './case-filter.ts'
import { casePage, type PurposeFault } from './case-page.ts'
import { inOtherLanguage } from './in-other-language.ts'
import { myWorkPage } from './my-work-page.ts'
import { recordPart } from './record-part.ts'
import { searchPage } from './search-page.ts'
import { switchName } from './work-frame.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** Lists of cases, one case, looking for one. */
export const caseRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/cases', action: 'work.read', group: 'cases', name: { en: partWords.en.list.name, fr: partWords.fr.list.name }, answer: async (services, request) => {
    const asked = readChoice(request.query)
    return myWorkPage(request, asked, await readMyWork(services, request.signedIn, asked), { views: await readViews(services, request.signedIn) })
  } },
  { method: 'GET', path: '/work/cases/:caseId', action: 'case.read', answer: (services, request) => showCasePage(services, request) },
  { method: 'POST', path: '/work/cases/:caseId/purpose', action: 'case.read-protected', answer: takePurpose },
  { method: 'GET', path: '/work/search', action: 'cases.search', group: 'cases', name: { en: partWords.en.search.name, fr: partWords.fr.search.name }, answer: (_, request) => searchPage(request, { wanted: { familyName: '', givenNames: '', caseId: '' } }) },
  { method: 'POST', path: '/work/search', action: 'cases.search', answer: search },
]

async function search(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const field = (name: keyof Wanted) => (request.form.get(name) ?? '').trim()
  const wanted: Wanted = { familyName: field('familyName'), givenNames: field('givenNames'), caseId: field('caseId') }
  const wish = request.form.get(switchName)
  // Nothing is kept of a search: the form itself goes along to the other language, and is shown there with what was typed.
  if (wish !== null) return wish === request.visitor.address.language ? searchPage(request, { wanted }) : { ...inOtherLanguage(services, request, '/work/search'), again: true }
  const found = await searchCases(services, request.signedIn, wanted)
  return searchPage(request, found.ok ? { wanted, found: found.value } : { wanted, fault: found.refusal })
}

/** What does not exist and what one does not reach are one page. */
async function showCasePage(services: WorkServices, request: WorkRequest, fault?: PurposeFault): Promise<WorkAnswer> {
  const found = await readCasePage(services, request.signedIn, request.parameters['caseId'] ?? '')
  return found ? casePage(request, found, services.clock.timeZone ?? 'UTC', fault, await recordPart(services, request, found)) : notFoundPage(request.visitor.address)
}

async function takePurpose(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { signedIn, form, parameters: { caseId = '' }, visitor } = request
  const purpose = form.get('purpose') ?? ''
  if (!isPurpose(purpose)) return showCasePage(services, request, purpose === '' ? 'missing' : 'wrong')
  return (await givePurpose(services, signedIn, caseId, purpose)) ? { to: `/work/cases/${caseId}#protected` } : notFoundPage(visitor.address)
}

function readChoice(query: URLSearchParams): MyWorkAsked {
  const [after, before] = [readLeaf(query.get('after')), readLeaf(query.get('before'))]
  return { ...readCaseChoice(query), ...(before ? { before } : after ? { after } : {}) }
}

function readLeaf(text: string | null): Place | undefined {
  const [day = '', caseId = ''] = (text ?? '').split('_')
  return (day === 'infinity' || findDay(day)) && isId(caseId) ? { day, caseId } : undefined
}
