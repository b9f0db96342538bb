import fastify from 'fastify'
import type { Services } from '../service/services.ts'

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> }

/** Serves the pages on this address until closed; throws what Node throws when it cannot listen there. */
export async function startServer(_services: Services, address: { readonly host: string; readonly port: number }): Promise<RunningServer> {
  const server = fastify({ forceCloseConnections: true })
  server.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send('<!doctype html><title>Comity</title><h1>Comity</h1>'))
  const url = await server.listen(address)
  return { url, close: () => server.close() }
}
