import { refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { findAccount } from '../../store/accounts.ts'
import { listSessions, revokeOtherSessions, revokeSession } from '../../store/sessions.ts'
import type { Language } from '../../text/language.ts'
import { isId } from '../cases/load-case-state.ts'
import { changeRoles, disable, enable, invite, inviteAgain, type Also, type KeepRefusal } from '../identity/keep-accounts.ts'
import type { SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'

/** Nobody changes their own roles or shuts themselves out: so an administrator is always left. */
export type ChangeRefusal = KeepRefusal | { readonly code: 'yourself' }

type Administrator = Pick<SignedIn, 'accountId' | 'handle' | 'sessionId'>

export type Invited = { readonly handle: string; readonly displayName: string; readonly language: Language; readonly roles: readonly string[] }

/** Makes an account and returns the token of its first link, which is shown once. */
export function inviteAccount(services: Services, administrator: Administrator, { handle, displayName, language, roles }: Invited): Promise<Result<string, ChangeRefusal>> {
  return invite(services, { handle, displayName, language, roles, by: administrator.handle }, noting(administrator, { of: handle, what: 'invited', roles: roles.join(' ') }))
}

/** Another link for somebody who lost theirs, or every passkey. */
export function giveLink(services: Services, administrator: Administrator, handle: string): Promise<Result<string, ChangeRefusal>> {
  return inviteAgain(services, { handle, by: administrator.handle }, noting(administrator, { of: handle, what: 'link' }))
}

/** Gives an account exactly these roles; whoever loses one is signed out at once. */
export async function giveRoles(services: Services, administrator: Administrator, handle: string, roles: readonly string[]): Promise<Result<null, ChangeRefusal>> {
  if (handle === administrator.handle) return refuse({ code: 'yourself' })
  return changeRoles(services, { handle, roles, by: administrator.handle }, noting(administrator, { of: handle, what: 'roles', roles: roles.join(' ') }))
}

/** Signs somebody out everywhere and lets them in no more. */
export async function disableSomebody(services: Services, administrator: Administrator, handle: string): Promise<Result<null, ChangeRefusal>> {
  if (handle === administrator.handle) return refuse({ code: 'yourself' })
  return disable(services, { handle, by: administrator.handle }, noting(administrator, { of: handle, what: 'disabled' }))
}

/** Lets somebody in again. */
export function enableSomebody(services: Services, administrator: Administrator, handle: string): Promise<Result<null, ChangeRefusal>> {
  return enable(services, { handle }, noting(administrator, { of: handle, what: 'enabled' }))
}

/** Ends one session of an account, or all of them; one's own session of now stays. False when there is no such account. */
export function endSessions({ database }: Services, administrator: Administrator, accountId: string, sessionId: string): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const account = isId(accountId) ? await findAccount(tx, { accountId }) : undefined
    if (!account) return false
    const there = await listSessions(tx, accountId)
    const ended = sessionId === 'all'
      ? await revokeOtherSessions(tx, { accountId, but: administrator.sessionId, by: administrator.handle })
      : Number(there.some((one) => one.sessionId === sessionId) && (await revokeSession(tx, { sessionId, accountId, by: administrator.handle })))
    if (ended > 0) await writeAccess(tx, { ...administratorOf(administrator), action: 'sessions.revoke', about: { of: account.handle, sessions: ended } })
    return true
  })
}

/** A change of an account stands in the same log as looks, in the transaction of the change. */
function noting(administrator: Administrator, about: Readonly<Record<string, string>>): Also {
  return (tx) => writeAccess(tx, { ...administratorOf(administrator), action: 'accounts.change', about })
}

function administratorOf({ accountId, handle, sessionId }: Administrator): Administrator {
  return { accountId, handle, sessionId }
}
