import type { Command } from '../../casework/command.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import type { Actor } from '../access/actor.ts'
import { may, type Action } from '../access/permissions.ts'
import { asksForTwo, ofTwoCases } from '../approvals/asks-for-two.ts'
import { findEarlierProposal, proposeCommand } from '../approvals/propose.ts'
import { idFrom } from '../cases/case-id-of.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import { runCommand, type Asked } from '../cases/run-command.ts'
import { reachCase } from './reach-case.ts'

/** What somebody who is signed in, or their program, asks of a case. The officer is who they are, and nobody can say otherwise. */
export type Submission = Omit<Asked, 'officer' | 'otherCaseId'>

/** What came of it: it was done, or it waits for a second person. */
export type Submitted = { readonly kind: 'done'; readonly appended: Appended } | { readonly kind: 'proposed'; readonly proposalId: string }

/** `half-a-merge`: commands about two records of one person go together, by `submitMerge`. */
export type SubmitRefusal = CommandRefusal | { readonly code: 'not-reached' } | { readonly code: 'half-a-merge' }

/** The action that each command is: who may, and to which cases, stands in permissions.ts. */
export function actionOf({ kind }: Command): Action {
  if (kind === 'open-case') return 'case.open'
  return kind === 'assign-officer' ? 'case.hand-over' : 'case.change'
}

const mostAttempts = 5

/**
 * The one way by which a page or the API records anything in one case. What takes two people is proposed, and nothing has happened yet.
 * `not-reached`: there is no such case, or not for this person, which are the same.
 */
export async function submitCommand(services: CaseServices, signedIn: Actor, asked: Submission): Promise<Result<Submitted, SubmitRefusal>> {
  if (!(await reaches(services, signedIn, asked))) return refuse({ code: 'not-reached' })
  if (ofTwoCases.has(asked.command.kind)) return refuse({ code: 'half-a-merge' })
  const whole = { ...asked, officer: signedIn.handle }
  if (asked.command.kind === 'open-case') return openCase(services, signedIn, whole)
  for (let attempt = 1; ; attempt++) {
    const answer = await submitOnce(services, signedIn, whole)
    // Somebody was faster, and whoever asks wants it done on the case as it is: it is looked at anew.
    if (answer.ok || asked.version !== 'newest' || attempt === mostAttempts || answer.refusal.code !== 'stale-version') return answer
  }
}

async function submitOnce(services: CaseServices, signedIn: Actor, asked: Asked): Promise<Result<Submitted, SubmitRefusal>> {
  const { caseId, commandId } = asked
  const earlier = isId(commandId) ? await findEarlierProposal(services.database, signedIn, asked) : undefined
  if (earlier) return proposed(earlier)
  const asks = isId(caseId) ? await asksForTwo(services, asked) : { people: 1 as const, version: asked.version }
  if (asks.people === 1) return done(await runCommand(services, { ...asked, version: asks.version }))
  return isId(commandId) ? proposed(await proposeCommand(services.database, signedIn, asked, asks)) : refuse({ code: 'bad-id', field: 'commandId', value: commandId })
}

function done(ran: Result<Appended, CommandRefusal>): Result<Submitted, SubmitRefusal> {
  return ran.ok ? accept({ kind: 'done', appended: ran.value }) : ran
}

function proposed(kept: Result<string, CommandRefusal>): Result<Submitted, SubmitRefusal> {
  return kept.ok ? accept({ kind: 'proposed', proposalId: kept.value }) : kept
}

// A case that is nobody's could be reached by nobody: whoever opens it here has it in their hands. Asked again, neither happens twice.
async function openCase(services: CaseServices, { handle }: Actor, asked: Asked): Promise<Result<Submitted, SubmitRefusal>> {
  const opened = await runCommand(services, asked)
  if (!opened.ok || asked.command.kind !== 'open-case') return done(opened)
  const { caseId, commandId, command: { source: note } } = asked
  return done(await runCommand(services, { caseId, command: { kind: 'assign-officer', officer: handle, note }, commandId: idFrom(['in-hand-of-opener', commandId]), officer: handle, version: 'newest' }))
}

async function reaches({ database }: CaseServices, signedIn: Actor, { caseId, command }: Submission): Promise<boolean> {
  const action = actionOf(command)
  if (command.kind === 'open-case') return may(signedIn.roles, action, true)
  return database.transaction().execute(async (tx) => (await reachCase(tx, signedIn, action, caseId)) !== undefined)
}
