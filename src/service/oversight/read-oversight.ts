import type { Decision } from '../../casework/decision.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { writeAccess } from '../../store/access-log.ts'
import { latestProposals, type KeptProposal } from '../../store/approvals.ts'
import { everyGlass, type BrokenGlass } from '../../store/break-glass.ts'
import { exportsMade, type KeptExport } from '../../store/exports.ts'
import { approvedLawUpdates, proposedLawUpdates, type KeptLawUpdate } from '../../store/law-updates.ts'
import { countMessages, decisionsBetween, type DecisionLine, type MessagesCounted } from '../../store/oversight.ts'
import { placeAfter, worklist, type CaseRow, type Place } from '../../store/worklist.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ReadServices } from '../work/read-case-page.ts'
import { narrowed, type MyWorkAsked } from '../work/read-my-work.ts'

/** A page of oversight shows at most so many lines. */
export const mostShown = 200
export const casesShown = 50

/** Writes down what an auditor looks at, before it is shown. */
function writeLook({ database }: ReadServices, { accountId, handle, sessionId }: SignedIn, about: Readonly<Record<string, string | number>>): Promise<void> {
  return writeAccess(database, { accountId, handle, sessionId, action: 'oversight.read', about })
}

export type EveryCase = { readonly rows: readonly CaseRow[]; readonly today: PlainDate; readonly previous?: Place; readonly next?: Place }

/** Every open case, by due day. */
export async function readEveryCase(services: ReadServices, signedIn: SignedIn, { after, before, ...choice }: MyWorkAsked): Promise<EveryCase> {
  return services.database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const found = await worklist(tx, { ...narrowed(choice, services.clock.today()), of: 'all', ...(after ? { after } : {}), ...(before ? { before } : {}), limit: casesShown + 1 })
    const rows = before ? found.slice(-casesShown) : found.slice(0, casesShown)
    const { accountId, handle, sessionId } = signedIn
    await writeAccess(tx, { accountId, handle, sessionId, action: 'oversight.read', about: { what: 'cases', cases: rows.length } })
    const more = found.length > casesShown
    const [first, last] = [rows[0], rows.at(-1)]
    return { rows, today: services.clock.today(), ...(first && (before ? more : after) ? { previous: placeAfter(first) } : {}), ...(last && (before || more) ? { next: placeAfter(last) } : {}) }
  })
}

export type DecisionsRead = { readonly decisions: readonly DecisionLine[]; readonly more: boolean }

/** What the gates answered in these days. */
export async function readDecisions(services: ReadServices, signedIn: SignedIn, { from, until, states }: { readonly from: PlainDate; readonly until: PlainDate; readonly states: readonly Decision['state'][] }): Promise<DecisionsRead> {
  await writeLook(services, signedIn, { what: 'decisions', from, until })
  const found = await decisionsBetween(services.roles.auditor, { from, until, states, timeZone: services.clock.timeZone ?? 'UTC', limit: mostShown + 1 })
  return { decisions: found.slice(0, mostShown), more: found.length > mostShown }
}

/** Changes of the law: those that wait, and those that were approved, the latest first. */
export async function readLawUpdates(services: ReadServices, signedIn: SignedIn): Promise<readonly KeptLawUpdate[]> {
  await writeLook(services, signedIn, { what: 'law' })
  const { auditor } = services.roles
  return [...(await proposedLawUpdates(auditor)), ...(await approvedLawUpdates(auditor))].toSorted((one, other) => (one.proposedAt < other.proposedAt ? 1 : -1))
}

/** How many messages left for each state in each of the last twelve months. */
export async function readMessages(services: ReadServices, signedIn: SignedIn): Promise<readonly MessagesCounted[]> {
  await writeLook(services, signedIn, { what: 'messages' })
  return countMessages(services.roles.auditor, { from: daysBefore(services.clock.today(), 365), timeZone: services.clock.timeZone ?? 'UTC' })
}

export async function readEveryGlass(services: ReadServices, signedIn: SignedIn): Promise<readonly BrokenGlass[]> {
  await writeLook(services, signedIn, { what: 'broken-glass' })
  return everyGlass(services.roles.auditor, mostShown)
}

/** What takes two people: proposed, agreed to or not. */
export async function readApprovals(services: ReadServices, signedIn: SignedIn): Promise<readonly KeptProposal[]> {
  await writeLook(services, signedIn, { what: 'approvals' })
  return latestProposals(services.roles.auditor, mostShown)
}

export async function readExports(services: ReadServices, signedIn: SignedIn): Promise<readonly KeptExport[]> {
  await writeLook(services, signedIn, { what: 'exports' })
  return exportsMade(services.roles.auditor, { limit: mostShown })
}

export function daysBefore(day: PlainDate, days: number): PlainDate {
  return dayFromNumber(dayNumber(day) - days)
}
