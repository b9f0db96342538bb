import { accept, refuse, type Result } from '../kernel/result.ts'
import { canonicalBytes, readCanonical, type Json } from './canonical.ts'
import { contentDigest, type Sha256 } from './content-digest.ts'
import { mostBytes } from './envelope.ts'
import type { KeptMessage, Told } from './resync.ts'
import type { Fields, RequestHead } from './signature-base.ts'

/** So many messages at most are told at once: whoever needs more asks on from there. */
export const mostTold = 8
const mostToldBytes = mostTold * (mostBytes + 4096)

/** What a node answers when a peer asks for its own messages after a place: what is expected next, and the messages with the signatures they came with. */
export function writeTold({ expected, last }: Told, kept: readonly KeptMessage[]): Uint8Array {
  return canonicalBytes({ expected, last, messages: kept.slice(0, mostTold).map(({ bytes, head }) => ({ message: JSON.parse(new TextDecoder().decode(bytes)) as Json, targetUri: head.targetUri, 'signature-input': fieldOf(head.fields, 'signature-input'), signature: fieldOf(head.fields, 'signature') })) })
}

/**
 * Reads that. The bytes of a message are the canonical bytes of the value that stands in the answer, and the digest of its content is
 * computed anew: whether we signed them is for `takeBack` to see.
 */
export function readTold(bytes: Uint8Array, sha256: Sha256): Result<Told & { readonly kept: readonly KeptMessage[] }, 'not-an-answer'> {
  const read = readCanonical(bytes, mostToldBytes)
  if (!read.ok || !isRecord(read.value)) return refuse('not-an-answer')
  const { expected, last, messages, ...more } = read.value
  const right = Object.keys(more).length === 0 && typeof expected === 'number' && Number.isSafeInteger(expected) && expected >= 1 && (expected === 1) === (last === null) && (last === null || (typeof last === 'string' && /^[0-9a-f]{64}$/.test(last)))
  if (!right || !Array.isArray(messages) || messages.length > mostTold) return refuse('not-an-answer')
  const kept = (messages as readonly Json[]).map((one) => readKept(one, sha256))
  return kept.every((one) => one !== undefined) ? accept({ expected, last: typeof last === 'string' ? last : null, kept }) : refuse('not-an-answer')
}

function readKept(value: Json, sha256: Sha256): KeptMessage | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 4) return undefined
  const { message, targetUri, 'signature-input': input, signature } = value
  if (message === undefined || typeof targetUri !== 'string' || typeof input !== 'string' || typeof signature !== 'string') return undefined
  const bytes = canonicalBytes(message)
  const head: RequestHead = { kind: 'request', method: 'POST', targetUri, fields: [['content-type', 'application/json'], ['content-digest', contentDigest(bytes, sha256)], ['signature-input', input], ['signature', signature]] }
  return { bytes, head }
}

function isRecord(value: Json): value is { readonly [member: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function fieldOf(fields: Fields, name: string): string {
  return fields.find(([field]) => field === name)?.[1] ?? ''
}
