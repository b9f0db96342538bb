import type { IncomingHttpHeaders } from 'node:http'
import type { TSchema } from 'typebox'
import type { Result } from '../kernel/result.ts'
import type { Action } from '../service/access/permissions.ts'
import type { TokenBearer } from '../service/access/read-token.ts'
import type { WorkingServices } from './working-services.ts'
import type { ApiRefusal } from './problem.ts'

/** What a program asks, in somebody's name. What stands in `query` and `body` has been checked against the route's schemas. */
export type ApiRequest = {
  readonly bearer: TokenBearer
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** `version`: of the case, as its ETag says it. `replayed`: it was done before, by the same request. */
export type ApiAnswer = { readonly status: 200 | 201 | 202; readonly body: object; readonly version?: number; readonly replayed?: boolean; readonly location?: string }

/** What an address holds besides schemas, for the description. */
export type Described = { readonly summary: string; readonly description: string }

/**
 * An address of the API. It names the one action that the bearer must be permitted; `own-account` is everybody's. How far the action
 * reaches is asked of each object by the use-case; what one may not reach answers like what does not exist.
 */
export type ApiRoute = Described & {
  readonly method: 'GET' | 'POST'
  /** After `/api/v1`, with parameters as Fastify writes them. */
  readonly path: string
  readonly action: Action | 'own-account'
  readonly query?: TSchema
  readonly body?: TSchema
  /** `command`: told apart by its kind. */
  readonly bodyIs?: 'command'
  readonly headers?: readonly HeaderName[]
  readonly answers: Readonly<Partial<Record<ApiAnswer['status'], TSchema>>>
  /** Problems that this address has besides those of every one. */
  readonly problems: readonly number[]
  readonly answer: (services: WorkingServices, request: ApiRequest) => Promise<Result<ApiAnswer, ApiRefusal>>
}

export type HeaderName = 'Idempotency-Key' | 'If-Match' | 'Comity-Purpose'
