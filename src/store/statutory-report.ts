import { sql } from 'kysely'
import type { Inventory } from '../casework/lists.ts'
import type { Jurisdiction } from '../law/rule.ts'
import type { Database } from './tables.ts'

/** IRPA 34 to 37, as far as they were found to apply. */
export type CriminalBackground = 'none-recorded' | 'security' | 'rights-violations' | 'serious-criminality' | 'criminality' | 'organized-criminality' | 'unknown'

/** What IRPA 49(4) wants broken down; kept apart from the case, and read by the role comity_report alone. */
export type StatutoryPerson = {
  readonly countryOfOrigin: string
  readonly birthYear?: number
  readonly gender: 'female' | 'male' | 'another' | 'unknown'
  readonly criminalBackground: CriminalBackground
}

/** Keeps or replaces the breakdown of one person. Whoever writes it cannot read it again. */
export async function recordStatutoryPerson(tx: Database, caseId: string, officer: string, person: StatutoryPerson): Promise<void> {
  const { countryOfOrigin, birthYear, gender, criminalBackground } = person
  await sql`select record_statutory_person(${caseId}, ${officer}, ${countryOfOrigin}, ${birthYear ?? null}, ${gender}, ${criminalBackground})`.execute(tx)
}

/** Persons removed in one month. Undefined or null: was not recorded. `age` in years reached in that calendar year. */
export type BreakdownRow = {
  readonly countryOfOrigin: string | null
  readonly age: number | null
  readonly gender: StatutoryPerson['gender'] | null
  readonly criminalBackground: CriminalBackground | null
  readonly persons: number
}

/** The breakdowns of one month (its first day) for the report under IRPA 49(3) and (4). `tx` is of the role comity_report. */
export async function monthlyBreakdown(tx: Database, jurisdiction: Jurisdiction, month: string): Promise<readonly BreakdownRow[]> {
  const { rows } = await sql<BreakdownRow>`
    select country_of_origin as "countryOfOrigin", age, gender, criminal_background as "criminalBackground", persons
    from statutory.monthly_breakdown where jurisdiction = ${jurisdiction} and month = ${month}
    order by country_of_origin, age, gender, criminal_background`.execute(tx)
  return rows
}

/**
 * Orders made by the end of a month (its first day) that had neither ended nor been enforced by then, in files that were open then;
 * by where their case stands now, which is the reason that is known. `tx` is of the role comity_report.
 */
export async function ordersNotEnforced(tx: Database, jurisdiction: Jurisdiction, month: string): Promise<readonly { readonly inventory: Inventory; readonly orders: number }[]> {
  const { rows } = await sql<{ inventory: Inventory; orders: number }>`
    with past as materialized (
      select * from statutory.order_event where jurisdiction = ${jurisdiction} and happened_on < ${month}::date + interval '1 month'
    ), newest as (
      select distinct on (case_id) case_id, kind from past where kind not in ('order-recorded', 'order-ended') order by case_id, sequence desc
    )
    select made.inventory, count(*) as orders
    from past as made left join newest using (case_id)
    where made.kind = 'order-recorded' and coalesce(newest.kind in ('case-reopened', 'merge-undone', 'arrival-recorded'), true)
      and not exists (select 1 from past as ended where ended.kind = 'order-ended' and ended.case_id = made.case_id and ended.order_id = made.order_id)
    group by 1 order by 1`.execute(tx)
  return rows
}
