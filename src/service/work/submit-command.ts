import type { Command } from '../../casework/command.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import type { Actor } from '../access/actor.ts'
import { may, type Action } from '../access/permissions.ts'
import { idFrom } from '../cases/case-id-of.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { runCommand, type Asked } from '../cases/run-command.ts'
import { reachCase } from './reach-case.ts'

/** What somebody who is signed in, or their program, asks of a case. The officer is who they are, and nobody can say otherwise. */
export type Submission = Omit<Asked, 'officer'>

/** What came of it: it was done, or it waits for a second person. */
export type Submitted = { readonly kind: 'done'; readonly appended: Appended } | { readonly kind: 'proposed'; readonly proposalId: string }

export type SubmitRefusal = CommandRefusal | { readonly code: 'not-reached' }

/** The action that each command is: who may, and to which cases, stands in permissions.ts. */
export function actionOf({ kind }: Command): Action {
  if (kind === 'open-case') return 'case.open'
  return kind === 'assign-officer' ? 'case.hand-over' : 'case.change'
}

/** The one way by which a page or the API records anything in a case. `not-reached`: there is no such case, or not for this person, which are the same. */
export async function submitCommand(services: CaseServices, signedIn: Actor, asked: Submission): Promise<Result<Submitted, SubmitRefusal>> {
  if (!(await reaches(services, signedIn, asked))) return refuse({ code: 'not-reached' })
  const done = await runCommand(services, { ...asked, officer: signedIn.handle })
  if (!done.ok) return done
  return asked.command.kind === 'open-case' ? takeInHand(services, signedIn, asked, asked.command.source) : accept({ kind: 'done', appended: done.value })
}

// A case that is nobody's could be reached by nobody: whoever opens it here has it in their hands. Asked again, neither happens twice.
async function takeInHand(services: CaseServices, { handle }: Actor, { caseId, commandId }: Submission, note: string): Promise<Result<Submitted, SubmitRefusal>> {
  const done = await runCommand(services, { caseId, command: { kind: 'assign-officer', officer: handle, note }, commandId: idFrom(['in-hand-of-opener', commandId]), officer: handle, version: 'newest' })
  return done.ok ? accept({ kind: 'done', appended: done.value }) : done
}

async function reaches({ database }: CaseServices, signedIn: Actor, { caseId, command }: Submission): Promise<boolean> {
  const action = actionOf(command)
  if (command.kind === 'open-case') return may(signedIn.roles, action, true)
  return database.transaction().execute(async (tx) => (await reachCase(tx, signedIn, action, caseId)) !== undefined)
}
