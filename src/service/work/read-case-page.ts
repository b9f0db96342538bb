import { hasLeft, type CaseState, type KeptFact } from '../../casework/case-state.ts'
import type { Collision } from '../../casework/collisions.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { answerEveryStep } from '../../casework/take-step.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Step } from '../../law/rule.ts'
import { readAccessOfCase, writeAccess, type KeptAccess } from '../../store/access-log.ts'
import { proposalsOfCase, type KeptProposal } from '../../store/approvals.ts'
import { findGlassInForce, type BrokenGlass } from '../../store/break-glass.ts'
import { messagesOf, type KeptMessage } from '../../store/outbound.ts'
import type { Transaction } from '../../store/tables.ts'
import type { CaseRow } from '../../store/worklist.ts'
import { may } from '../access/permissions.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import { loadLaw } from '../cases/load-law.ts'
import { detailsOf } from '../cases/read-worklist.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { purposeInForce, type Purpose } from './purposes.ts'
import { reachCase } from './reach-case.ts'
import { isProtectedEvent, isProtectedFact, withoutProtected } from './what-is-protected.ts'

export type ReadServices = Omit<CaseServices, 'roles'> & { readonly roles: Pick<Roles, 'auditor'> }

export type GatesThere = { readonly destination: string; readonly place?: string; readonly steps: readonly { readonly step: Step; readonly answer: StepAnswer }[] }

/** What the page of a case may show to this reader: what is protected is in it only with a purpose. */
export type CaseToRead = {
  readonly row: CaseRow
  readonly today: PlainDate
  readonly book: LawBook
  readonly identity: CaseState['identity']
  readonly nationalities: CaseState['nationalities']
  readonly orders: CaseState['orders']
  readonly requests: CaseState['requests']
  readonly documents: CaseState['documents']
  readonly bookings: CaseState['bookings']
  readonly departures: CaseState['departures']
  readonly facts: readonly KeptFact[]
  readonly risks: CaseState['risks']
  readonly events: readonly KeptEvent[]
  readonly left: readonly KeptMessage[]
  /** What took two people, however it ended. Their texts are on pages of their own. */
  readonly approvals: readonly KeptProposal[]
  readonly gates: readonly GatesThere[]
  /** Where journeys, documents and gates do not fit together today: that a gate holds is said to everybody, its reasons are not. */
  readonly collisions: readonly Collision[]
  /** Nothing is to be decided any more: the case is closed, or the person has left. */
  readonly over: boolean
  readonly purpose?: Purpose
  /** Whether this reader may give a purpose. */
  readonly mayGivePurpose: boolean
  /** The act by which this reader reads what is not theirs: reading is all that it opens. */
  readonly glass?: BrokenGlass
  /** Who looked before, for those who may see it. */
  readonly looks?: readonly KeptAccess[]
}

const mostLooks = 50

/**
 * One case for one reader, or undefined: there is none, or they do not reach it, which are the same. The look is written down first, in
 * the same transaction; what only the auditor's role reads is read beside it.
 */
export async function readCasePage(services: ReadServices, signedIn: SignedIn, caseId: string): Promise<CaseToRead | undefined> {
  const { database, roles: { auditor } } = services
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.read', caseId)
    if (!row) return undefined
    const assigned = row.officer === signedIn.handle
    const glass = may(signedIn.roles, 'case.read', assigned) ? undefined : await findGlassInForce(tx, { accountId: signedIn.accountId, caseId: row.caseId })
    const mayGivePurpose = glass !== undefined || may(signedIn.roles, 'case.read-protected', assigned)
    const purpose = mayGivePurpose ? await purposeInForce(auditor, signedIn, row.caseId) : undefined
    const looks = may(signedIn.roles, 'case.see-who-looked', assigned) ? await readAccessOfCase(auditor, row.caseId, mostLooks) : undefined
    await writeLook(tx, signedIn, row.caseId, purpose, glass)
    const loaded = await loadCaseState(tx, row.caseId)
    if (!loaded) return undefined
    const { book } = await loadLaw(tx, services)
    // Nothing left where no event says so: a message and its event are kept together or not at all.
    const left = loaded.events.some(({ event }) => event.kind === 'request-sent' || event.kind === 'correction-sent') ? await messagesOf(tx, row.caseId) : []
    const approvals = await proposalsOfCase(tx, row.caseId)
    return { ...readable(loaded.state, loaded.events, purpose), ...gatesOf(loaded.state, services.clock.today(), book, purpose), row, today: services.clock.today(), book, collisions: detailsOf(loaded.state, services, book).collisions, left, approvals, mayGivePurpose, ...(purpose ? { purpose } : {}), ...(glass ? { glass } : {}), ...(looks ? { looks } : {}) }
  })
}

async function writeLook(tx: Transaction, { accountId, handle, sessionId }: SignedIn, caseId: string, purpose: Purpose | undefined, glass: BrokenGlass | undefined) {
  const about = glass ? { glass: glass.glassId } : {}
  await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read', caseId, about })
  if (purpose) await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read-protected', caseId, purpose, about })
}

function readable({ identity, nationalities, orders, requests, documents, bookings, departures, facts, risks }: CaseState, events: readonly KeptEvent[], purpose: Purpose | undefined) {
  return {
    identity, nationalities, orders, requests, documents, bookings, departures,
    facts: facts.filter(({ fact }) => purpose !== undefined || !isProtectedFact(fact)),
    risks: purpose === undefined ? [] : risks,
    events: events.filter(({ event }) => purpose !== undefined || !isProtectedEvent(event)),
  }
}

function gatesOf(state: CaseState, today: PlainDate, book: LawBook, purpose: Purpose | undefined): Pick<CaseToRead, 'gates' | 'over'> {
  if (state.closed || hasLeft(state)) return { gates: [], over: true }
  const gates = destinationsOf(state).map(({ destination, place }): GatesThere => ({
    destination, ...(place === undefined ? {} : { place }),
    steps: answerEveryStep(state, { today, book }, { destination, ...(place === undefined ? {} : { place }) })
      .map(({ step, answer }) => ({ step, answer: purpose === undefined ? withoutProtected(answer, book, today) : answer })),
  }))
  return { gates, over: false }
}
