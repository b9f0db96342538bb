import { revokeTokensOf } from '../../store/api-tokens.ts'
import { listPasskeys, revokePasskey, type Passkey } from '../../store/passkeys.ts'
import { listSessions, recogniseAfresh, revokeOtherSessions, revokeSession, type ListedSession } from '../../store/sessions.ts'
import type { Services } from '../services.ts'
import type { SignedIn } from './read-session.ts'

export type OwnAccount = { readonly sessions: readonly ListedSession[]; readonly passkeys: readonly Passkey[] }

/** Where somebody is signed in, and by what they can be recognised. */
export async function readOwnAccount({ database }: Services, { accountId }: SignedIn): Promise<OwnAccount> {
  return database.transaction().execute(async (tx) => ({ sessions: await listSessions(tx, accountId), passkeys: await listPasskeys(tx, accountId) }))
}

/** Ends this session. */
export async function signOut({ database }: Services, { sessionId, accountId, handle }: SignedIn): Promise<void> {
  await revokeSession(database, { sessionId, accountId, by: handle })
}

/** A demonstration account is recognised afresh by saying so: there is nobody behind it. */
export async function recogniseForDemonstration({ database }: Services, { sessionId, demonstration }: SignedIn): Promise<void> {
  if (demonstration) await recogniseAfresh(database, { sessionId, recognised: 'demonstration' })
}

/** Ends one of one's own sessions; somebody else's, or one that is not there, changes nothing. */
export async function endSession({ database }: Services, { accountId, handle }: SignedIn, sessionId: string): Promise<void> {
  if (isId(sessionId)) await revokeSession(database, { sessionId, accountId, by: handle })
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions({ database }: Services, { accountId, sessionId, handle }: SignedIn): Promise<void> {
  await revokeOtherSessions(database, { accountId, but: sessionId, by: handle })
}

/** Takes one of one's own passkeys out of use, ends every other session and revokes every token: whoever had it may have begun or made one. */
export async function removePasskey({ database }: Services, { accountId, sessionId, handle }: SignedIn, credentialId: string): Promise<void> {
  await database.transaction().execute(async (tx) => {
    if (!(await revokePasskey(tx, { credentialId, accountId, by: handle }))) return
    await revokeOtherSessions(tx, { accountId, but: sessionId, by: handle })
    await revokeTokensOf(tx, { accountId, by: handle })
  })
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
