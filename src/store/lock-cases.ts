import { sql } from 'kysely'
import type { Transaction } from './tables.ts'

/** Keeps everybody else from moving these cases on until the transaction ends; waits for whoever is doing so. `tx` is of the role comity_application. */
export async function lockCases(tx: Transaction, caseIds: readonly string[]): Promise<void> {
  await sql`select lock_cases(${caseIds}::uuid[])`.execute(tx)
}
