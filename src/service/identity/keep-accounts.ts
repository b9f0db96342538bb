import { randomUUID } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { disableAccount, enableAccount, findAccount, listAccounts as readAccounts, makeAccount, setRoles, type Account, type AccountRefusal } from '../../store/accounts.ts'
import { addInvitation } from '../../store/sign-ins.ts'
import type { Database } from '../../store/tables.ts'
import type { Language } from '../../text/language.ts'
import { findClash, isRole, type Role } from '../access/roles.ts'
import type { Services } from '../services.ts'
import { newToken, tokenDigest } from './secret-token.ts'

/** Why an account is not made or changed. */
export type KeepRefusal = AccountRefusal | { readonly code: 'no-account' | 'a-demonstration' | 'no-roles' } | { readonly code: 'role-unknown' | 'role-alone'; readonly role: string }

export type NewPerson = { readonly handle: string; readonly displayName: string; readonly language: Language; readonly roles: readonly string[]; readonly by: string }

/** What else is kept of a change, in its transaction: who made it, where that is somebody who is signed in. */
export type Also = (tx: Database) => Promise<void>

const invitationHours = 72

/** Makes an account, or takes the one that is there, and returns the token of a link by which its person registers a passkey, once. */
export async function invite({ database }: Services, { handle, displayName, language, roles, by }: NewPerson, also?: Also): Promise<Result<string, KeepRefusal>> {
  const wished = readRoles(roles)
  if (!wished.ok) return wished
  return database.transaction().execute(async (tx) => {
    const accountId = randomUUID()
    const made = await makeAccount(tx, { accountId, handle, displayName, language, roles: wished.value, by })
    if (!made.ok) return made
    await also?.(tx)
    return accept(await newInvitation(tx, accountId, by))
  })
}

/** Another link for an account that is there: its person lost theirs, or every passkey. */
export async function inviteAgain(services: Services, { handle, by }: { readonly handle: string; readonly by: string }, also?: Also): Promise<Result<string, KeepRefusal>> {
  return withAccount(services, handle, (tx, { accountId }) => newInvitation(tx, accountId, by), also)
}

/** Gives an account exactly these roles. Whoever loses one is signed out at once. */
export async function changeRoles(services: Services, { handle, roles, by }: { readonly handle: string; readonly roles: readonly string[]; readonly by: string }, also?: Also): Promise<Result<null, KeepRefusal>> {
  const wished = readRoles(roles)
  if (!wished.ok) return wished
  return withAccount(services, handle, async (tx, { accountId }) => (await setRoles(tx, { accountId, roles: wished.value, by }), null), also)
}

export async function disable(services: Services, { handle, by }: { readonly handle: string; readonly by: string }, also?: Also): Promise<Result<null, KeepRefusal>> {
  return withAccount(services, handle, async (tx, { accountId }) => (await disableAccount(tx, { accountId, by }), null), also)
}

export async function enable(services: Services, { handle }: { readonly handle: string }, also?: Also): Promise<Result<null, KeepRefusal>> {
  return withAccount(services, handle, async (tx, { accountId }) => (await enableAccount(tx, { accountId }), null), also)
}

/** Every account, by handle. */
export async function listAccounts({ database }: Services): Promise<readonly Account[]> {
  return readAccounts(database)
}

async function newInvitation(tx: Database, accountId: string, by: string): Promise<string> {
  const token = newToken()
  await addInvitation(tx, { tokenDigest: tokenDigest(token), accountId, by, hours: invitationHours })
  return token
}

/** Demonstration accounts are the start's alone: nobody becomes one, and none becomes somebody. */
async function withAccount<Value>({ database }: Services, handle: string, work: (tx: Database, account: Account) => Promise<Value>, also?: Also): Promise<Result<Value, KeepRefusal>> {
  return database.transaction().execute(async (tx) => {
    const account = await findAccount(tx, { handle })
    if (!account) return refuse({ code: 'no-account' } as const)
    if (account.demonstration) return refuse({ code: 'a-demonstration' } as const)
    await also?.(tx)
    return accept(await work(tx, account))
  })
}

function readRoles(names: readonly string[]): Result<readonly Role[], KeepRefusal> {
  const unknown = names.find((name) => !isRole(name))
  if (unknown !== undefined) return refuse({ code: 'role-unknown', role: unknown })
  const wished = [...new Set(names)].filter(isRole)
  const alone = findClash(wished)
  if (alone !== undefined) return refuse({ code: 'role-alone', role: alone })
  return wished.length === 0 ? refuse({ code: 'no-roles' }) : accept(wished)
}
