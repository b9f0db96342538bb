import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { checkHealth } from '../service/check-health.ts'
import type { Reading } from '../service/read-catalogue.ts'
import { figuresCsvChunks, measurementJsonChunks, readSourceOfFile } from '../service/read-figures-file.ts'
import { addressOfRequest, send } from './answer.ts'
import { notFoundPage } from './error-pages.ts'
import { stylesheet, stylesheetDigest } from './frame.ts'

/** What is no page: the stylesheet, the data files, and whether all is well. */
export function addFiles(server: FastifyInstance, reading: Reading) {
  addStylesheet(server)
  addDataFile(server, reading, 'csv', 'text/csv; charset=utf-8', figuresCsvChunks)
  addDataFile(server, reading, 'json', 'application/json; charset=utf-8', measurementJsonChunks)
  server.get('/healthz', async (_request, reply) => {
    const well = await checkHealth(reading)
    return reply.code(well ? 200 : 503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(well ? 'ok\n' : 'database unreachable\n')
  })
}

/** Pages name the stylesheet by its digest, so that address may be kept for ever; without the digest it is asked for again. */
function addStylesheet(server: FastifyInstance) {
  server.get('/style.css', (request, reply) => {
    const named = (request.query as Readonly<Record<string, unknown>>)['v'] === stylesheetDigest
    reply.header('etag', `"${stylesheetDigest}"`).header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (request.headers['if-none-match'] === `"${stylesheetDigest}"`) return reply.code(304).send()
    return reply.type('text/css; charset=utf-8').send(stylesheet)
  })
}

type Chunks = typeof figuresCsvChunks

/** A file of one source, sent as it is read. Its digest is its tag, for a measurement never changes. */
function addDataFile(server: FastifyInstance, reading: Reading, ending: 'csv' | 'json', type: string, chunks: Chunks) {
  server.get(`/data/:key(^[0-9a-f]{12}).${ending}`, async (request, reply) => {
    const { key } = request.params as { key: string }
    const source = await readSourceOfFile(reading, key)
    if (!source) return send(reply, notFoundPage(addressOfRequest(request)))
    const tag = `"${source.digest}-${ending}"`
    reply.type(type).header('content-disposition', `attachment; filename="comity-${key}.${ending}"`).header('etag', tag).header('cache-control', 'no-cache')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return request.method === 'HEAD' ? reply.send() : reply.send(Readable.from(chunks(reading, source)))
  })
}
