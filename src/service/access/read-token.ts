import { useToken, type UsedToken } from '../../store/api-tokens.ts'
import type { Services } from '../services.ts'
import { isRole, type Role } from './roles.ts'
import { isApiToken, tokenDigest } from './token-text.ts'

/** Whoever a program asks for, as this request found them: roles are read anew each time. */
export type TokenBearer = Omit<UsedToken, 'roles'> & { readonly roles: readonly Role[] }

/** Whose this token is; undefined when it is nobody's, or no longer good. One query. */
export async function readToken({ database }: Services, token: string): Promise<TokenBearer | undefined> {
  const used = isApiToken(token) ? await useToken(database, tokenDigest(token)) : undefined
  return used && { ...used, roles: used.roles.filter(isRole) }
}
