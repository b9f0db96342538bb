import { accept, refuse, type Result } from '../../kernel/result.ts'
import { approveLawUpdate as keepApproval } from '../../store/law-updates.ts'
import type { CaseServices } from './case-services.ts'
import type { LawChangeRefusal } from './law-change-refusal.ts'
import { lawUpdateEffects } from './law-update-effects.ts'

export type Approval = {
  readonly updateId: string
  readonly officer: string
  /** The digest of the list of effects that this person read. */
  readonly seen: string
}

/**
 * Approves a change of the law, by another person than the one who proposed it, who has read which open cases it changes. The list
 * is made anew: when it is another one by now, it must be read again. Returns the law book's new revision.
 */
export async function approveLawUpdate(services: CaseServices, { updateId, officer, seen }: Approval): Promise<Result<{ readonly revision: number }, LawChangeRefusal>> {
  if (officer.trim() === '') return refuse({ code: 'no-officer' })
  const found = await lawUpdateEffects(services, updateId)
  if (!found.ok) return found
  const { update, revision, days, effects, digest } = found.value
  if (digest !== seen) return refuse({ code: 'effects-changed', now: digest })
  const tx = await services.database.startTransaction().execute()
  try {
    const approved = await keepApproval(tx, { updateId, officer, seen: update.digest, effects: JSON.stringify({ format: 'comity-law-effects/1', digest, days, effects }) })
    if (!approved.ok) return approved
    // Somebody approved another change while this list was made: what was read is no longer what would happen.
    if (approved.value !== revision + 1) return refuse({ code: 'effects-changed', now: '' })
    await tx.commit().execute()
    return accept({ revision: approved.value })
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}
