import type { Inventory } from '../../casework/lists.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { writeAccess } from '../../store/access-log.ts'
import { countWork, placeAfter, worklist, type CaseRow, type Place, type WorkCounted, type WorklistChoice } from '../../store/worklist.ts'
import { reachOf } from '../access/permissions.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { SignedIn } from '../identity/read-session.ts'

/** What a list of open cases is narrowed by: what stands in its address, in a saved view and in an export. */
export type CaseChoice = { readonly inventory?: Inventory; readonly country?: string; readonly due?: DueChoice }

export const dueChoices = ['overdue', 'week'] as const

export type DueChoice = (typeof dueChoices)[number]

export type MyWorkAsked = CaseChoice & { readonly after?: Place; readonly before?: Place }

/** One open case, as it stood when it was last brought up to date, and whether nothing has happened for long. */
export type WorkLine = CaseRow & { readonly stalled: boolean }

export type MyWork = {
  readonly reach: 'assigned' | 'all'
  readonly today: PlainDate
  readonly lines: readonly WorkLine[]
  /** Of `mostCounted` cases at most. */
  readonly counted: WorkCounted
  readonly previous?: Place
  readonly next?: Place
}

export const workPageSize = 50
export const mostCounted = 1000
/** Without a step for so many days a case is called stalled: the age of the file, and nothing about the person. */
export const stalledDays = 90
export const soonDays = 7

/** The open cases that somebody reaches, by due day. That they were looked at is written down first, in the same transaction. */
export function readMyWork(services: CaseServices, { accountId, handle, sessionId, roles }: SignedIn, asked: MyWorkAsked): Promise<MyWork> {
  const reach = reachOf(roles, 'work.read') ?? 'assigned'
  const today = services.clock.today()
  const stalledBefore = daysOn(today, -stalledDays)
  const choice = { of: reach === 'all' ? 'all' as const : { officer: handle }, ...narrowed(asked, today) }
  return services.database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const { after, before } = asked
    // One more than is shown tells whether there is another page.
    const found = await worklist(tx, { ...choice, ...(after ? { after } : {}), ...(before ? { before } : {}), limit: workPageSize + 1 })
    const rows = before ? found.slice(-workPageSize) : found.slice(0, workPageSize)
    await writeAccess(tx, { accountId, handle, sessionId, action: 'work.read', about: { cases: rows.length } })
    const lines = rows.map((row): WorkLine => ({ ...row, stalled: row.lastStepOn < stalledBefore }))
    const counted = await countWork(tx, choice, { today, soon: daysOn(today, soonDays), stalledBefore, most: mostCounted + 1 })
    return { reach, today, lines, counted, ...leaves(rows, found.length > workPageSize, asked) }
  })
}

/** A choice as the store asks it, on a day. */
export function narrowed({ inventory, country, due }: CaseChoice, today: PlainDate): Pick<WorklistChoice, 'inventory' | 'country' | 'dueBy'> {
  return { ...(inventory ? { inventory } : {}), ...(country ? { country } : {}), ...(due ? { dueBy: daysOn(today, due === 'overdue' ? -1 : soonDays) } : {}) }
}

/** Where the pages beside this one begin. */
function leaves(rows: readonly CaseRow[], more: boolean, { after, before }: MyWorkAsked): Pick<MyWork, 'previous' | 'next'> {
  const [first, last] = [rows[0], rows.at(-1)]
  return { ...(first && (before ? more : after) ? { previous: placeAfter(first) } : {}), ...(last && (before || more) ? { next: placeAfter(last) } : {}) }
}

function daysOn(day: PlainDate, days: number): PlainDate {
  return dayFromNumber(dayNumber(day) + days)
}
