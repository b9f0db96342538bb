import type { CaseState } from '../../casework/case-state.ts'
import type { KeptEvent } from '../../casework/event.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import { listAccounts } from '../../store/accounts.ts'
import { writeAccess } from '../../store/access-log.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { purposeInForce, type Purpose } from '../work/purposes.ts'
import { reachCase } from '../work/reach-case.ts'
import { waitingFacts, type WaitingFact } from './waiting-facts.ts'

export type RecordServices = Omit<CaseServices, 'roles'> & { readonly roles: CaseServices['roles'] & Pick<Roles, 'auditor'> }

/** What a page that records in a case chooses from. It holds all that casework knows: what is shown of it is for `purpose` to say. */
export type CaseToRecord = {
  readonly caseId: string
  readonly state: CaseState
  readonly events: readonly KeptEvent[]
  readonly today: PlainDate
  readonly book: LawBook
  readonly purpose?: Purpose
  /** Facts that somebody proposed and that wait for a second person, as far as this reader may know. */
  readonly waiting: readonly WaitingFact[]
  /** Those to whom a case can be handed. */
  readonly officers: readonly { readonly handle: string; readonly displayName: string }[]
}

/** One case for whoever may record in it; undefined: there is none, or not for them, which are the same. The look is written down first. */
export async function readCaseToRecord(services: RecordServices, signedIn: SignedIn, caseId: string): Promise<CaseToRecord | undefined> {
  const { database, clock, roles: { auditor } } = services
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.change', caseId)
    if (!row) return undefined
    const purpose = await purposeInForce(auditor, signedIn, row.caseId)
    const { accountId, handle, sessionId } = signedIn
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read', caseId: row.caseId })
    if (purpose) await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read-protected', caseId: row.caseId, purpose })
    const loaded = await loadCaseState(tx, row.caseId)
    if (!loaded) return undefined
    const { book } = await loadLaw(tx, services)
    const officers = (await listAccounts(tx)).filter((one) => one.disabledAt === undefined && one.roles.includes('officer')).map((one) => ({ handle: one.handle, displayName: one.displayName }))
    const waiting = await waitingFacts(tx, { caseId: row.caseId, state: loaded.state, withProtected: purpose !== undefined })
    return { ...loaded, today: clock.today(), book, waiting, officers, ...(purpose ? { purpose } : {}) }
  })
}
