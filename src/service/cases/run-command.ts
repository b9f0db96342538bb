import type { CaseState } from '../../casework/case-state.ts'
import type { Command, Decided } from '../../casework/command.ts'
import { decide } from '../../casework/decide.ts'
import type { Decision } from '../../casework/decision.ts'
import { evolve } from '../../casework/evolve.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Appended, AppendRefusal } from '../../store/append.ts'
import { appendEvents, type Append } from '../../store/cases.ts'
import { commandDigest } from '../../store/command-digest.ts'
import { recordDecision } from '../../store/decisions.ts'
import { areRealAndFictional, lockCases } from '../../store/lock-cases.ts'
import { findCommand, type EarlierCommand } from '../../store/find-command.ts'
import type { Database, Transaction } from '../../store/tables.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId, loadCaseState, type LoadedCase } from './load-case-state.ts'
import { loadLaw, type KnownLaw } from './load-law.ts'
import { sendRequest, type PacketFile } from './send-request.ts'
import { standingOf } from './standing-of.ts'

export type Asked = {
  readonly caseId: string
  readonly command: Command
  /** The same id again gives the first result, and does nothing more. */
  readonly commandId: string
  readonly officer: string
  /**
   * The version that the officer saw: another one by now is refused. `newest`: whoever asks wants it done on the case as it is;
   * when somebody else is faster, it is decided anew.
   */
  readonly version: number | 'newest'
  /** The other record of the same person, for the commands of a merge. */
  readonly otherCaseId?: string
  /** What was collected because an agreement requires it, for a request or a correction that is sent. */
  readonly extras?: SuppliedExtras
  /** What goes along with a request or a correction that is sent. */
  readonly files?: readonly PacketFile[]
}

const mostAttempts = 5

/** Does what a command asks of a case, or says why not and changes nothing. */
export async function runCommand(services: CaseServices, asked: Asked): Promise<Result<Appended, CommandRefusal>> {
  const wrong = checkAsked(asked)
  if (wrong) return refuse(wrong)
  for (let attempt = 1; ; attempt++) {
    const answer = asked.otherCaseId === undefined ? await attemptOnce(services, asked) : await withBothLocked(services, [asked.caseId, asked.otherCaseId], (locked) => attemptOnce(locked, asked))
    if (answer.ok || asked.version !== 'newest' || attempt === mostAttempts || !wasOvertaken(answer.refusal)) return answer
  }
}

/**
 * Does commands about two records of one person, one after the other and all of them or none, under the locks of both: what one step
 * is decided by cannot move before it is done. Asked only with ids that are ids.
 */
export async function runTogether(services: CaseServices, commands: readonly Asked[]): Promise<Result<Appended, CommandRefusal>> {
  const wrong = commands.map(checkAsked).find((one) => one !== undefined)
  if (wrong) return refuse(wrong)
  return withBothLocked(services, commands.flatMap(({ caseId, otherCaseId = caseId }) => [caseId, otherCaseId]), async (locked) => {
    let answer: Result<Appended, CommandRefusal> = refuse({ code: 'no-case' })
    for (const asked of commands) {
      answer = await attemptOnce(locked, asked)
      if (!answer.ok) return answer
    }
    return answer
  })
}

type Locked = (locked: CaseServices) => Promise<Result<Appended, CommandRefusal>>

/** A refusal leaves nothing behind; whoever calls within a transaction undoes it. */
async function withBothLocked(services: CaseServices, caseIds: readonly string[], work: Locked): Promise<Result<Appended, CommandRefusal>> {
  if (services.database.isTransaction) return lockedIn(services.database as Transaction, services, caseIds, work)
  const tx = await services.database.startTransaction().execute()
  try {
    const answer = await lockedIn(tx, services, caseIds, work)
    if (answer.ok) await tx.commit().execute()
    return answer
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}

async function lockedIn(tx: Transaction, services: CaseServices, caseIds: readonly string[], work: Locked): Promise<Result<Appended, CommandRefusal>> {
  await lockCases(tx, caseIds)
  return (await areRealAndFictional(tx, caseIds)) ? refuse({ code: 'fictional-with-real' }) : work({ ...services, database: tx })
}

// Another case is locked on a connection of its own; what a step needs of the gates or the outbound role would wait for it for ever.
const aboutTwo: ReadonlySet<Command['kind']> = new Set<Command['kind']>(['absorb-case', 'merge-into', 'undo-merge', 'undo-absorption'])

function checkAsked({ caseId, command, commandId, otherCaseId, officer }: Asked): CommandRefusal | undefined {
  if (otherCaseId !== undefined && !aboutTwo.has(command.kind)) return { code: 'field-not-known', field: 'otherCaseId' }
  const ids = Object.entries({ caseId, commandId, otherCaseId }).find(([, value]) => value !== undefined && !isId(value))
  if (ids) return { code: 'bad-id', field: ids[0], value: ids[1] ?? '' }
  return officer.trim() === '' ? { code: 'no-officer' } : undefined
}

// Somebody moved the case on, or approved an update of the law, between our look and our step.
function wasOvertaken({ code }: CommandRefusal): boolean {
  return code === 'stale-version' || code === 'decision-missing' || code === 'decision-outdated'
}

type Seen = { readonly earlier: EarlierCommand | undefined; readonly loaded: LoadedCase | undefined; readonly other: LoadedCase | undefined; readonly law: KnownLaw }

async function attemptOnce(services: CaseServices, asked: Asked): Promise<Result<Appended, CommandRefusal>> {
  // 1. Look: case, law, and whether this very command was done before.
  const seen = await look(services.database, services, asked)
  const version = seen.loaded?.state.version ?? 0
  if (seen.earlier) return repeat(seen.earlier, asked, version)
  // 2. Decide.
  const decided = decide(asked.command, seen.loaded?.state, contextOf(services, asked, seen))
  if (!decided.ok) {
    if (decided.refusal.code === 'gate-held') return keepHeld(services, decided.refusal, seen.law)
    return decided
  }
  // 3. What the gates answered is kept first: no event and no message can be without it.
  const kept = await keepDecision(services, decided.value.decision, seen.law)
  if (!kept.ok) return kept
  // 4. Append, or send.
  return perform(services, asked, seen, decided.value)
}

// One record is read by one statement, two are locked; that the law is read by another does no harm, since the database asks again
// whether it is still the newest.
async function look(database: Database, services: CaseServices, { caseId, commandId, otherCaseId }: Asked): Promise<Seen> {
  const [loaded, law] = await Promise.all([loadCaseState(database, caseId), loadLaw(database, services)])
  return {
    loaded, law,
    earlier: loaded?.events.some((event) => event.commandId === commandId) ? await findCommand(database, caseId, commandId) : undefined,
    other: otherCaseId === undefined ? undefined : await loadCaseState(database, otherCaseId),
  }
}

function repeat({ digest, firstSequence, lastSequence }: EarlierCommand, asked: Asked, version: number): Result<Appended, AppendRefusal> {
  if (digest !== digestOf(asked)) return refuse({ code: 'command-repeated-differently', commandId: asked.commandId })
  return accept({ version, firstSequence, lastSequence, repeated: true })
}

/** What makes a command that comes back the same one. Not the version: it may have been wanted on whichever is newest. */
function digestOf({ command, officer, otherCaseId, extras, files }: Asked): string {
  return commandDigest({ command, officer, otherCaseId, extras, files: files?.map(({ bytes }) => sha256(bytes)) })
}

function contextOf({ clock, agreements }: CaseServices, { caseId, officer, version }: Asked, { loaded, other, law }: Seen) {
  return {
    caseId, officer, agreements, book: law.book, at: clock.now(), today: clock.today(),
    version: version === 'newest' ? (loaded?.state.version ?? 0) : version,
    ...(other ? { other: { caseId: other.caseId, state: other.state } } : {}),
  }
}

// That somebody tried, and what held it, is kept too: oversight asks for it.
async function keepHeld(services: CaseServices, refusal: Extract<CommandRefusal, { code: 'gate-held' }>, law: KnownLaw): Promise<Result<Appended, CommandRefusal>> {
  const kept = await keepDecision(services, refusal.decision, law)
  return kept.ok ? refuse(refusal) : kept
}

async function keepDecision({ roles }: CaseServices, decision: Decision | undefined, { revision }: KnownLaw): Promise<Result<null, CommandRefusal>> {
  return decision ? recordDecision(roles.gates, decision, revision) : accept(null)
}

async function perform(services: CaseServices, asked: Asked, { loaded, law }: Seen, { events }: Decided): Promise<Result<Appended, CommandRefusal>> {
  const { caseId, commandId, officer } = asked
  const state = events.reduce<CaseState | undefined>(evolve, loaded?.state) as CaseState
  const standing = standingOf(state, { today: services.clock.today(), book: law.book, agreements: services.agreements })
  const append: Append = { caseId, commandId, commandDigest: digestOf(asked), officer, events, standing, expectedVersion: loaded?.state.version ?? 0 }
  const [first] = events
  const leaves = first?.kind === 'request-sent' || first?.kind === 'correction-sent'
  return leaves && loaded ? sendRequest(services, append, first, loaded.state, { extras: asked.extras ?? {}, files: asked.files ?? [] }) : appendEvents(services.database, append)
}
