// The whole server with its API over a database of its own, and a program with a token for each role.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { addApi, type ApiSettings } from '../src/api/add-api.ts'
import type { ApiRoute } from '../src/api/api-route.ts'
import type { LawBook } from '../src/law/book.ts'
import { roles, type Role } from '../src/service/access/roles.ts'
import { makeTokenFor } from '../src/service/access/tokens.ts'
import { demonstrationAccounts, letDemonstrate } from '../src/service/identity/demonstration.ts'
import { buildServer } from '../src/web/server.ts'
import { caseServices } from './case-services.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

export type Asking = { readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS'; readonly path: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

// What an answer holds is what the tests are about: here it is anything.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = { readonly status: number; readonly body: any; readonly text: string; readonly headers: LightMyRequestResponse['headers'] }

export type ServedApi = {
  readonly server: FastifyInstance
  readonly database: FreshDatabase
  readonly tokens: ReadonlyMap<Role, string>
  /** Asks with the token of a role, of `token`, or with none. Paths begin after `/api/v1`. */
  readonly ask: (as: Role | { readonly token: string } | undefined, asking: Asking) => Promise<Answered>
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

export async function serveApi({ settings, routes, book }: { readonly settings?: ApiSettings; readonly routes?: readonly ApiRoute[]; readonly book?: LawBook } = {}): Promise<ServedApi> {
  const database = await freshDatabase()
  await letDemonstrate(database.asOwner(), { loopback: true, embedded: true })
  const services = { ...caseServices(database, book ? { book } : {}), roles: database.as, signIn: { mode: 'demonstration', origin: 'http://localhost:8080' } } as const
  const log: string[] = []
  const server = buildServer({ database: database.database }, { write: (line) => { log.push(line) } }, { services, beside: { path: '/api', load: async () => (beside) => addApi(beside, services, settings, routes) } })
  const tokens = new Map<Role, string>()
  for (const role of roles) {
    const handle = demonstrationAccounts.find((account) => account.role === role)?.handle ?? ''
    const made = await makeTokenFor(services, handle, { name: 'sample program', days: 1, by: 'test' })
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    tokens.set(role, made.value.token)
  }
  await server.ready()
  const ask = async (as: Role | { readonly token: string } | undefined, { method = 'GET', path, body, headers = {} }: Asking): Promise<Answered> => {
    const token = as === undefined ? undefined : typeof as === 'string' ? tokens.get(as) : as.token
    const answer = await server.inject({
      method, url: `/api/v1${path}`, headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.statusCode, text: answer.body, body: String(answer.headers['content-type']).includes('json') && answer.body !== '' ? JSON.parse(answer.body) : undefined, headers: answer.headers }
  }
  return { server, database, tokens, ask, log, close: async () => {
    await server.close()
    await database.destroy()
  } }
}

export const newKey = () => ({ 'idempotency-key': randomUUID() })

export const opening = { jurisdiction: 'CA', on: '2026-01-10', source: 'file 1', identity: { familyName: 'Sample', givenNames: 'One', bornOn: '1990-05-17', bornInCountry: 'GH', sex: 'female', identityDocuments: [] } }
