import type { FastifyInstance } from 'fastify'

/** What is served beside the pages: everything under a path, by a server of its own. `load` brings what is added to it. */
export type Beside = { readonly path: string; readonly load: () => Promise<(server: FastifyInstance) => void> }

/** Is this address one of those that are served beside the pages? */
export function isAside(url: string, { path }: Pick<Beside, 'path'>): boolean {
  return url.startsWith(path) && ['', '/', '?'].includes(url.charAt(path.length))
}

/**
 * Hands every request under the path over, before anything of it is read. Who answers is loaded with the first of them, or when the function
 * that is returned is called: the API is a third of all modules, and whoever opens the first page after a start need not wait for it.
 */
export function leadAside(server: FastifyInstance, beside: Beside, newServer: () => FastifyInstance): () => Promise<FastifyInstance> {
  let loading: Promise<FastifyInstance> | undefined
  const load = async () => {
    const other = newServer()
    const add = await beside.load()
    add(other)
    await other.ready()
    return other
  }
  const ready = (): Promise<FastifyInstance> => {
    // What could not be loaded is tried again with the next request.
    const loaded = loading ?? load()
    loading = loaded
    loaded.catch(() => { loading = undefined })
    return loaded
  }
  server.addHook('onRequest', async (request, reply) => {
    if (!isAside(request.url, beside)) return
    const other = await ready()
    reply.hijack()
    other.routing(request.raw, reply.raw)
  })
  server.addHook('onClose', async () => { await (await loading?.catch(() => undefined))?.close() })
  return ready
}
