// The server of Comity with its API, as a program of its own, for the benchmark. Tells its parent what it asks of the database for one request.
import type { LightMyRequestResponse } from 'fastify'
import { shippedBook } from '../src/law/shipped-book.ts'
import { addApi } from '../src/api/add-api.ts'
import { systemClock } from '../src/service/cases/case-services.ts'
import { connect } from '../src/store/connection.ts'
import type { Connection } from '../src/store/connection.ts'
import { everyServingRole, type ServingRole } from '../src/store/roles.ts'
import type { Roles } from '../src/service/database.ts'
import { buildServer } from '../src/web/server.ts'
import { randomUUID } from 'node:crypto'
import { listenToStatements, statementsOf } from './api-statements.ts'

export type AskedOnce = { readonly name: string; readonly method: 'GET' | 'POST'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string }

listenToStatements()
const connections = JSON.parse(process.env['BENCH_CONNECTIONS'] ?? '{}') as Readonly<Record<ServingRole, Connection>>
const roles = Object.fromEntries(everyServingRole.map((role) => [role, connect({ ...connections[role], max: role === 'application' ? 10 : 2 })])) as Roles
const services = { database: roles.application, roles, clock: systemClock('UTC'), newId: randomUUID, agreements: [], shipped: shippedBook(), signIn: { mode: 'demonstration', origin: 'http://localhost:8080' } } as const
// The log is written, as in service, to where nobody reads it.
const server = buildServer({ database: roles.application }, { write: () => undefined }, { services, beside: { path: '/api', load: async () => (beside) => addApi(beside, services, { requestsPerMinute: 100_000_000 }) } })
const url = await server.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ ready: url })

process.on('message', (asked: readonly AskedOnce[] | 'cpu') => (asked === 'cpu' ? process.send?.({ cpu: process.cpuUsage() }) : void tell(asked)))
process.on('disconnect', () => process.exit(0))

async function tell(asked: readonly AskedOnce[]) {
  const told: Record<string, unknown> = {}
  for (const { name, body, ...one } of asked) {
    // Once before, so that what is asked once for each connection is not among it.
    let answer: LightMyRequestResponse | undefined
    const statements = await statementsOf(async () => { answer = await server.inject({ ...one, ...(body === undefined ? {} : { payload: body }) }) })
    told[name] = { statements, status: answer?.statusCode, body: answer?.body }
  }
  process.send?.({ told })
}
