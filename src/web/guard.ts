import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { addressOfRequest, send } from './answer.ts'
import { faultPage, methodPage, notFoundPage } from './error-pages.ts'
import { isAside, type Beside } from './lead-aside.ts'
import { onlyHttps, securityHeaders } from './security-headers.ts'

/** Headers on every answer, reading only (but for the forms under `/work`), one log line for each request, and a page for whatever goes wrong. */
export function guard(server: FastifyInstance, { origin = '', leads }: { readonly origin?: string | undefined; /** What it hands over to another. */ readonly leads?: Beside | undefined } = {}) {
  const headers = origin.startsWith('https:') ? { ...securityHeaders, ...onlyHttps } : securityHeaders
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (request.method === 'GET' || request.method === 'HEAD') return undefined
    if (leads && isAside(request.url, leads)) return undefined
    // The API says in its own form what it does not take.
    if (request.url.startsWith('/api/v1/')) return undefined
    // Only pages for people who are signed in, or sign in, have a route that takes a form; they guard it themselves.
    if (request.method === 'POST' && !request.is404) return undefined
    return send(reply.header('allow', 'GET, HEAD'), methodPage(addressOfRequest(request)))
  })
  // The pattern of the address and not the address: who types a name into it must not find it in a log.
  server.addHook('onResponse', async (request, reply) => {
    if (leads && isAside(request.url, leads)) return // who answered says so
    request.log.info({ method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime * 10) / 10 }, 'request')
  })
  server.setNotFoundHandler((request, reply) => {
    const shorter = withoutTrailingSlash(request.url)
    return shorter === undefined ? send(reply, notFoundPage(addressOfRequest(request))) : reply.redirect(shorter, 308)
  })
  server.setErrorHandler((fault, request, reply) => {
    const reference = randomUUID()
    request.log.error({ reference, err: fault }, 'fault')
    return send(reply, faultPage(addressOfRequest(request), reference))
  })
}

/** Only for addresses that are plainly ours: `//elsewhere/` must not send anyone there. */
function withoutTrailingSlash(url: string): string | undefined {
  const [, path, search = ''] = /^(\/(?:en|fr)(?:\/[\w.-]+)*)\/(\?.*)?$/.exec(url) ?? []
  return path === undefined ? undefined : `${path}${search}`
}
