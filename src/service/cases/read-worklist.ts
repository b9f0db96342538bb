import type { CaseState } from '../../casework/case-state.ts'
import { collisionsOn, type Collision } from '../../casework/collisions.ts'
import type { Inventory } from '../../casework/lists.ts'
import { warnDays } from '../../casework/attention.ts'
import type { Due } from '../../casework/due.ts'
import { departureAnswers, duesOf } from '../../casework/worklist-entry.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { placeAfter, stalledCases, worklist, type CaseRow, type Place, type WorklistChoice } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import type { CaseServices } from './case-services.ts'
import { loadCaseStates } from './load-case-state.ts'
import { loadLaw } from './load-law.ts'

export type WorklistAsked = {
  readonly of: WorklistChoice['of']
  readonly inventory?: Inventory
  readonly dueBy?: PlainDate
  readonly after?: Place
  readonly limit: number
  /** Look into each case for all that falls due and all that collides; else only the next thing that falls due. */
  readonly withDetails?: boolean
}

/** One line of a worklist. Lists are sorted by the day on which something is due, never by anything about the person. */
export type WorklistLine = CaseRow & { readonly dues?: readonly Due[]; readonly collisions?: readonly Collision[] }

export type WorklistPage = { readonly lines: readonly WorklistLine[]; /** Where the next page begins; absent on the last one. */ readonly next?: Place }

/** Open cases by due day: what an agreement, an expiry, a journey or a review of custody demands next. */
export async function readWorklist(services: CaseServices, { withDetails, ...choice }: WorklistAsked): Promise<WorklistPage> {
  return readOnly(services, async (tx) => {
    const rows = await worklist(tx, choice)
    const last = rows.at(-1)
    const next = rows.length === choice.limit && last ? { next: placeAfter(last) } : {}
    if (!withDetails) return { lines: rows, ...next }
    const { book } = await loadLaw(tx, services)
    const loaded = new Map((await loadCaseStates(tx, rows.map(({ caseId }) => caseId))).map(({ caseId, state }) => [caseId, state]))
    const lines = rows.map((row): WorklistLine => {
      const state = loaded.get(row.caseId)
      return state ? { ...row, ...detailsOf(state, services, book) } : row
    })
    return { lines, ...next }
  })
}

/** All that falls due in a case, and all that collides, today. */
export function detailsOf(state: CaseState, { clock, agreements }: Pick<CaseServices, 'clock' | 'agreements'>, book: Parameters<typeof duesOf>[1]['book']): { readonly dues: readonly Due[]; readonly collisions: readonly Collision[] } {
  const today = clock.today()
  return {
    dues: duesOf(state, { today, book, agreements }),
    // Documents, and journeys booked on them, are all that collides: where there are none, no gate need be asked.
    collisions: collisionsOn(state, state.documents.length === 0 ? [] : departureAnswers(state, { today, book }), today, dayFromNumber(dayNumber(today) + warnDays)),
  }
}

/** Open cases in which nothing has happened for so many days, the oldest first: it is the file that is old. */
export function readStalled(services: CaseServices, days: number, limit: number): Promise<readonly CaseRow[]> {
  const before = dayFromNumber(dayNumber(services.clock.today()) - days)
  return readOnly(services, (tx) => stalledCases(tx, before, limit))
}
