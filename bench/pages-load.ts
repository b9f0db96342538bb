// Requests at a fixed rate, whether or not earlier ones were answered: a slow server is not asked less.
import { Agent, request } from 'node:http'

/** What somebody asks for: a page, or a form that they send. */
export type Wish = { readonly token: string; readonly handle: string; readonly path: string; readonly form?: Readonly<Record<string, string>> }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** How long each request took, in milliseconds, from the moment that it was due. An answer that is not 200 stops the benchmark. */
export async function askAtRate(origin: string, wish: () => Wish, { rate, seconds }: { readonly rate: number; readonly seconds: number }): Promise<readonly number[]> {
  const startedAt = performance.now()
  const answers: Promise<number>[] = []
  for (let number = 0; number < rate * seconds; number++) {
    const dueAt = startedAt + (number * 1000) / rate
    const wait = dueAt - performance.now()
    if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait) })
    answers.push(ask(origin, wish()).then(() => performance.now() - dueAt))
  }
  return Promise.all(answers)
}

/** One answer's text. */
export function ask(origin: string, { token, handle, path, form }: Wish, headers: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const body = form && new URLSearchParams(form).toString()
  return new Promise((resolve, fail) => {
    const asked = request(`${origin}/en${path}`, {
      agent, method: body === undefined ? 'GET' : 'POST',
      headers: { cookie: `comity=${token}`, 'x-handle': handle, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }), ...headers },
    }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => (answer.statusCode === 200 ? resolve(Buffer.concat(parts)) : fail(new Error(`${path}: ${answer.statusCode} ${Buffer.concat(parts).toString().slice(0, 300)}`))))
    })
    // A server may close a connection that nothing came over for a while just as we write to it: what browsers do is ask again. The time counts.
    asked.on('error', (cause: NodeJS.ErrnoException) => { if (asked.reusedSocket && cause.code === 'ECONNRESET') ask(origin, { token, handle, path, ...(form ? { form } : {}) }, headers).then(resolve, fail); else fail(cause) })
    asked.end(body)
  })
}
