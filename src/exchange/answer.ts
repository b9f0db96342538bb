import { accept, refuse, type Result } from '../kernel/result.ts'
import { canonicalBytes, readCanonical } from './canonical.ts'
import { code, digest, members, moment, nonce, orNull, readShape, uuid, whole, type ValueOf } from './shape.ts'

/** Why a message was not taken at all: its place in the stream is still free. */
export const refusalCodes = [
  'gap', 'equivocation', 'chain-broken', 'not-for-us', 'not-canonical', 'too-long', 'signature', 'key', 'clock', 'nonce-used', 'too-many', 'busy',
] as const
/** Why a message was taken and has no effect: its place is used up, and the answer is as final as a receipt. */
export const declineCodes = [
  'unknown-type', 'not-from-this-peer', 'must-understand', 'content-wrong', 'instrument-missing', 'instrument-not-needed', 'instrument-unknown', 'not-in-force', 'type-not-agreed', 'field-not-agreed', 'not-rounded', 'not-permitted',
] as const
export type RefusalCode = (typeof refusalCodes)[number]
export type DeclineCode = (typeof declineCodes)[number]

const takenShape = members({
  outcome: code(['applied', 'declined']), reason: orNull(code(declineCodes)),
  id: uuid, stream: uuid, sequence: whole(1, Number.MAX_SAFE_INTEGER), digest, takenAt: moment,
  /** The nonce of the attempt that is answered, by which the sender finds it again. */
  attempt: nonce,
})
/** What a receipt says. With the signature over the attempt it is the receipt. */
export type Taken = ValueOf<typeof takenShape>

const refusedShape = members({ outcome: code(['refused']), code: code(refusalCodes), expected: orNull(whole(1, Number.MAX_SAFE_INTEGER)) })
/** The members beside the ones of RFC 9457 that a problem document between nodes has; a status stands in the head only. */
export type Refused = ValueOf<typeof refusedShape>

const mostAnswerBytes = 4096

export function writeAnswer(answer: Taken | Refused): Uint8Array {
  return canonicalBytes(answer)
}

/** Reads what a peer answered; anything that is no answer of this protocol is no answer at all. */
export function readAnswer(bytes: Uint8Array): Result<Taken | Refused, 'not-an-answer'> {
  const read = readCanonical(bytes, mostAnswerBytes)
  if (!read.ok) return refuse('not-an-answer')
  const refused = readShape(refusedShape, read.value)
  if (refused.ok) return accept(refused.value)
  const taken = readShape(takenShape, read.value)
  const whole = taken.ok && (taken.value.outcome === 'declined') === (taken.value.reason !== null)
  return taken.ok && whole ? accept(taken.value) : refuse('not-an-answer')
}
