import { invariant } from '../kernel/invariant.ts'

/** An answer over the network: whatever the status, its body is there, and no longer than was allowed. */
export type Answered = { readonly status: number; readonly body: Uint8Array }

/** After how long nothing more is waited for, and how long an answer may be. */
export const limits = { milliseconds: 10_000, bytes: 256 * 1024 } as const

/**
 * Posts bytes to an address that was configured, and reads a bounded answer. No redirect is followed: what was pinned is asked, and nobody
 * else. Throws what the network throws, and when the answer is too long.
 */
export function postBytes(url: string, body: Uint8Array, contentType: string): Promise<Answered> {
  return ask(url, { method: 'POST', body: Uint8Array.from(body), headers: { 'content-type': contentType } })
}

/** Asks for what is at an address, under the same limits. */
export function getBytes(url: string): Promise<Answered> {
  return ask(url, { method: 'GET' })
}

async function ask(url: string, request: RequestInit): Promise<Answered> {
  invariant(/^https?:$/.test(new URL(url).protocol), 'an address that is not of the web', { url })
  const answer = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(limits.milliseconds) })
  return { status: answer.status, body: await readBounded(answer) }
}

async function readBounded(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.length
    if (length > limits.bytes) throw new Error(`the answer is longer than ${limits.bytes} bytes`)
    parts.push(part)
  }
  return Uint8Array.from(Buffer.concat(parts))
}
