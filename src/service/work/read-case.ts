import type { CaseState } from '../../casework/case-state.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { readAccessOfCase, writeAccess, type KeptAccess } from '../../store/access-log.ts'
import { messagesOf, type KeptMessage } from '../../store/outbound.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseRow } from '../../store/worklist.ts'
import { whoAsks, type Actor } from '../access/actor.ts'
import type { Roles } from '../database.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { Services } from '../services.ts'
import type { Purpose } from './purposes.ts'
import { reachCase } from './reach-case.ts'
import { isProtectedEvent, isProtectedFact } from './what-is-protected.ts'

/** A case without what this reader may not read; what is protected is in it only with a purpose. Gates are asked apart. */
export type CaseRead = {
  readonly row: CaseRow
  readonly state: Pick<CaseState, 'version' | 'identity' | 'nationalities' | 'orders' | 'requests' | 'documents' | 'bookings' | 'departures' | 'facts' | 'risks'>
  readonly events: readonly KeptEvent[]
  readonly left: readonly KeptMessage[]
  readonly purpose?: Purpose
}

/** One case for a program that names its purpose with each request. Undefined: there is none, or not for them, which are the same. The look is written down first, in the same transaction. */
export async function readCase({ database }: Services, actor: Actor, caseId: string, purpose?: Purpose): Promise<CaseRead | undefined> {
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await lookAtCase(tx, actor, caseId, purpose)
    const loaded = row && (await loadCaseState(tx, row.caseId))
    if (!row || !loaded) return undefined
    const { state, events } = loaded
    const left = await messagesOf(tx, row.caseId)
    return {
      row, left,
      state: { ...state, facts: state.facts.filter(({ fact }) => purpose !== undefined || !isProtectedFact(fact)), risks: purpose === undefined ? [] : state.risks },
      events: events.filter(({ event }) => purpose !== undefined || !isProtectedEvent(event)),
      ...(purpose === undefined ? {} : { purpose }),
    }
  })
}

/** The case's row, after the look at it is written down. With a purpose, only for those who may read what is protected. */
export async function lookAtCase(tx: Transaction, actor: Actor, caseId: string, purpose?: Purpose): Promise<CaseRow | undefined> {
  const row = await reachCase(tx, actor, 'case.read', caseId)
  if (!row || (purpose !== undefined && !(await reachCase(tx, actor, 'case.read-protected', caseId)))) return undefined
  await writeAccess(tx, { ...whoAsks(actor), action: 'case.read', caseId: row.caseId })
  if (purpose !== undefined) await writeAccess(tx, { ...whoAsks(actor), action: 'case.read-protected', caseId: row.caseId, purpose })
  return row
}

const mostLooks = 200

/** Who looked at a case, the latest first, for those who may see it. */
export async function readLooks({ database, roles }: Services & { readonly roles: Pick<Roles, 'auditor'> }, actor: Actor, caseId: string): Promise<readonly KeptAccess[] | undefined> {
  return database.transaction().execute(async (tx) => {
    const row = await reachCase(tx, actor, 'case.see-who-looked', caseId)
    if (!row) return undefined
    const looks = await readAccessOfCase(roles.auditor, row.caseId, mostLooks)
    await writeAccess(tx, { ...whoAsks(actor), action: 'case.see-who-looked', caseId: row.caseId })
    return looks
  })
}
