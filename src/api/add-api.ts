import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reachOf } from '../service/access/permissions.ts'
import { readToken, type TokenBearer } from '../service/access/read-token.ts'
import { preferredLanguage } from '../text/preferred-language.ts'
import type { ApiAnswer, ApiRoute } from './api-route.ts'
import { apiRoutes } from './api-routes.ts'
import { addDescription, describedRoute } from './describe-api.ts'
import { faultsBy, faultsOfCommand, type FindFaults } from './find-faults.ts'
import { addProblemPages } from './problem-page.ts'
import { problemOf, type ApiRefusal } from './problem.ts'
import { rateLimit, type RateLimit } from './rate-limit.ts'
import type { WorkingServices } from './working-services.ts'

export type ApiSettings = {
  /** How many requests a token may make in a minute, at this server. */
  readonly requestsPerMinute?: number
}

export const apiPath = '/api/v1'
/** Content may be this long, in bytes; what is longer is not read. */
export const mostBytes = 256 * 1024
const usualRequestsPerMinute = 6_000
/** Of one address without a good token. 256 random bits are not guessed: whoever goes on trying is told to wait, and nobody else from there is shut out. */
const strangersPerMinute = 300

declare module 'fastify' {
  interface FastifyRequest { bearer: TokenBearer | undefined }
}

/** The API, in a scope of its own under `/api`: tokens only, JSON only, problems as RFC 9457 has them, kept by nobody on the way. */
export function addApi(server: FastifyInstance, services: WorkingServices, { requestsPerMinute = usualRequestsPerMinute }: ApiSettings = {}, routes: readonly ApiRoute[] = apiRoutes) {
  addProblemPages(server)
  server.register(async (scope) => {
    guardApi(scope, routes)
    await addDescription(scope)
    const limits = { bearers: rateLimit(requestsPerMinute), strangers: rateLimit(strangersPerMinute) }
    for (const route of routes) addRoute(scope, services, route, limits)
  }, { prefix: apiPath })
}

function guardApi(scope: FastifyInstance, routes: readonly ApiRoute[]) {
  scope.decorateRequest('bearer', undefined)
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: mostBytes }, scope.getDefaultJsonParser('error', 'error'))
  scope.addHook('onRequest', async (_request, reply) => { reply.header('cache-control', 'no-store') })
  scope.setNotFoundHandler((request, reply) => {
    const allowed = routes.filter(({ path }) => matches(path, request.url)).map(({ method }) => method)
    if (allowed.length === 0 || allowed.includes(request.method as 'GET')) return sendProblem(request, reply, { code: 'not-found' })
    return sendProblem(request, reply.header('allow', allowed.join(', ')), { code: 'method-not-allowed', allowed })
  })
  scope.setErrorHandler((fault: FastifyError, request, reply) => {
    const refusal = refusalOf(fault)
    if (refusal) return sendProblem(request, reply, refusal)
    const reference = randomUUID()
    request.log.error({ reference, err: fault }, 'fault')
    return sendProblem(request, reply, { code: 'server-fault', reference })
  })
  // What is answered is built field by field, and tests hold it against the schemas: nothing is left to take out here.
  scope.setSerializerCompiler(() => (body) => JSON.stringify(body))
  scope.setValidatorCompiler<Schema>(({ schema, httpPart }) => {
    const find = httpPart === 'body' ? bodyFaults(schema) : httpPart === 'querystring' ? faultsBy(schema) : () => []
    return (value: unknown) => {
      const faults = find(value)
      return faults.length === 0 ? { value } : { error: Object.assign(new Error('not as the schema says'), { refusal: { code: httpPart === 'body' ? 'content-wrong' : 'query-wrong', faults } }) }
    }
  })
}

type Schema = Parameters<typeof faultsBy>[0]

function bodyFaults(schema: Schema): FindFaults {
  return 'discriminator' in schema ? faultsOfCommand() : faultsBy(schema)
}

type Limits = { readonly bearers: RateLimit; readonly strangers: RateLimit }

/** Token, then action, then content, then the use-case; whoever is not permitted finds nothing there. */
function addRoute(scope: FastifyInstance, services: WorkingServices, route: ApiRoute, limits: Limits) {
  const { method, path, action, answer } = route
  scope.route({
    method, url: path, bodyLimit: mostBytes, schema: describedRoute(route),
    // Before the content is read.
    onRequest: async (request, reply) => {
      const refusal = await admit(services, request, reply, limits)
      if (refusal) return sendProblem(request, reply, refusal)
      const { bearer } = request
      if (action === 'own-account' || (bearer && reachOf(bearer.roles, action) !== undefined)) return undefined
      request.log.warn({ account: bearer?.handle, action }, 'not permitted')
      return sendProblem(request, reply, { code: 'not-found' })
    },
    handler: async (request, reply) => {
      const { bearer, params, query, headers, body } = request
      const answered = await answer(services, { bearer: bearer as TokenBearer, parameters: params as Readonly<Record<string, string>>, query: query as Readonly<Record<string, string>>, headers, body })
      return answered.ok ? send(reply, answered.value) : sendProblem(request, reply, answered.refusal)
    },
  })
}

/** Finds whose the token is. Cookies are not looked at: no other site can make a browser ask in somebody's name. */
async function admit(services: WorkingServices, request: FastifyRequest, reply: FastifyReply, { bearers, strangers }: Limits): Promise<ApiRefusal | undefined> {
  const [, token = ''] = /^Bearer ([\w-]{1,100})$/i.exec(request.headers.authorization ?? '') ?? []
  const bearer = await readToken(services, token)
  request.bearer = bearer
  const wait = bearer ? bearers.take(bearer.tokenId) : strangers.take(request.ip)
  if (wait !== undefined) {
    reply.header('retry-after', wait)
    return { code: 'too-many-requests', seconds: wait }
  }
  if (bearer) return undefined
  reply.header('www-authenticate', 'Bearer realm="Comity"')
  return { code: 'no-token' }
}

function send(reply: FastifyReply, { status, body, version, replayed, location }: ApiAnswer) {
  if (version !== undefined) reply.header('etag', `"${version}"`)
  if (replayed) reply.header('idempotency-replayed', 'true')
  if (location !== undefined) reply.header('location', location)
  return reply.code(status).type('application/json; charset=utf-8').send(body)
}

/** The same bytes for everything that is not there, and for everything that is not for whoever asks. */
function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: ApiRefusal) {
  const language = preferredLanguage(request.headers['accept-language'])
  const problem = problemOf(refusal, language)
  return reply.code(problem.status).header('cache-control', 'no-store').header('content-language', language).header('vary', 'accept-language').type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}

function refusalOf(fault: FastifyError & { readonly refusal?: ApiRefusal }): ApiRefusal | undefined {
  if (fault.refusal) return fault.refusal
  if (fault.statusCode === 413) return { code: 'body-too-large', mostBytes }
  if (fault.statusCode === 415) return { code: 'media-type-wrong' }
  return fault.statusCode === 400 ? { code: 'not-json' } : undefined
}

function matches(path: string, url: string): boolean {
  const pattern = path.replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^${apiPath}${pattern}$`).test(url.split('?')[0] ?? '')
}
