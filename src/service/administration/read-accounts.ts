import { writeAccess } from '../../store/access-log.ts'
import { invitationsOf, rolesEverHeld, waysToRecognise, type Invitation, type RoleHeld } from '../../store/account-history.ts'
import { findAccount, listAccounts, type Account } from '../../store/accounts.ts'
import { listSessions, type ListedSession } from '../../store/sessions.ts'
import { isId } from '../cases/load-case-state.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'

type Reader = Pick<SignedIn, 'accountId' | 'handle' | 'sessionId'>

/** Every account, by handle; the look is written down first. */
export async function readAccounts({ database }: Services, { accountId, handle, sessionId }: Reader): Promise<readonly Account[]> {
  return database.transaction().execute(async (tx) => {
    await writeAccess(tx, { accountId, handle, sessionId, action: 'accounts.read' })
    return listAccounts(tx)
  })
}

export type AccountRead = { readonly account: Account; readonly roles: readonly RoleHeld[]; readonly sessions: readonly ListedSession[]; readonly invitations: readonly Invitation[]; readonly passkeys: number; readonly subjects: number }

/** One account: its roles with their history, where it is signed in, and the links it was given. No case, and nothing that its person did. */
export async function readAccount({ database, roles: { auditor } }: Services & { readonly roles: Pick<Roles, 'auditor'> }, reader: Reader, wanted: string): Promise<AccountRead | undefined> {
  return database.transaction().execute(async (tx) => {
    const account = isId(wanted) ? await findAccount(tx, { accountId: wanted }) : undefined
    if (!account) return undefined
    const { accountId, handle, sessionId } = reader
    await writeAccess(tx, { accountId, handle, sessionId, action: 'accounts.read', about: { of: account.handle } })
    return { account, roles: await rolesEverHeld(tx, wanted), sessions: await listSessions(tx, wanted), invitations: await invitationsOf(auditor, wanted), ...(await waysToRecognise(tx, wanted)) }
  })
}

/** The account that is called so in records. */
export function findAccountNamed({ database }: Services, handle: string): Promise<Account | undefined> {
  return findAccount(database, { handle })
}
