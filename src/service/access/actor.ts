import type { SignedIn } from '../identity/read-session.ts'

/** Who asks: somebody in a browser, by their session, or a program of theirs, by its token. Roles are as this request found them. */
export type Actor = Pick<SignedIn, 'accountId' | 'handle' | 'roles'> & { readonly sessionId?: string; readonly tokenId?: string }

/** What the access log keeps of who asks. */
export function whoAsks({ accountId, handle, sessionId, tokenId }: Omit<Actor, 'roles'>) {
  return { accountId, handle, ...(sessionId === undefined ? {} : { sessionId }), ...(tokenId === undefined ? {} : { tokenId }) }
}
