import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Address, preferredLanguage, readAddress } from './address.ts'
import { type Answer, badAddressPage } from './error-pages.ts'
import { securityHeaders } from './security-headers.ts'

export function send(reply: FastifyReply, { status, page }: Answer) {
  // An error page at an address without a language is in the one that the browser likes.
  if (status >= 400) reply.header('vary', 'accept-language')
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
}

/** What a server is marked with where people can sign in. */
export const signInThere = 'signInThere'

export function addressOfRequest({ url, headers, server }: FastifyRequest): Address {
  return { ...addressOf(url, headers['accept-language']), signIn: server.hasDecorator(signInThere) }
}

/** Error pages have a language too: the address's own, else the one that the browser likes. */
function addressOf(url: string, accepted: string | undefined): Address {
  return readAddress(url) ?? { language: preferredLanguage(accepted), path: '', search: '' }
}

/** An address that cannot be decoded, or with too long a name in it, never reaches a route, nor the hooks that would set its headers. */
export function answerBadAddress(url: string, request: IncomingMessage, response: ServerResponse) {
  const { language } = addressOf(url, request.headers['accept-language'])
  const { status, page } = badAddressPage({ language, path: '', search: '' })
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept-language', 'content-length': Buffer.byteLength(page) })
  response.end(request.method === 'HEAD' ? undefined : page)
}
