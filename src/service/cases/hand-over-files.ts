import type { Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import { worklist } from '../../store/worklist.ts'
import { readOnly } from '../read-only.ts'
import { idFrom } from './case-id-of.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { runCommand } from './run-command.ts'

export type HandOver = {
  readonly caseIds: readonly string[]
  readonly to: string
  /** What the next officer must know; kept in each case. */
  readonly note: string
  readonly officer: string
  /** The same batch again does only what is missing. */
  readonly batchId: string
}

export type HandedOver = { readonly caseId: string; readonly result: Result<Appended, CommandRefusal> }

/**
 * Hands files to another officer: each is an event of its own case, decided by itself, and one that is refused stops no other. Only
 * files go from hand to hand together; no step is ever taken for many people at once.
 */
export async function handOverFiles(services: CaseServices, { caseIds, to, note, officer, batchId }: HandOver): Promise<readonly HandedOver[]> {
  const done: HandedOver[] = []
  for (const caseId of new Set(caseIds)) {
    const commandId = idFrom(['hand-over', batchId, caseId])
    done.push({ caseId, result: await runCommand(services, { caseId, commandId, officer, version: 'newest', command: { kind: 'assign-officer', officer: to, note } }) })
  }
  return done
}

/** The open cases in one officer's hands; null: in nobody's. */
export async function filesOf(services: CaseServices, officer: string | null): Promise<readonly string[]> {
  const rows = await readOnly(services, (tx) => worklist(tx, { of: { officer }, limit: mostFiles }))
  return rows.map(({ caseId }) => caseId)
}

const mostFiles = 10_000
