import { randomUUID } from 'node:crypto'
import { deleteView, readViews, saveView } from '../../service/oversight/keep-views.ts'
import { readMyWork, type CaseChoice } from '../../service/work/read-my-work.ts'
import { readCaseChoice } from './case-filter.ts'
import { myWorkPage } from './my-work-page.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

/** Choices of filters under names of one's own. */
export const viewsRoutes: readonly WorkRoute[] = [
  { method: 'POST', path: '/work/views', action: 'work.read', answer: takeView },
  { method: 'POST', path: '/work/views/delete', action: 'work.read', answer: async (services, { signedIn, form }) => (await deleteView(services, signedIn, form.get('view') ?? ''), toList(readCaseChoice(form))) },
]

async function takeView(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const { form, signedIn } = request
  const [choice, typed] = [readCaseChoice(form), form.get('name') ?? '']
  // Nothing chosen is the whole list, which needs no name.
  if (Object.keys(choice).length === 0) return toList(choice)
  const kept = await saveView(services, signedIn, { viewId: randomUUID(), name: typed, choice })
  if (kept.ok) return toList(choice)
  return myWorkPage(request, choice, await readMyWork(services, signedIn, choice), { views: await readViews(services, signedIn), fault: kept.refusal, typed })
}

function toList(choice: CaseChoice): WorkAnswer {
  const search = new URLSearchParams(Object.entries(choice)).toString()
  return { to: `/work/cases${search === '' ? '' : `?${search}`}` }
}
