import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { purposes } from '../service/work/purposes.ts'
import type { ApiRoute, HeaderName } from './api-route.ts'
import { oneOf } from './case-schema.ts'
import { descriptionOf } from './description.ts'

/** Collects what the routes say of themselves, and answers it as OpenAPI 3.1. Registered before the routes. */
export async function addDescription(scope: FastifyInstance) {
  await scope.register(swagger, { openapi: descriptionOf, hideUntagged: true, convertConstToEnum: false })
  let text: string | undefined
  // Public, as the source is: it tells nothing of anybody.
  scope.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').serializer(String).send((text ??= JSON.stringify(scope.swagger(), null, 1))))
}

const problem = Type.Object({
  type: Type.String({ description: 'A page that says what this problem means' }), title: Type.String(), status: Type.Integer(), detail: Type.String({ description: 'In the language of Accept-Language: en or fr' }),
  code: Type.String({ description: 'Never changes, for programs' }), facts: Type.Object({}, { additionalProperties: true, description: 'What the sentence speaks of, for programs' }),
}, { description: 'Problem details, RFC 9457: application/problem+json' })

const headers: Readonly<Record<HeaderName, TSchema>> = {
  'Idempotency-Key': Type.String({ format: 'uuid', description: 'Chosen by the program, once for each thing that it wants done. The same key with the same content does nothing twice and gives the same answer; with another content it is refused (422).' }),
  'If-Match': Type.String({ pattern: '^"\\d{1,9}"$', description: 'The version of the case that this was decided on, as its ETag has it. Another one by now: 412.' }),
  'Comity-Purpose': oneOf(purposes, 'Why what is protected is read. It is written down with the look.'),
}

const optional: readonly HeaderName[] = ['Comity-Purpose']

/** A route as Fastify and the description want it: what the server checks by, and what programs are told, are the same. */
export function describedRoute({ method, path, summary, description, query, body, headers: named = [], answers, problems, action }: ApiRoute): FastifySchema {
  const refused = [400, 401, ...(path.includes(':') || action !== 'own-account' ? [404] : []), ...(method === 'POST' ? [413, 415] : []), 429, 500, ...problems]
  return {
    summary, description, tags: ['v1'], security: [{ token: [] }],
    ...(query ? { querystring: query } : {}), ...(body ? { body } : {}), ...(path.includes(':caseId') ? { params: Type.Object({ caseId: Type.String({ format: 'uuid' }) }) } : {}),
    ...(named.length > 0 ? { headers: Type.Object(Object.fromEntries(named.map((name) => [name, optional.includes(name) ? Type.Optional(headers[name]) : headers[name]]))) } : {}),
    response: { ...answers, ...Object.fromEntries([...new Set(refused)].toSorted((one, other) => one - other).map((status) => [status, problem])) },
  }
}
