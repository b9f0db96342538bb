import { sql } from 'kysely'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Database } from './tables.ts'

/** A choice of filters that somebody named. */
export type SavedView = { readonly viewId: string; readonly name: string; readonly choice: Readonly<Record<string, string>> }

export type ViewRefusal = { readonly code: 'name-taken' | 'too-many' }

export const mostViews = 30

/** Keeps a choice of filters under a name of its account's own; the same again changes nothing. */
export async function saveView(tx: Database, { viewId, accountId, name, choice }: SavedView & { readonly accountId: string }): Promise<Result<null, ViewRefusal>> {
  // Two of one account come one after the other, so that neither passes the limit.
  await sql`select 1 from account where account_id = ${accountId} for no key update`.execute(tx)
  const views = await listViews(tx, accountId)
  const same = views.find((view) => view.name === name)
  if (same) return isSame(same.choice, choice) ? accept(null) : refuse({ code: 'name-taken' })
  if (views.length >= mostViews) return refuse({ code: 'too-many' })
  await sql`insert into saved_view (view_id, account_id, name, choice) values (${viewId}, ${accountId}, ${name}, ${JSON.stringify(choice)})`.execute(tx)
  return accept(null)
}

/** The views of an account, by name. */
export async function listViews(tx: Database, accountId: string): Promise<readonly SavedView[]> {
  const { rows } = await sql<{ view_id: string; name: string; choice: Readonly<Record<string, string>> }>`select view_id, name, choice from saved_view where account_id = ${accountId} order by name`.execute(tx)
  return rows.map(({ view_id: viewId, name, choice }) => ({ viewId, name, choice }))
}

/** Deletes a view for good, if it is this account's. */
export async function deleteView(tx: Database, { viewId, accountId }: { readonly viewId: string; readonly accountId: string }): Promise<void> {
  await sql`delete from saved_view where view_id = ${viewId} and account_id = ${accountId}`.execute(tx)
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const said = (choice: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(choice).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return said(one) === said(other)
}
