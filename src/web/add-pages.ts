import type { FastifyInstance } from 'fastify'
import type { Reading } from '../service/read-catalogue.ts'
import { preferredLanguage } from './address.ts'
import { addressOfRequest, send } from './answer.ts'
import { routes } from './routes.ts'

/** Every page in both languages; the first address only chooses one, and remembers nothing. */
export function addPages(server: FastifyInstance, reading: Reading) {
  server.get('/', (request, reply) =>
    reply.header('vary', 'accept-language').header('cache-control', 'no-cache').redirect(`/${preferredLanguage(request.headers['accept-language'])}`, 302))
  for (const { path, answer } of routes) {
    server.get(`/:language(^en|fr$)${path}`, async (request, reply) => {
      const address = addressOfRequest(request)
      return send(reply, await answer(reading, address, request.params as Readonly<Record<string, string>>, new URLSearchParams(address.search)))
    })
  }
}
