import fastify, { type FastifyInstance, LogController } from 'fastify'
import { worldShapes } from '../render/world-shapes.ts'
import { prepareReading } from '../service/read-catalogue.ts'
import type { Services } from '../service/services.ts'
import type { LogServices } from '../service/log/log-services.ts'
import { addFiles } from './add-files.ts'
import { addLog } from './add-log.ts'
import { addPages } from './add-pages.ts'
import { answerBadAddress } from './answer.ts'
import { guard } from './guard.ts'
import { leadAside, type Beside } from './lead-aside.ts'
import { addWork } from './work/add-work.ts'
import type { WorkServices } from './work/work-services.ts'

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> }

/** Where log lines go: one JSON object each. */
export type LogStream = { readonly write: (line: string) => void }

/** Serves the pages on this address until closed; throws what Node throws when it cannot listen there. */
export async function startServer(services: Services, address: { readonly host: string; readonly port: number }, work?: Work, theme = '', log?: LogServices): Promise<RunningServer> {
  const { server, loadBeside } = build(services, process.stdout, work, theme, log)
  const url = await server.listen(address)
  // What whoever opens the first map, or asks the API first, need not wait for, nor whoever opens the first page.
  const early = setTimeout(() => {
    worldShapes()
    loadBeside?.().catch((cause: unknown) => server.log.error({ err: cause }, 'fault'))
  }, 2_000)
  return { url, close: async () => {
    clearTimeout(early)
    await server.close()
  } }
}

/** The pages for people who sign in. Without it there are none. */
export type Work = { readonly services: WorkServices; /** Addresses whose word is taken for whom they speak for (COMITY_PROXY). */ readonly proxy?: string | undefined; /** What is served beside the pages: the API. */ readonly beside?: Beside | undefined }

/** The whole server, ready to be asked. It logs to standard output unless told otherwise. `theme`: the stylesheet of the agency's tokens. */
export function buildServer(services: Services, stream: LogStream = process.stdout, work?: Work, theme = '', log?: LogServices): FastifyInstance {
  return build(services, stream, work, theme, log).server
}

function build(services: Services, stream: LogStream, work: Work | undefined, theme: string, log: LogServices | undefined): { readonly server: FastifyInstance; readonly loadBeside?: () => Promise<unknown> } {
  const server = guarded(stream, work, { leads: work?.beside })
  const loadBeside = work?.beside && leadAside(server, work.beside, () => guarded(stream, work))
  const reading = prepareReading(services)
  addPages(server, reading)
  addFiles(server, reading, theme)
  if (work) addWork(server, work.services)
  if (log) addLog(server, log)
  return { server, ...(loadBeside ? { loadBeside } : {}) }
}

/** A server that answers nothing yet, with what holds for every answer. */
function guarded(stream: LogStream, work: Work | undefined, part: { readonly leads?: Beside | undefined } = {}): FastifyInstance {
  const server: FastifyInstance = fastify({
    logger: { level: 'info', base: null, stream },
    logController: new LogController({ disableRequestLogging: true }), // Fastify's own lines carry addresses
    forceCloseConnections: true,
    requestTimeout: 30_000,
    bodyLimit: 1, // nothing is sent to us, but the forms under /work, which say so
    trustProxy: work?.proxy ?? false,
    routerOptions: {
      maxParamLength: 200,
      onBadUrl: (url, request, response) => answerBadAddress(url, request as never, response as never),
      // Fastify's own answer says the address back, without our headers.
      onMaxParamLength: (url, request, response) => answerBadAddress(url, request as never, response as never),
    },
    clientErrorHandler: (_error, socket) => { if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n') },
  })
  guard(server, { origin: work?.services.signIn.origin, ...part })
  return server
}
