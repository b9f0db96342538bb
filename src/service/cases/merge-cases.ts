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
  /** The versions that were looked at: others by now are refused. Without them it is done on the cases as they are. */
  readonly versions?: { readonly stays: number; readonly duplicate: number }
}

/**
 * Two records of one person become one: the case that stays takes over, then the duplicate is merged into it; both or neither, under
 * the locks of both cases.
 */
export async function mergeCases(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  return runTogether(services, stepsOfMerge('merge', merge))
}

/** Two again, because they were two people, or it was done by mistake. */
export async function undoMerge(services: CaseServices, merge: Merge): Promise<Result<Appended, CommandRefusal>> {
  return runTogether(services, stepsOfMerge('unmerge', merge))
}

/** Its steps, in their order: what protects the person must stand in the case that stays before the duplicate is closed, and after it is worked on again. */
export function stepsOfMerge(kind: 'merge' | 'unmerge', merge: Merge): readonly [Asked, Asked] {
  return kind === 'merge' ? [step(merge, 'absorb-case', 'stays'), step(merge, 'merge-into', 'duplicate')] : [step(merge, 'undo-merge', 'duplicate'), step(merge, 'undo-absorption', 'stays')]
}

function step(merge: Merge, kind: MergeCommand['kind'], of: 'stays' | 'duplicate'): Asked {
  const { on, reason, officer, mergeId, versions } = merge
  const caseId = merge[of]
  return { caseId, otherCaseId: merge[of === 'stays' ? 'duplicate' : 'stays'], officer, version: versions?.[of] ?? 'newest', commandId: idFrom([kind, mergeId, caseId]), command: { kind, on, reason } }
}
