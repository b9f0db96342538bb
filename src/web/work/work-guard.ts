import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invariant } from '../../kernel/invariant.ts'
import { formToken } from '../../service/identity/secret-token.ts'
import { addressOfRequest } from '../answer.ts'
import { badAddressPage } from '../error-pages.ts'
import { securityHeaders } from '../security-headers.ts'
import type { WorkFile, WorkPage } from './work-route.ts'
import { largeFilePage, largePage, refusedPage } from './refused-page.ts'
import { readUpload, takesFiles, uploadLimit } from './uploaded-files.ts'

/** A form may be this long, in bytes; what is longer is not read. */
export const formLimit = 64 * 1024

/** With the forms of signed-in people the browser tells our own server where they came from, and nobody else. */
export const workHeaders = { ...securityHeaders, 'referrer-policy': 'same-origin', 'cache-control': 'no-store' } as const

/** What holds for everything under `/work`: our own name in the address, forms from our own pages, nothing kept by browsers or on the way. */
export function guardWork(server: FastifyInstance, origin: string) {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formLimit }, (_request, body, done) => done(null, withoutNul(new URLSearchParams(String(body)))))
  server.addContentTypeParser('multipart/form-data', { bodyLimit: uploadLimit }, (request: FastifyRequest, payload: AsyncIterable<Uint8Array>) => readUpload(request, payload))
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(workHeaders)
    if (!isOurName(request, origin)) return otherName(request, reply, origin)
    // Before the body is read.
    if (request.method === 'POST' && comesFromElsewhere(request, origin)) return sendWork(reply, refusedPage(addressOfRequest(request)))
    return undefined
  })
  server.setErrorHandler((fault: Error & { readonly statusCode?: number }, request, reply) => {
    if (fault.statusCode === 413) return sendWork(reply, takesFiles(request) ? largeFilePage(addressOfRequest(request)) : largePage(addressOfRequest(request)))
    if (fault.statusCode === 415 || fault.statusCode === 400) return sendWork(reply, badAddressPage(addressOfRequest(request)))
    throw fault
  })
}

/** Without the one character that no text of PostgreSQL can hold, and that nobody types. */
export function withoutNul(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams(Array.from(fields, ([name, value]): [string, string] => [name.replaceAll('\0', ''), value.replaceAll('\0', '')]))
}

/** The fields of a form that brought back its page's token; undefined of any other. */
export function readForm(request: FastifyRequest, token: string | undefined): URLSearchParams | undefined {
  const form = request.body
  return form instanceof URLSearchParams && token !== undefined && form.getAll('form').join() === formToken(token) ? form : undefined
}

/** Sends a page that nobody keeps. The script may run on those that need it, and nowhere else. */
export function sendWork(reply: FastifyReply, answer: WorkPage) {
  if (answer.script) reply.header('content-security-policy', `${workHeaders['content-security-policy']}; script-src 'self'`)
  return reply.code(answer.status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(answer.page)
}

/** Sends a file that the browser saves and never shows as a page of ours. */
export function sendFile(reply: FastifyReply, { file, type, name }: WorkFile) {
  invariant(/^[\w.-]+$/.test(name), 'a name of a file that a header cannot hold', { name })
  return reply.code(200).type(type).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store').send(typeof file === 'string' ? file : Buffer.from(file))
}

// A name that somebody else pointed at this machine must not get answers (DNS rebinding).
function isOurName({ headers }: FastifyRequest, origin: string): boolean {
  return headers.host === new URL(origin).host
}

/** The other names of this very machine lead to the one that passkeys and cookies are bound to. */
function otherName(request: FastifyRequest, reply: FastifyReply, origin: string) {
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
  const [asked, ours] = [request.headers.host ?? '', new URL(origin).host]
  if (request.method === 'GET' && local.test(asked) && local.test(ours)) return reply.redirect(`${origin}${request.url}`, 307)
  return sendWork(reply, badAddressPage(addressOfRequest(request)))
}

// Fetch Metadata Request Headers, and the Origin of RFC 6454. Browsers that send neither are left to the form's token.
function comesFromElsewhere({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site']
  return (site !== undefined && site !== 'same-origin') || (headers.origin !== undefined && headers.origin !== origin)
}
