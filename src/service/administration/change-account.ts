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

/** What gives somebody access, or takes roles from them: each is confirmed in person before it is made. `of`: by its name in records. */
export type WishedChange =
  | { readonly what: 'invited'; readonly of: string; readonly displayName: string; readonly language: Language; readonly roles: readonly string[] }
  | { readonly what: 'roles'; readonly of: string; readonly roles: readonly string[] }
  | { readonly what: 'link' | 'enabled'; readonly of: string }

/** The token of a link that is shown once; of a change that gives none, null. */
export type CarriedOut = string | null

/**
 * Makes a change: an account with its first link, exactly these roles, another link for somebody who lost theirs or every passkey, or lets somebody
 * in again. `also` is kept with it or undoes it. Whoever loses a role is signed out at once. Pages come here by `confirm-change.ts` alone.
 */
export async function carryOut(services: Services, { handle: by }: Pick<SignedIn, 'handle'>, wished: WishedChange, also: Also): Promise<Result<CarriedOut, ChangeRefusal>> {
  const { what, of: handle } = wished
  switch (what) {
    case 'invited': return invite(services, { handle, displayName: wished.displayName, language: wished.language, roles: wished.roles, by }, also)
    case 'roles': return handle === by ? refuse({ code: 'yourself' }) : changeRoles(services, { handle, roles: wished.roles, by }, also)
    case 'link': return inviteAgain(services, { handle, by }, also)
    case 'enabled': return enable(services, { handle }, also)
  }
}

/** Signs somebody out everywhere and lets them in no more. */
export async function disableSomebody(services: Services, administrator: Administrator, handle: string): Promise<Result<null, ChangeRefusal>> {
  if (handle === administrator.handle) return refuse({ code: 'yourself' })
  return disable(services, { handle, by: administrator.handle }, noting(administrator, { of: handle, what: 'disabled' }))
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
    if (ended > 0) await writeAccess(tx, { accountId: administrator.accountId, handle: administrator.handle, sessionId: administrator.sessionId, action: 'sessions.revoke', about: { of: account.handle, sessions: ended } })
    return true
  })
}

/** A change of an account stands in the same log as looks, in the transaction of the change. */
export function noting({ accountId, handle, sessionId }: Administrator, about: Readonly<Record<string, string>>): Also {
  return (tx) => writeAccess(tx, { accountId, handle, sessionId, action: 'accounts.change', about })
}
