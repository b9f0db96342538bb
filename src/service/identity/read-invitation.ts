import { readInvitation, type Invited } from '../../store/sign-ins.ts'
import type { Services } from '../services.ts'
import { mayTry } from './limit-attempts.ts'
import { isToken, tokenDigest } from './secret-token.ts'

/** Whom a link is for; undefined when it is used, too old, none, or asked for too often. */
export async function readInvitationOf(services: Services, { token, address }: { readonly token: string; readonly address: string }): Promise<Invited | undefined> {
  return isToken(token) && (await mayTry(services, address)) ? readInvitation(services.database, tokenDigest(token)) : undefined
}
