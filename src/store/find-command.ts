import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** What a command did when it came first. */
export type EarlierCommand = { readonly digest: string; readonly firstSequence: number; readonly lastSequence: number }

/** Looks whether a command was done on this case before; undefined when it was not. */
export async function findCommand(tx: Database, caseId: string, commandId: string): Promise<EarlierCommand | undefined> {
  const { rows } = await sql<{ digest: string | null; firstSequence: number | null; lastSequence: number | null }>`
    select (array_agg(encode(command_digest, 'hex') order by sequence))[1] as digest, min(sequence) as "firstSequence", max(sequence) as "lastSequence"
    from case_event where case_id = ${caseId} and command_id = ${commandId}`.execute(tx)
  const { digest, firstSequence, lastSequence } = rows[0] ?? {}
  return firstSequence == null || lastSequence == null ? undefined : { digest: digest ?? '', firstSequence, lastSequence }
}
