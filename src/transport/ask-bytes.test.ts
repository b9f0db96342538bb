import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { getBytes, limits, postBytes } from './ask-bytes.ts'

let server: Server | undefined
afterEach(() => { server?.closeAllConnections(); server?.close() })

function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  return new Promise((resolve) => { server?.listen(0, '127.0.0.1', () => { const address = server?.address(); resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`) }) })
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text))

test('what was sent arrives, and what was answered comes back with its status', async () => {
  const url = await serve((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => { response.statusCode = 409; response.end(`${request.headers['content-type']}: ${Buffer.concat(parts).toString()}`) })
  })
  const { status, body } = await postBytes(url, bytes('old 0\n'), 'text/plain')
  expect([status, Buffer.from(body).toString()]).toEqual([409, 'text/plain: old 0\n'])
})

test('a redirect is an answer and leads nowhere', async () => {
  let asked = 0
  const url = await serve((_request, response) => { asked++; response.writeHead(307, { location: '/elsewhere' }).end('no') })
  expect(await postBytes(url, bytes('x'), 'text/plain')).toMatchObject({ status: 307 })
  expect(asked).toBe(1)
})

test('an answer without end is cut off as a fault', async () => {
  const url = await serve((_request, response) => {
    const more = () => { while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))); if (!response.destroyed) response.once('drain', more) }
    more()
  })
  for (const ask of [() => postBytes(url, bytes('x'), 'text/plain'), () => getBytes(url)]) await expect(ask()).rejects.toThrow(`longer than ${limits.bytes} bytes`)
})

test('an address that is not of the web is our fault, and nobody there is the network’s', async () => {
  await expect(postBytes('file:///etc/passwd', bytes('x'), 'text/plain')).rejects.toThrow('not of the web')
  await expect(postBytes('http://127.0.0.1:9/', bytes('x'), 'text/plain')).rejects.toThrow('fetch failed')
})
