import { writeAccess } from '../../store/access-log.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'
import { purposeHours, type Purpose } from './purposes.ts'
import { reachCase } from './reach-case.ts'

/** Writes down why somebody will read what is protected in a case; false when there is no such case for them. */
export function givePurpose({ database }: Services, signedIn: SignedIn, caseId: string, purpose: Purpose): Promise<boolean> {
  const { accountId, handle, sessionId } = signedIn
  return database.transaction().execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.read-protected', caseId)
    if (!row) return false
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read-protected', caseId: row.caseId, purpose, about: { hours: purposeHours } })
    return true
  })
}
