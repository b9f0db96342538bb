import { randomUUID } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { checkWhole } from '../../store/check-whole.ts'
import { checksMade, writeCheck, type KeptCheck } from '../../store/exports.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { ReadServices } from '../work/read-case-page.ts'

/** Looks through everything as the auditor's role and keeps what was found. One at a time in this program: each reads every row. */
export async function checkEverything(services: ReadServices, { accountId, handle, sessionId }: SignedIn): Promise<Result<null, { readonly code: 'busy' }>> {
  const { database, roles: { auditor }, clock } = services
  if (running.has(auditor)) return refuse({ code: 'busy' })
  running.add(auditor)
  try {
    await writeAccess(database, { accountId, handle, sessionId, action: 'oversight.check' })
    const beganAt = clock.now()
    const faults = await checkWhole(auditor)
    await writeCheck(database, { checkId: randomUUID(), accountId, handle, beganAt, faults })
    return accept(null)
  } finally {
    running.delete(auditor)
  }
}

// The auditor's pool is small: two checks at once would keep everybody else from the pages that it reads for.
const running = new WeakSet<object>()

/** The latest looks through everything, and what they found. */
export async function readChecks({ database, roles: { auditor } }: ReadServices, { accountId, handle, sessionId }: SignedIn): Promise<readonly KeptCheck[]> {
  await writeAccess(database, { accountId, handle, sessionId, action: 'oversight.read', about: { what: 'checks' } })
  return checksMade(auditor)
}
