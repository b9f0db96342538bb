import { randomUUID } from 'node:crypto'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { findAccount, type Account } from '../../store/accounts.ts'
import { addToken, listTokens, revokeToken, type ListedToken } from '../../store/api-tokens.ts'
import type { Transaction } from '../../store/tables.ts'
import { isId } from '../cases/load-case-state.ts'
import { wasRecognisedJustNow, type SignedIn } from '../identity/read-session.ts'
import type { Services } from '../services.ts'
import { newApiToken, tokenDigest } from './token-text.ts'

/** Why no token was made. `made-already`: this very form was sent before, and its token was shown then. */
export type TokenRefusal = { readonly code: 'recognise-first' | 'name-wrong' | 'days-wrong' | 'too-many' | 'made-already' | 'no-account' | 'account-disabled' }

export type WishedToken = { readonly tokenId: string; readonly name: string; readonly days: number }

/** Shown once, and kept nowhere. */
export type MadeToken = { readonly token: string; readonly name: string; readonly days: number }

export const mostTokenDays = 90
/** What is good at one time, for one account. */
export const mostTokens = 20
/** So many of everybody's are listed. */
export const mostListed = 1000

/** A token for a program of one's own. It takes the person themself: whoever found an open browser must not carry a key away. */
export async function makeOwnToken({ database }: Services, signedIn: SignedIn, wished: WishedToken): Promise<Result<MadeToken, TokenRefusal>> {
  if (!wasRecognisedJustNow(signedIn)) return refuse({ code: 'recognise-first' })
  return database.transaction().execute((tx) => make(tx, signedIn, wished, signedIn.handle))
}

/** A token for an account, made at the machine itself. */
export async function makeTokenFor({ database }: Services, handle: string, { by, ...wished }: Omit<WishedToken, 'tokenId'> & { readonly by: string }): Promise<Result<MadeToken, TokenRefusal>> {
  return database.transaction().execute(async (tx) => {
    const account = await findAccount(tx, { handle })
    if (!account) return refuse({ code: 'no-account' } as const)
    return account.disabledAt === undefined ? make(tx, account, { ...wished, tokenId: randomUUID() }, by) : refuse({ code: 'account-disabled' } as const)
  })
}

/** One's own tokens, those that are good first. */
export function listOwnTokens({ database }: Services, { accountId }: Pick<SignedIn, 'accountId'>): Promise<readonly ListedToken[]> {
  return listTokens(database, { accountId, limit: mostListed })
}

/** Everybody's tokens, those that are good first. That somebody looked at them is written down first. */
export function listEverybodysTokens({ database }: Services, { accountId, handle, sessionId }: SignedIn): Promise<readonly ListedToken[]> {
  return database.transaction().execute(async (tx) => {
    await writeAccess(tx, { accountId, handle, sessionId, action: 'accounts.read', about: { of: 'tokens' } })
    return listTokens(tx, { limit: mostListed })
  })
}

/** Takes one of one's own tokens out of use; somebody else's, or one that is not there, changes nothing. */
export async function revokeOwnToken({ database }: Services, { accountId, handle }: Pick<SignedIn, 'accountId' | 'handle'>, tokenId: string): Promise<void> {
  if (isId(tokenId)) await revokeToken(database, { tokenId, accountId, by: handle })
}

/** Takes anybody's token out of use. */
export async function revokeAnyToken({ database }: Services, { handle }: Pick<SignedIn, 'handle'>, tokenId: string): Promise<void> {
  if (isId(tokenId)) await revokeToken(database, { tokenId, by: handle })
}

async function make(tx: Transaction, { accountId, demonstration }: Pick<Account, 'accountId' | 'demonstration'>, { tokenId, name, days }: WishedToken, by: string): Promise<Result<MadeToken, TokenRefusal>> {
  const called = name.trim()
  if (called === '' || called.length > 100 || !isWritable(called)) return refuse({ code: 'name-wrong' })
  if (!Number.isInteger(days) || days < 1 || days > mostTokenDays) return refuse({ code: 'days-wrong' })
  const good = (await listTokens(tx, { accountId, limit: mostTokens })).filter((one) => one.good)
  if (good.length >= mostTokens) return refuse({ code: 'too-many' })
  const token = newApiToken()
  // A demonstration account has no key that outlives the day: it exists only while nothing is real.
  const lasts = demonstration ? 1 : days
  const added = await addToken(tx, { tokenId: isId(tokenId) ? tokenId : randomUUID(), accountId, tokenDigest: tokenDigest(token), name: called, hours: lasts * 24, by })
  return added ? accept({ token, name: called, days: lasts }) : refuse({ code: 'made-already' })
}

/** Neither signs that steer nor halves of signs: the name stands in lists. */
function isWritable(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text)
}
