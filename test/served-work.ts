import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ProviderSettings, SignInMode } from '../src/service/identity/identity-services.ts'
import { letDemonstrate } from '../src/service/identity/demonstration.ts'
import { buildServer } from '../src/web/server.ts'
import type { WorkServices } from '../src/web/work/work-services.ts'
import { caseServices } from './case-services.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

/** The server with its pages for people who sign in, over a database of its own, at an address where a browser finds it. */
export type ServedWork = {
  readonly server: FastifyInstance
  readonly origin: string
  readonly database: FreshDatabase
  readonly services: WorkServices
  readonly log: readonly Readonly<Record<string, unknown>>[]
  readonly close: () => Promise<void>
}

export async function serveWork({ mode = 'demonstration', provider }: { readonly mode?: SignInMode; readonly provider?: (origin: string) => ProviderSettings } = {}): Promise<ServedWork> {
  const database = await freshDatabase()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  if (mode === 'demonstration') {
    const may = await letDemonstrate(database.asOwner(), { loopback: true, embedded: true })
    if (!may.ok) throw new Error(`no demonstration: ${JSON.stringify(may.refusal)}`)
  }
  const services: WorkServices = { ...caseServices(database), roles: database.as, signIn: { mode, origin, ...(provider ? { provider: provider(origin) } : {}) } }
  const log: Record<string, unknown>[] = []
  const server = buildServer({ database: database.database }, { write: (line) => { log.push(JSON.parse(line) as Record<string, unknown>) } }, { services })
  await server.listen({ host: '127.0.0.1', port })
  const close = async () => {
    await server.close()
    await database.destroy()
  }
  return { server, origin, database, services, log, close }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
