import type { Bilingual } from '../../law/rule.ts'
import { proposedLawUpdates } from '../../store/law-updates.ts'
import { readOnly } from '../read-only.ts'
import type { Services } from '../services.ts'
import { readKeptUpdate } from './read-law-update.ts'

export type WaitingLawUpdate = { readonly updateId: string; readonly title: Bilingual; readonly source: string; readonly by: string; readonly at: string }

/** Changes of the law that wait for a second person, the oldest first. */
export async function waitingLawUpdates(services: Services): Promise<readonly WaitingLawUpdate[]> {
  const waiting = await readOnly(services, proposedLawUpdates)
  return waiting.map((update) => {
    const { title, source } = readKeptUpdate(update)
    return { updateId: update.updateId, title, source, by: update.proposedBy, at: update.proposedAt }
  })
}
