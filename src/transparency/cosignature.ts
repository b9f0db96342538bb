import { eightBytes, join } from './bytes.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import type { NoteKey } from './note-key.ts'
import { writeText } from './strict-text.ts'

/** The bytes that a key signs, taken apart from what a signature line carries. */
export type SignedPart = {
  readonly message: Uint8Array
  readonly signature: Uint8Array
  /** When a cosignature was made, in seconds since 1970; zero where an ML-DSA-44 one says nothing of time. */
  readonly signedAtSeconds?: number
}

/** What this key must have signed, if this is its signature under this text; undefined where it cannot be one. */
export function signedPart(key: NoteKey, text: string, bytes: Uint8Array): SignedPart | undefined {
  if (key.type === 1) return { message: writeText(text), signature: bytes }
  const checkpoint = readCheckpoint(text)
  const signedAtSeconds = readSeconds(bytes)
  if (checkpoint === undefined || signedAtSeconds === undefined) return undefined
  const message = cosignedMessage(key, text, checkpoint, signedAtSeconds)
  return message === undefined ? undefined : { message, signature: bytes.subarray(8), signedAtSeconds }
}

/** The bytes that a cosigning key signs; undefined where a name is too long for them. */
export function cosignedMessage(key: NoteKey, text: string, checkpoint: Checkpoint, signedAtSeconds: number): Uint8Array | undefined {
  return key.type === 6 ? treeMessage(key.name, checkpoint, signedAtSeconds) : writeText(`cosignature/v1\ntime ${signedAtSeconds}\n${text}`)
}

// `cosigned_message` of tlog-cosignature over the whole tree, so `start` is zero. Extension lines are not in it.
function treeMessage(name: string, { origin, size, root }: Checkpoint, signedAtSeconds: number): Uint8Array | undefined {
  const [cosigner, log] = [withLength(name), withLength(origin)]
  if (cosigner === undefined || log === undefined) return undefined
  return join(writeText('subtree/v1\n\0'), cosigner, eightBytes(signedAtSeconds), log, eightBytes(0), eightBytes(size), root)
}

function withLength(text: string): Uint8Array | undefined {
  const bytes = writeText(text)
  return bytes.length <= 255 ? join(Uint8Array.of(bytes.length), bytes) : undefined
}

// Up to 2^53 − 1, as sizes are: a later moment than anybody will see.
function readSeconds(bytes: Uint8Array): number | undefined {
  if (bytes.length <= 8) return undefined
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0))
  return Number.isSafeInteger(seconds) ? seconds : undefined
}
