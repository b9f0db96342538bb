import { accept, type Result } from '../../kernel/result.ts'
import { findAccount } from '../../store/accounts.ts'
import { findProposalOfCommand } from '../../store/approvals.ts'
import type { Database } from '../../store/tables.ts'
import { idFrom } from '../cases/case-id-of.ts'
import type { CaseServices } from '../cases/case-services.ts'
import type { LawChangeRefusal } from '../cases/law-change-refusal.ts'
import { lawUpdateEffects, type LawEffects } from '../cases/law-update-effects.ts'
import type { LawAct } from './agree-to-law.ts'
import { proposeAct, type ActRefusal } from './propose.ts'
import { sayLawUpdate } from './say-law-update.ts'

/**
 * Writes down what a waiting change of the law does to every open case, as the text that another legal reviewer agrees to; returns the id of the
 * proposal. The same change with the same effects is the same proposal while it waits.
 */
export async function proposeLawAct(services: CaseServices, updateId: string): Promise<Result<string, LawChangeRefusal | ActRefusal>> {
  const found = await lawUpdateEffects(services, updateId)
  if (!found.ok) return found
  const { update, revision, digest } = found.value
  const act: LawAct = { updateId, updateDigest: update.digest, effects: digest, revision: revision + 1 }
  const account = await findAccount(services.database, { handle: update.proposedBy })
  const { id, waits } = await nextId(services.database, found.value)
  if (waits !== undefined) return accept(waits)
  const proposer = { handle: update.proposedBy, ...(account && account.disabledAt === undefined ? { accountId: account.accountId } : {}) }
  return proposeAct(services.database, proposer, { subject: 'law-update', commandId: id, kind: 'law-update', act, shown: sayLawUpdate(found.value), isProtected: false })
}

/** The proposal that waits; else an id that no ended one has: what was rejected, or died of age, may be asked once more. */
async function nextId(database: Database, { update, digest }: LawEffects): Promise<{ readonly id: string; readonly waits?: string }> {
  for (let times = 1; ; times++) {
    const id = idFrom(['comity-law-approval', update.updateId, digest, String(times)])
    const earlier = await findProposalOfCommand(database, id)
    if (!earlier) return { id }
    if (earlier.state === 'waiting') return { id, waits: earlier.proposalId }
  }
}
