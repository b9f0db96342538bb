import type { FastifyInstance, FastifyReply } from 'fastify'
import { answerAsWitness, witnessedCheckpointOf } from '../service/log/answer-as-witness.ts'
import type { LogServices } from '../service/log/log-services.ts'
import { readCheckpointFile, readTileFile } from '../service/log/read-log-files.ts'

/** A request to a witness is a number, 63 hashes and a note: this is many times that. */
const mostBytes = 64 * 1024

/**
 * The log as static files (tlog-tiles), and this node as a witness of others (tlog-witness). Nobody signs in for either: the log is public, and a
 * request to a witness is worth what its signature is.
 */
export function addLog(server: FastifyInstance, services: LogServices) {
  server.get('/log/checkpoint', async (_request, reply) => {
    const file = await readCheckpointFile(services)
    return file === undefined ? nothing(reply) : text(reply.header('cache-control', 'public, max-age=5'), file)
  })
  server.get('/log/*', async (request, reply) => {
    const file = await readTileFile(services, request.url.slice('/log/'.length))
    if (!file) return nothing(reply)
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type('application/octet-stream').send(Buffer.from(file))
  })
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // Witnesses' clients say several things of what they send, or nothing.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) => done(null, body))
    scope.setErrorHandler((fault: Error & { readonly statusCode?: number }, _request, reply) => {
      if (fault.statusCode === undefined || fault.statusCode >= 500) throw fault
      return text(reply.code(fault.statusCode), '')
    })
    scope.post('/witness/add-checkpoint', { bodyLimit: mostBytes }, async (request, reply) => {
      const { status, body, size } = await answerAsWitness(services, Buffer.isBuffer(request.body) ? Uint8Array.from(request.body) : new Uint8Array())
      return reply.code(status).header('cache-control', 'no-store').type(size === undefined ? 'text/plain; charset=utf-8' : 'text/x.tlog.size').send(body)
    })
  })
  server.get('/witness/:originHash/checkpoint', async (request, reply) => {
    const found = await witnessedCheckpointOf(services, (request.params as { readonly originHash: string }).originHash)
    return found.ok ? text(reply.header('cache-control', 'public, max-age=5'), Buffer.from(found.value).toString('utf8')) : nothing(reply)
  })
}

function text(reply: FastifyReply, content: string) {
  return reply.type('text/plain; charset=utf-8').send(content)
}

function nothing(reply: FastifyReply) {
  return text(reply.code(404).header('cache-control', 'no-cache'), '')
}
