import type { MergeCommand } from '../../casework/command.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import { idFrom } from './case-id-of.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { runCommand } from './run-command.ts'

export type Merge = {
  /** The case that stays. */
  readonly stays: string
  readonly duplicate: string
  readonly on: PlainDate
  readonly reason: string
  readonly officer: string
  /** The same merge again does only what is missing. */
  readonly mergeId: string
}

/**
 * Two records of one person become one: the case that stays takes over, then the duplicate is merged into it. When the second step is
 * refused, the first is undone, so that no case holds what it should not.
 */
export async function mergeCases(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  const { stays, duplicate } = merge
  const absorbed = await step(services, merge, 'absorb-case', stays, duplicate)
  if (!absorbed.ok) return absorbed
  const merged = await step(services, merge, 'merge-into', duplicate, stays)
  if (!merged.ok) await step(services, merge, 'undo-absorption', stays, duplicate)
  return merged
}

/** Two again, because they were two people, or it was done by mistake. */
export async function undoMerge(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  const { stays, duplicate } = merge
  const undone = await step(services, merge, 'undo-merge', duplicate, stays)
  return undone.ok ? step(services, merge, 'undo-absorption', stays, duplicate) : undone
}

function step(services: CaseServices, { on, reason, officer, mergeId }: Merge, kind: MergeCommand['kind'], caseId: string, otherCaseId: string): Promise<Result<Appended, CommandRefusal>> {
  return runCommand(services, { caseId, otherCaseId, officer, version: 'newest', commandId: idFrom([kind, mergeId, caseId]), command: { kind, on, reason } })
}
