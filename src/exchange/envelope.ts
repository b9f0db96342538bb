import { invariant } from '../kernel/invariant.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { toHex } from './byte-text.ts'
import { canonicalBytes, readCanonical, type CanonicalFault, type Json } from './canonical.ts'
import type { Sha256 } from './content-digest.ts'
import { families, newestSchema, type Family } from './lists.ts'
import { isAgreedType, partnerShapes, wasMade, type PartnerMessage, type PartnerType } from './partner-message.ts'
import type { Instant, PeerKind } from './peer.ts'
import { isMoment, readJson, type ShapeFault } from './shape.ts'
import { maySend, stateShapes, wasStateMade, type StateMessage, type StateType } from './state-message.ts'

/** No message is longer, and nobody reads further. */
export const mostBytes = 262_144
/** Every message of the family of requested states has exactly this many bytes: a long name and a withdrawal look alike on the wire. */
export const stateBytes = 16_384

/** Where a message stands: `stream` is one direction between two nodes, `sequence` counts from one, `previous` is the digest of the message before. */
export type Place = { readonly id: string; readonly from: string; readonly to: string; readonly stream: string; readonly sequence: number; readonly previous: string | null; readonly sentAt: Instant }

export type Envelope = Place & {
  readonly family: Family
  readonly type: string
  /** Number of the newest schema that the sender used. */
  readonly schema: number
  /** Names of members that whoever reads this must understand. */
  readonly must: readonly string[]
  readonly instrument: string | null
  readonly body: Json
}

/** The bytes of a message at its place. Takes what was made as a message and nothing else. */
export function writeEnvelope(message: PartnerMessage | StateMessage, place: Place): Uint8Array {
  const { family, type, body } = message
  invariant(message.family === 'partner' ? wasMade(message) : wasStateMade(message), 'a message was not made as one', { type })
  if (message.family === 'partner') {
    invariant(message.parties === null || [place.from, place.to].every((node) => message.parties?.includes(node)), 'a message goes to somebody who is no party of its instrument', { type })
  }
  const instrument = message.family === 'partner' ? message.instrument : null
  return writeJson({ ...place, family, type, schema: newestSchema, must: [], instrument, body })
}

/** The same message at another place: for one that waits when the end of a stream was lost and taken back. */
export function moveEnvelope({ bytes, sequence, previous }: { readonly bytes: Uint8Array; readonly sequence: number; readonly previous: string | null }): Uint8Array {
  const read = readEnvelope(bytes)
  invariant(read.ok, 'a message of our own cannot be read', read.ok ? {} : { code: read.refusal })
  return writeJson({ ...read.value, sequence, previous })
}

/** The digest by which a message is known: in its receipt, in the chain, in evidence. */
export function messageDigest(bytes: Uint8Array, sha256: Sha256): string {
  return toHex(sha256(bytes))
}

export type EnvelopeFault = CanonicalFault | 'envelope-wrong' | 'length-wrong'

/** Reads the envelope of a message, and leaves the body for `readContent`: what stands here must be right before anything is decided. */
export function readEnvelope(bytes: Uint8Array): Result<Envelope, EnvelopeFault> {
  const read = readCanonical(bytes, mostBytes)
  if (!read.ok) return read
  const raw = findRaw(read.value)
  if (raw === undefined) return refuse('envelope-wrong')
  const { padding, ...envelope } = raw
  // Spaces to the full length, or none at all: how long they are says nothing.
  const right = envelope.family === 'partner' ? padding === '' : bytes.length === stateBytes && /^ *$/.test(padding)
  return right ? accept(envelope) : refuse('length-wrong')
}

/** What a well-sent message says. `type` tells which body it is. */
export type Content = { readonly family: 'partner'; readonly type: PartnerType; readonly body: Json } | { readonly family: 'requested-state'; readonly type: StateType; readonly body: Json }

export type ContentFault = { readonly code: 'unknown-type' | 'not-from-this-peer' } | { readonly code: 'must-understand'; readonly place: string } | { readonly code: 'instrument-missing' | 'instrument-not-needed' } | ShapeFault

/**
 * Reads the body, or says why it may not be read. Of a newer schema members that we do not know are left unread, unless the sender
 * says that they must be understood, or something depends on every word: the whole family of requested states, and the terms of an instrument.
 */
export function readContent({ family, type, schema, must, instrument, body }: Envelope, kind: PeerKind): Result<Content, ContentFault> {
  const shape = family === 'partner' ? findShape(partnerShapes, type) : findShape(stateShapes, type)
  if (shape === undefined) return refuse({ code: 'unknown-type' })
  if (family === 'requested-state' && !maySend(kind, type)) return refuse({ code: 'not-from-this-peer' })
  const strange = must.findIndex((name) => !Object.hasOwn(shape.members, name))
  if (strange >= 0) return refuse({ code: 'must-understand', place: `must[${strange}]` })
  const needed = family === 'partner' && isAgreedType(type)
  if (needed !== (instrument !== null)) return refuse({ code: needed ? 'instrument-missing' : 'instrument-not-needed' })
  const read = readJson(shape, body, schema > newestSchema && (needed || type === 'checkpoint') ? 'left-unread' : 'refused')
  return read.ok ? accept({ family, type, body: read.value } as Content) : read
}

function findShape<Shapes extends object>(shapes: Shapes, type: string): Shapes[keyof Shapes] | undefined {
  return Object.hasOwn(shapes, type) ? shapes[type as keyof Shapes] : undefined
}

function writeJson(envelope: Envelope): Uint8Array {
  const bare = canonicalBytes({ ...envelope, padding: '' })
  if (envelope.family === 'partner') {
    invariant(bare.length <= mostBytes, 'a message is longer than anybody reads', { bytes: bare.length })
    return bare
  }
  invariant(bare.length <= stateBytes, 'a message to a requested state is longer than its bounds allow', { bytes: bare.length })
  return canonicalBytes({ ...envelope, padding: ' '.repeat(stateBytes - bare.length) })
}

type RawEnvelope = Envelope & { readonly padding: string }

const isUuid = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
const isDigestOrNull = (text: unknown) => text === null || (typeof text === 'string' && /^[0-9a-f]{64}$/.test(text))
const isCount = (value: unknown, most: number) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most
const isMemberName = (text: unknown) => typeof text === 'string' && /^[a-z][A-Za-z0-9]{0,39}$/.test(text)

/** Every member and what it must be; exactly these are there. */
const checks: Readonly<Record<keyof RawEnvelope, (value: Json) => boolean>> = {
  id: isUuid, from: isUuid, to: isUuid, stream: isUuid,
  family: (value) => (families as readonly Json[]).includes(value),
  // A type that we do not know has a well-formed name all the same.
  type: (value) => typeof value === 'string' && /^[a-z][a-z-]{0,39}$/.test(value),
  schema: (value) => isCount(value, 1000),
  must: (value) => Array.isArray(value) && value.length <= 16 && (value as readonly Json[]).every(isMemberName),
  instrument: isDigestOrNull,
  sequence: (value) => isCount(value, Number.MAX_SAFE_INTEGER),
  previous: isDigestOrNull,
  sentAt: (value) => typeof value === 'string' && isMoment(value),
  body: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  padding: (value) => typeof value === 'string',
}

function findRaw(value: Json): RawEnvelope | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const given = value as { readonly [member: string]: Json }
  if (Object.keys(given).length !== Object.keys(checks).length) return undefined
  const each = Object.entries(checks).every(([name, check]) => Object.hasOwn(given, name) && check(given[name] ?? null))
  const first = given['sequence'] === 1
  return each && first === (given['previous'] === null) && given['from'] !== given['to'] ? (given as Json as RawEnvelope) : undefined
}
