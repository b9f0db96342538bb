import { findDay } from '../../kernel/day.ts'
import { isId } from '../../service/cases/load-case-state.ts'
import { readMyWork, type MyWorkAsked } from '../../service/work/read-my-work.ts'
import type { Place } from '../../store/worklist.ts'
import { partWords } from '../parts/part-words.ts'
import { myWorkPage, openInventories } from './my-work-page.ts'
import type { WorkRoute } from './work-route.ts'

/** Lists of cases, one case, looking for one. */
export const caseRoutes: readonly WorkRoute[] = [
  { method: 'GET', path: '/work/cases', action: 'work.read', name: { en: partWords.en.list.name, fr: partWords.fr.list.name }, answer: async (services, request) => {
    const asked = readChoice(request.query)
    return myWorkPage(request, asked, await readMyWork(services, request.signedIn, asked))
  } },
]

/** What cannot be meant is no choice: a list is then longer, and never another one's. */
function readChoice(query: URLSearchParams): MyWorkAsked {
  const inventory = openInventories.find((one) => one === query.get('inventory'))
  const country = /^[A-Z]{2}$/.exec(query.get('country') ?? '')?.[0]
  const [after, before] = [readLeaf(query.get('after')), readLeaf(query.get('before'))]
  return { ...(inventory ? { inventory } : {}), ...(country ? { country } : {}), ...(before ? { before } : after ? { after } : {}) }
}

function readLeaf(text: string | null): Place | undefined {
  const [day = '', caseId = ''] = (text ?? '').split('_')
  return (day === 'infinity' || findDay(day)) && isId(caseId) ? { day, caseId } : undefined
}
