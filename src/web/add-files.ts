import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkHealth } from '../service/check-health.ts'
import type { Reading } from '../service/read-catalogue.ts'
import { figuresCsvChunks, measurementJsonChunks, readSourceOfFile } from '../service/read-figures-file.ts'
import { addressOfRequest, send } from './answer.ts'
import { notFoundPage } from './error-pages.ts'
import { icon } from './icon.ts'
import { digestOf, everyPage, pagesOfWork, themePath, type Stylesheet } from './stylesheets.ts'

/** What is no page: the stylesheets, the data files, and whether all is well. */
export function addFiles(server: FastifyInstance, reading: Reading, theme = '') {
  for (const sheet of [everyPage, pagesOfWork]) addStylesheet(server, sheet)
  addTheme(server, theme)
  addDataFile(server, reading, 'csv', 'text/csv; charset=utf-8', figuresCsvChunks)
  addDataFile(server, reading, 'json', 'application/json; charset=utf-8', measurementJsonChunks)
  addIcon(server)
  server.get('/healthz', async (_request, reply) => {
    const well = await checkHealth(reading)
    return reply.code(well ? 200 : 503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(well ? 'ok\n' : 'database unreachable\n')
  })
}

/** Pages name a stylesheet by its digest, so that address may be kept for ever; without the digest it is asked for again. */
function addStylesheet(server: FastifyInstance, { path, text, digest }: Stylesheet) {
  server.get(path, (request, reply) => {
    const named = (request.query as Readonly<Record<string, unknown>>)['v'] === digest
    return sendStyle(request, reply, { text, digest, kept: named ? 'public, max-age=31536000, immutable' : 'no-cache' })
  })
}

// Its address does not change with it: the pages that name it are made without knowing which theme there is.
function addTheme(server: FastifyInstance, text: string) {
  server.get(themePath, (request, reply) => sendStyle(request, reply, { text, digest: digestOf(text), kept: 'public, max-age=300' }))
}

function sendStyle(request: FastifyRequest, reply: FastifyReply, { text, digest, kept }: { readonly text: string; readonly digest: string; readonly kept: string }) {
  reply.header('etag', `"${digest}"`).header('cache-control', kept)
  return request.headers['if-none-match'] === `"${digest}"` ? reply.code(304).send() : reply.type('text/css; charset=utf-8').send(text)
}

// Browsers ask for it by this address where no page names one.
function addIcon(server: FastifyInstance) {
  const tag = `"${digestOf(Buffer.from(icon).toString('base64'))}"`
  server.get('/favicon.ico', (request, reply) => {
    reply.header('etag', tag).header('cache-control', 'public, max-age=86400')
    return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.type('image/x-icon').send(Buffer.from(icon))
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
