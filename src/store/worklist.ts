import { sql, type RawBuilder } from 'kysely'
import type { Attention } from '../casework/attention.ts'
import type { Inventory } from '../casework/lists.ts'
import type { PlainDate } from '../kernel/day.ts'
import type { Jurisdiction } from '../law/rule.ts'
import { nameKey } from './name-key.ts'
import { standingColumns, type Standing } from './standing.ts'
import type { Database } from './tables.ts'

/** A case as a list shows it. */
export type CaseRow = Omit<Standing, 'fictional'> & {
  readonly caseId: string
  readonly version: number
  readonly jurisdiction: Jurisdiction
  readonly familyName: string
  readonly givenNames: string
  readonly bornOn?: string
  /** Made up, as a sample: said when it was loaded, and never changed. */
  readonly fictional: boolean
}

/** Whose cases: one officer's (null: nobody's), one country's, or all. Departed and closed cases are on no worklist. */
export type WorklistChoice = {
  readonly of: { readonly officer: string | null } | { readonly country: string } | 'all'
  readonly inventory?: Inventory
  /** Only cases of this country, of those. */
  readonly country?: string
  /** Only what is due on this day or before. */
  readonly dueBy?: PlainDate
  /** The last case of the page before. */
  readonly after?: Place
  /** The first case of the page after, where one leafs back; it stands instead of `after`. */
  readonly before?: Place
  readonly limit: number
}

/** Where a list goes on: the day that it is sorted by, and the case. */
export type Place = { readonly day: string; readonly caseId: string }

/** Open cases by the day on which something is due, those without one last. */
export async function worklist(tx: Database, { after, before, limit, ...choice }: WorklistChoice): Promise<readonly CaseRow[]> {
  const conditions = [...conditionsOf(choice)]
  if (before) return (await select(tx, [...conditions, sql`(due_on, case_id) < (${before.day}::date, ${before.caseId}::uuid)`], sql`case_file.due_on desc, case_id desc`, limit)).toReversed()
  if (after) conditions.push(sql`(due_on, case_id) > (${after.day}::date, ${after.caseId}::uuid)`)
  // The column itself, which the indexes are sorted by: `due_on` alone would be the one that is shown, where infinity is null.
  return select(tx, conditions, sql`case_file.due_on, case_id`, limit)
}

/** Where `worklist` goes on after this case. */
export function placeAfter({ due, caseId }: CaseRow): Place {
  return { day: due?.on ?? 'infinity', caseId }
}

/** How many open cases there are, of the first `most` by due day; of these: due before today, due until a day, and without a step since before a day. */
export type WorkCounted = { readonly cases: number; readonly overdue: number; readonly dueSoon: number; readonly stalled: number }

/** Counts no further than `most` cases: an authority's whole caseload is not counted for one page. */
export async function countWork(tx: Database, choice: Pick<WorklistChoice, 'of' | 'inventory' | 'country' | 'dueBy'>, { today, soon, stalledBefore, most }: { readonly today: PlainDate; readonly soon: PlainDate; readonly stalledBefore: PlainDate; readonly most: number }): Promise<WorkCounted> {
  const { rows } = await sql<WorkCounted>`
    select count(*) as cases, count(*) filter (where due_on < ${today}) as overdue, count(*) filter (where due_on between ${today} and ${soon}) as "dueSoon", count(*) filter (where last_step_on < ${stalledBefore}) as stalled
    from (select due_on, last_step_on from case_file where ${sql.join(conditionsOf(choice), sql` and `)} order by due_on, case_id limit ${most}) as first`.execute(tx)
  return rows[0] ?? { cases: 0, overdue: 0, dueSoon: 0, stalled: 0 }
}

/** Open cases in which nothing has happened since before a day, the oldest first: by the age of the case, never by a score. */
export async function stalledCases(tx: Database, before: PlainDate, limit: number, after?: Place): Promise<readonly CaseRow[]> {
  const conditions = [isOpen, sql`last_step_on < ${before}`, ...(after ? [sql`(last_step_on, case_id) > (${after.day}::date, ${after.caseId}::uuid)`] : [])]
  return select(tx, conditions, sql`last_step_on, case_id`, limit)
}

/** Cases, open or not, whose person's family name (and given names) begin like this, in the order of the names; `officer`: only theirs. */
export async function findCasesByName(tx: Database, familyName: string, givenNames: string, limit: number, officer?: string): Promise<readonly CaseRow[]> {
  const key = nameKey(familyName, givenNames)
  return select(tx, [sql`name_key ~>=~ ${key} and name_key ~<~ ${`${key}\u{10ffff}`}`, ...(officer === undefined ? [] : ownedBy({ officer }))], sql`name_key using ~<~, case_id`, limit)
}

/** One case as a list shows it; undefined when there is none. */
export async function findCaseRow(tx: Database, caseId: string): Promise<CaseRow | undefined> {
  return (await select(tx, [sql`case_id = ${caseId}`], sql`case_id`, 1))[0]
}

/** How many cases stand in each inventory; fictional ones are counted apart. */
export async function countInventories(tx: Database): Promise<readonly { readonly inventory: Inventory; readonly jurisdiction: Jurisdiction; readonly fictional: boolean; readonly cases: number }[]> {
  const { rows } = await sql<{ inventory: Inventory; jurisdiction: Jurisdiction; fictional: boolean; cases: number }>`
    select inventory, jurisdiction, fictional, count(*) as cases from case_file group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows
}

/** Brings up to date what depends on the day; false when the case has moved on meanwhile. */
export async function refreshStanding(tx: Database, caseId: string, version: number, standing: Standing): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select refresh_standing(${caseId}, ${version}, ${JSON.stringify(standingColumns(standing))}) as done`.execute(tx)
  return rows[0]?.done === true
}

// As the indexes say it, so that PostgreSQL sees that they serve.
const isOpen = sql`inventory not in ('departed', 'closed')`

function conditionsOf({ of, inventory, country, dueBy }: Pick<WorklistChoice, 'of' | 'inventory' | 'country' | 'dueBy'>): readonly RawBuilder<unknown>[] {
  return [isOpen, ...ownedBy(of), ...(inventory ? [sql`inventory = ${inventory}`] : []), ...(country ? [sql`country = ${country}`] : []), ...(dueBy ? [sql`due_on <= ${dueBy}`] : [])]
}

function ownedBy(of: WorklistChoice['of']): readonly RawBuilder<unknown>[] {
  if (of === 'all') return []
  if ('country' in of) return [sql`country = ${of.country}`]
  return [of.officer === null ? sql`officer is null` : sql`officer = ${of.officer}`]
}

async function select(tx: Database, conditions: readonly RawBuilder<unknown>[], order: RawBuilder<unknown>, limit: number): Promise<readonly CaseRow[]> {
  const { rows } = await sql<FileRow>`
    select case_id, version, opened_on, last_step_on, nullif(due_on, 'infinity') as due_on, due_for, attention, jurisdiction, inventory, fictional, country, officer, family_name, given_names, born_on
    from case_file where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}`.execute(tx)
  return rows.map(readRow)
}

type FileRow = {
  readonly case_id: string
  readonly version: number
  readonly opened_on: string
  readonly last_step_on: string
  readonly due_on: string | null
  readonly due_for: string | null
  readonly attention: Attention
  readonly jurisdiction: Jurisdiction
  readonly inventory: Inventory
  readonly fictional: boolean
  readonly country: string | null
  readonly officer: string | null
  readonly family_name: string
  readonly given_names: string
  readonly born_on: string | null
}

function readRow(row: FileRow): CaseRow {
  return {
    caseId: row.case_id,
    version: row.version,
    jurisdiction: row.jurisdiction,
    inventory: row.inventory,
    attention: row.attention,
    openedOn: row.opened_on as PlainDate,
    lastStepOn: row.last_step_on as PlainDate,
    familyName: row.family_name,
    givenNames: row.given_names,
    fictional: row.fictional,
    ...(row.born_on === null ? {} : { bornOn: row.born_on }),
    ...(row.country === null ? {} : { country: row.country }),
    ...(row.officer === null ? {} : { officer: row.officer }),
    ...(row.due_on === null || row.due_for === null ? {} : { due: { on: row.due_on as PlainDate, for: row.due_for } }),
  }
}
