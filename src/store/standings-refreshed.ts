import { sql } from 'kysely'
import type { PlainDate } from '../kernel/day.ts'
import type { Database } from './tables.ts'

/** For which day, under how many approved updates of the law, worklists were brought up to date. */
export type RefreshedFor = { readonly day: PlainDate; readonly lawRevision: number }

export async function noteRefreshed(tx: Database, { day, lawRevision }: RefreshedFor, cases: number): Promise<void> {
  await sql`insert into standings_refreshed (day, law_revision, cases) values (${day}, ${lawRevision}, ${cases})`.execute(tx)
}

export async function wasRefreshed(tx: Database, { day, lawRevision }: RefreshedFor): Promise<boolean> {
  const { rows } = await sql`select 1 from standings_refreshed where day = ${day} and law_revision = ${lawRevision} limit 1`.execute(tx)
  return rows.length > 0
}
