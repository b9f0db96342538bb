import type { PlainDate } from '../../kernel/day.ts'
import { noteRefreshed, wasRefreshed } from '../../store/standings-refreshed.ts'
import { placeAfter, refreshStanding, worklist, type Place } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { CaseServices } from './case-services.ts'
import { loadCaseStates } from './load-case-state.ts'
import { loadLaw } from './load-law.ts'
import { standingOf } from './standing-of.ts'

export type Refreshed = { readonly cases: number; /** Moved on by somebody meanwhile, and up to date by that. */ readonly movedOn: number; readonly today: PlainDate }

const pageSize = 500
const readSize = 200

/**
 * Brings up to date what worklists sort by, for every open case: a day passes, a moratorium ends, an update of the law is approved,
 * and nothing happens in the case itself. The server does it by itself; no gate reads what it writes.
 */
export async function refreshStandings(services: CaseServices): Promise<Refreshed> {
  const today = services.clock.today()
  const { revision: lawRevision } = await loadLaw(services.database, services)
  // The places first: what is brought up to date moves within the list.
  const caseIds = await openCaseIds(services)
  let movedOn = 0
  for (const some of inPages(caseIds)) {
    const seen = await readOnly(services, async (tx) => ({ loaded: await loadCaseStates(tx, some), law: await loadLaw(tx, services) }))
    const standings = seen.loaded.map(({ caseId, state }) => ({ caseId, version: state.version, standing: standingOf(state, { today, book: seen.law.book, agreements: services.agreements }) }))
    // One commit for a page. Its cases are locked in the order of their ids, as by those who merge two: nobody waits in a ring.
    await services.database.transaction().execute(async (tx) => {
      for (const { caseId, version, standing } of standings) if (!(await refreshStanding(tx, caseId, version, standing))) movedOn += 1
    })
  }
  await noteRefreshed(services.database, { day: today, lawRevision }, caseIds.length)
  return { cases: caseIds.length, movedOn, today }
}

/** Does so if it was not done yet for this day and this state of the law; undefined when it was. */
export async function refreshIfDue(services: CaseServices): Promise<Refreshed | undefined> {
  const { revision: lawRevision } = await loadLaw(services.database, services)
  return (await wasRefreshed(services.database, { day: services.clock.today(), lawRevision })) ? undefined : refreshStandings(services)
}

/** So many at a time as are read by one statement. */
export function inPages(caseIds: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(caseIds.length / readSize) }, (_, page) => caseIds.slice(page * readSize, (page + 1) * readSize))
}

/** The ids of all open cases, as they are at one moment. */
export function openCaseIds(services: CaseServices): Promise<readonly string[]> {
  return readOnly(services, async (tx) => {
    const found: string[] = []
    for (let after: Place | undefined; ;) {
      const rows = await worklist(tx, { of: 'all', limit: pageSize, ...(after ? { after } : {}) })
      found.push(...rows.map(({ caseId }) => caseId))
      const last = rows.at(-1)
      if (!last || rows.length < pageSize) return found
      after = placeAfter(last)
    }
  })
}
