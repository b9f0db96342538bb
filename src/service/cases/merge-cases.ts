import type { MergeCommand } from '../../casework/command.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import { idFrom } from './case-id-of.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { runTogether, type Asked } from './run-command.ts'

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
 * Two records of one person become one: the case that stays takes over, then the duplicate is merged into it; both or neither, under
 * the locks of both cases.
 */
export async function mergeCases(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  const { stays, duplicate } = merge
  return runTogether(services, [step(merge, 'absorb-case', stays, duplicate), step(merge, 'merge-into', duplicate, stays)])
}

/** Two again, because they were two people, or it was done by mistake. */
export async function undoMerge(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  const { stays, duplicate } = merge
  return runTogether(services, [step(merge, 'undo-merge', duplicate, stays), step(merge, 'undo-absorption', stays, duplicate)])
}

function step({ on, reason, officer, mergeId }: Merge, kind: MergeCommand['kind'], caseId: string, otherCaseId: string): Asked {
  return { caseId, otherCaseId, officer, version: 'newest', commandId: idFrom([kind, mergeId, caseId]), command: { kind, on, reason } }
}
