import type { Inventory } from '../../casework/lists.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { writeAccess } from '../../store/access-log.ts'
import { placeAfter, worklist, type CaseRow, type Place } from '../../store/worklist.ts'
import { whoAsks, type Actor } from '../access/actor.ts'
import { reachOf } from '../access/permissions.ts'
import type { Services } from '../services.ts'

export type ListAsked = { readonly inventory?: Inventory; readonly country?: string; readonly dueBy?: PlainDate; readonly after?: Place; readonly limit: number }

/** `next`: where the list goes on, where it does. */
export type Listed = { readonly rows: readonly CaseRow[]; readonly next?: Place }

/** The open cases that somebody reaches, by due day, without asking the gates of any. That they were looked at is written down first, in the same transaction. */
export function listCases({ database }: Services, actor: Actor, { limit, ...choice }: ListAsked): Promise<Listed> {
  const of = reachOf(actor.roles, 'work.read') === 'all' ? 'all' as const : { officer: actor.handle }
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    // One more than is shown tells whether there is another page.
    const found = await worklist(tx, { ...choice, of, limit: limit + 1 })
    const rows = found.slice(0, limit)
    await writeAccess(tx, { ...whoAsks(actor), action: 'work.read', about: { cases: rows.length } })
    const last = rows.at(-1)
    return { rows, ...(last && found.length > limit ? { next: placeAfter(last) } : {}) }
  })
}
