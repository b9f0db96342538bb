import { sql } from 'kysely'
import type { Database, Transaction } from './tables.ts'

/** Keeps everybody else from moving these cases on until the transaction ends; waits for whoever is doing so. `tx` is of the role comity_application. */
export async function lockCases(tx: Transaction, caseIds: readonly string[]): Promise<void> {
  await sql`select lock_cases(${caseIds}::uuid[])`.execute(tx)
}

/** Are some of these cases made up, and others real? They must not be merged: made-up cases can be deleted. */
export async function areRealAndFictional(tx: Database, caseIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ mixed: boolean | null }>`select bool_or(fictional) and not bool_and(fictional) as mixed from case_file where case_id = any(${caseIds}::uuid[])`.execute(tx)
  return rows[0]?.mixed === true
}
