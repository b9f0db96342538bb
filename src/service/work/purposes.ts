import type { Database } from '../../store/tables.ts'
import { latestPurpose } from '../../store/access-log.ts'
import type { SignedIn } from '../identity/read-session.ts'

/** Why somebody reads what is protected: a closed list. Curiosity is not in it. */
export const purposes = ['prepare-step', 'legal-review', 'disclosure-request', 'complaint-or-court', 'audit'] as const

export type Purpose = (typeof purposes)[number]

export const purposeHours = 8

export function isPurpose(text: string): text is Purpose {
  return (purposes as readonly string[]).includes(text)
}

/** The purpose for which this session reads what is protected in a case, while it lasts: the entry in the access log itself says so. */
export async function purposeInForce(auditor: Database, { sessionId }: Pick<SignedIn, 'sessionId'>, caseId: string): Promise<Purpose | undefined> {
  const purpose = await latestPurpose(auditor, { sessionId, caseId, hours: purposeHours })
  return purpose !== undefined && isPurpose(purpose) ? purpose : undefined
}
