import type { FastifyReply, FastifyRequest } from 'fastify'
import { isToken } from '../../service/identity/secret-token.ts'

/** `session`: of who is signed in. `door`: of a browser that is signing in, so that nobody else can finish what it began. */
export type CookieName = 'session' | 'door'

const names = { session: 'comity', door: 'comity-door' } as const

/** The token in a cookie; undefined when there is none, or something else. */
export function readCookie(request: FastifyRequest, origin: string, name: CookieName): string | undefined {
  const wanted = fullName(origin, name)
  // RFC 6265 5.4: a cookie that stands twice was set by somebody else too, on a name above ours; then neither is believed.
  const values = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.startsWith(`${wanted}=`)).map((pair) => pair.slice(wanted.length + 1))
  return values.length === 1 && isToken(values[0] ?? '') ? values[0] : undefined
}

/** Gives the browser a token to keep until it is closed; an empty one takes the cookie away. */
export function setCookie(reply: FastifyReply, origin: string, name: CookieName, token: string) {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  reply.header('set-cookie', `${fullName(origin, name)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}${token === '' ? '; Max-Age=0' : ''}`)
}

// Browsers take a __Host- cookie over https alone, only from this very name, and for all of its paths.
function fullName(origin: string, name: CookieName): string {
  return origin.startsWith('https:') ? `__Host-${names[name]}` : names[name]
}
