import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findCommand } from '../../store/find-command.ts'
import { isStorable } from '../../store/storable.ts'
import type { Actor } from '../access/actor.ts'
import { lookAtMerge, type Both, type MergeAct } from '../approvals/look-at-merge.ts'
import { findEarlierMerge, proposeMerge } from '../approvals/propose-merge.ts'
import type { CommandRefusal } from '../cases/case-refusal.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { isId } from '../cases/load-case-state.ts'
import { mergeCases, stepsOfMerge, undoMerge } from '../cases/merge-cases.ts'
import { reachCase } from './reach-case.ts'

/** Two records of one person, at the versions that somebody saw. `mergeId`: the same again does nothing twice. */
export type MergeSubmission = { readonly act: MergeAct; readonly mergeId: string; readonly versions: Both<number> }

/** It was done, and this is the version of each case after it; or it waits for a second person. */
export type SubmittedMerge = { readonly kind: 'done'; readonly versions: Both<number> } | { readonly kind: 'proposed'; readonly proposalId: string }

/** `of`: which of the two cases is in the way, where it is one of them. */
export type SubmitMergeRefusal = (CommandRefusal | { readonly code: 'not-reached' }) & { readonly of?: keyof Both<unknown> }

/**
 * The one way by which a page or the API brings two records of one person together, or apart again. Both must be reached: one that there is
 * not and one of somebody else's are the same. What lets go of something is proposed, and nothing has happened yet.
 */
export async function submitMerge(services: CaseServices, signedIn: Actor, { act: given, mergeId, versions }: MergeSubmission): Promise<Result<SubmittedMerge, SubmitMergeRefusal>> {
  const { kind, stays, duplicate, on, reason } = given
  const act: MergeAct = { kind, stays, duplicate, on, reason }
  // 1. Whose cases they are.
  if (!(await reachBoth(services, signedIn, act))) return refuse({ code: 'not-reached' })
  if (!isId(mergeId)) return refuse({ code: 'bad-id', field: 'commandId', value: mergeId })
  if (!isStorable(JSON.stringify(act))) return refuse({ code: 'text-not-storable' })
  // 2. What was proposed or done before is so, and repeats its answer.
  const earlier = await findEarlierMerge(services.database, signedIn, act, mergeId)
  if (earlier) return proposed(earlier)
  const merge = { stays, duplicate, on, reason, officer: signedIn.handle, mergeId, versions }
  const [first] = stepsOfMerge(kind, merge)
  const isDone = (await findCommand(services.database, first.caseId, first.commandId)) !== undefined
  // 3. What it would let go of.
  const ahead = isDone ? undefined : await lookAtMerge(services, signedIn.handle, act, versions)
  if (ahead && !ahead.ok) return refuse({ ...ahead.refusal.refusal, of: ahead.refusal.of })
  if (ahead && ahead.value.openings.stays.length + ahead.value.openings.duplicate.length > 0) return proposed(await proposeMerge(services.database, signedIn, ahead.value, mergeId))
  // 4. Nothing: it is done, on the very versions that were looked at.
  const done = await (kind === 'merge' ? mergeCases : undoMerge)(services, merge)
  return done.ok ? accept({ kind: 'done', versions: await versionsAfter(services, stepsOfMerge(kind, merge), stays) }) : done
}

/** Both cases, by an action that changes them; the second is looked for whether or not the first was found. */
export function reachBoth({ database }: Pick<CaseServices, 'database'>, signedIn: Actor, { stays, duplicate }: Both<string>): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const reached = [await reachCase(tx, signedIn, 'case.change', stays), await reachCase(tx, signedIn, 'case.change', duplicate)]
    return reached.every((row) => row !== undefined)
  })
}

function proposed(kept: Result<string, CommandRefusal>): Result<SubmittedMerge, SubmitMergeRefusal> {
  return kept.ok ? accept({ kind: 'proposed', proposalId: kept.value }) : kept
}

// From what was kept, so that the same request again says the same, whatever happened since.
async function versionsAfter({ database }: CaseServices, steps: ReturnType<typeof stepsOfMerge>, stays: string): Promise<Both<number>> {
  const kept = await Promise.all(steps.map(async ({ caseId, commandId }) => ({ caseId, version: (await findCommand(database, caseId, commandId))?.lastSequence ?? 0 })))
  const of = (isStays: boolean) => kept.find(({ caseId }) => (caseId === stays) === isStays)?.version ?? 0
  return { stays: of(true), duplicate: of(false) }
}
