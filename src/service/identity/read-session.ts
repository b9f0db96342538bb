import { isRole, type Role } from '../access/roles.ts'
import type { Services } from '../services.ts'
import { useSession, type Session } from '../../store/sessions.ts'
import { tokenDigest } from './secret-token.ts'

/** Somebody who is signed in, as this request found them: roles are read anew each time. */
export type SignedIn = Omit<Session, 'roles'> & { readonly roles: readonly Role[] }

const freshMinutes = 10

/** Who the bearer of this token is; undefined when it is nobody's, or no longer. One query. */
export async function readSession({ database }: Services, token: string): Promise<SignedIn | undefined> {
  const session = await useSession(database, tokenDigest(token))
  return session && { ...session, roles: session.roles.filter(isRole) }
}

/** Whether the person themself was there within the last ten minutes: what is asked before a passkey is added, or two people act. */
export function wasRecognisedJustNow({ recognisedAt }: Pick<SignedIn, 'recognisedAt'>, now: Date = new Date()): boolean {
  return now.getTime() - Date.parse(recognisedAt) < freshMinutes * 60_000
}
