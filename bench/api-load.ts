// Requests over connections that stay open, written and read by hand: what asks shall cost less than what answers.
import { connect, type Socket } from 'node:net'

export type Request = { readonly method: 'GET' | 'POST'; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string }

export type Loaded = { readonly done: number; readonly wrong: number; readonly seconds: number }

/** Asks on so many connections, one request after the other on each, for so long. */
export async function load(url: string, { connections, milliseconds, status, next }: { readonly connections: number; readonly milliseconds: number; readonly status: number; readonly next: () => Request }): Promise<Loaded> {
  const { hostname, port } = new URL(url)
  let [done, wrong] = [0, 0]
  const open = await Promise.all(Array.from({ length: connections }, () => new Promise<Socket>((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () => resolve(socket)).once('error', reject)
  })))
  const startedAt = performance.now()
  await Promise.all(open.map(async (socket) => {
    while (performance.now() - startedAt < milliseconds) {
      if ((await ask(socket, next())) === status) done++
      else wrong++
    }
  }))
  const seconds = (performance.now() - startedAt) / 1000
  for (const socket of open) socket.destroy()
  return { done, wrong, seconds }
}

function ask(socket: Socket, { method, path, headers, body = '' }: Request): Promise<number> {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: localhost:8080', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...(method === 'POST' ? [`content-length: ${Buffer.byteLength(body)}`] : [])]
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  return new Promise((resolve, reject) => {
    let [head, missing, status] = ['', -1, 0]
    const onData = (chunk: Buffer) => {
      if (missing < 0) {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        status = Number(head.slice(9, 12))
        missing = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1] ?? 0) - (head.length - end - 4)
      } else missing -= chunk.length
      if (missing > 0) return
      socket.off('data', onData).off('close', onClose)
      resolve(status)
    }
    const onClose = () => reject(new Error('the server closed a connection'))
    socket.on('data', onData).once('close', onClose)
  })
}
