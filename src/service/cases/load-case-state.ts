import type { CaseState } from '../../casework/case-state.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { evolveAll } from '../../casework/evolve.ts'
import { loadCase, loadCases } from '../../store/cases.ts'
import type { Database } from '../../store/tables.ts'

/** A case as it is kept, and what follows from that. */
export type LoadedCase = { readonly caseId: string; readonly events: readonly KeptEvent[]; readonly state: CaseState }

/** Reads a case, up to a version where one is named; undefined when there is none of this id. */
export async function loadCaseState(tx: Database, caseId: string, atVersion?: number): Promise<LoadedCase | undefined> {
  const events = await loadCase(tx, caseId, atVersion)
  const state = events && evolveAll(events.map(({ event }) => event))
  return events && state && { caseId, events, state }
}

/** Reads many cases at once; ids of no case are left out. A few hundred at a time: all their events are held in memory. */
export async function loadCaseStates(tx: Database, caseIds: readonly string[]): Promise<readonly LoadedCase[]> {
  return (await loadCases(tx, caseIds)).flatMap((events) => {
    const [first] = events
    const state = evolveAll(events.map(({ event }) => event))
    return first && state ? [{ caseId: first.caseId, events, state }] : []
  })
}

/** Is this how the database writes an id? Asked before any query: PostgreSQL would call anything else our fault. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
