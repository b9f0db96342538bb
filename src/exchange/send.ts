import type { Random } from '../kernel/random.ts'
import type { Refused, Taken } from './answer.ts'
import type { Sha256 } from './content-digest.ts'
import { messageDigest, writeEnvelope } from './envelope.ts'
import { clockSlackSeconds, longestLifeSeconds } from './http-signature.ts'
import type { PartnerMessage } from './partner-message.ts'
import type { Instant } from './peer.ts'
import type { StateMessage } from './state-message.ts'

/** What we know of our side of a stream. The messages themselves are rows. */
export type Outbox = {
  readonly us: string
  readonly peer: string
  readonly stream: string
  /** Sequence and digest of the newest message that has a place; nought and null before there is one. */
  readonly last: number
  readonly lastDigest: string | null
  /** The first that has no receipt, or that the peer wants again. */
  readonly next: number
  /** `to-ask`: we do not know whether our end is whole, and ask the peer before we send. `stopped`: until a human has looked. */
  readonly standing: 'to-ask' | 'sure' | 'stopped'
  readonly failures: number
  /** Waiting after a failure; a receipt ends it. */
  readonly notBefore: Instant
  /** Waiting after a lost end; nothing ends it but time. */
  readonly quietUntil: Instant
}

/** How many messages may be under way at once. */
export const window = 8

/** After our end was lost, messages of the lost time may still be under way: none of them is alive any more after this. */
export const quietSeconds = longestLifeSeconds + 2 * clockSlackSeconds

export function newOutbox(us: string, peer: string, stream: string, now: Instant): Outbox {
  return { us, peer, stream, last: 0, lastDigest: null, next: 1, standing: 'to-ask', failures: 0, notBefore: now, quietUntil: now }
}

/** Gives a message its place at the end of the stream. Kept in the transaction that made the message, and sent after it. */
export function placeMessage(outbox: Outbox, message: PartnerMessage | StateMessage, id: string, sentAt: Instant, sha256: Sha256): { readonly outbox: Outbox; readonly bytes: Uint8Array; readonly sequence: number; readonly digest: string } {
  const sequence = outbox.last + 1
  const bytes = writeEnvelope(message, { id, from: outbox.us, to: outbox.peer, stream: outbox.stream, sequence, previous: outbox.lastDigest, sentAt })
  const digest = messageDigest(bytes, sha256)
  return { outbox: { ...outbox, last: sequence, lastDigest: digest }, bytes, sequence, digest }
}

export type Step = { readonly do: 'ask' | 'rest' | 'stopped' } | { readonly do: 'send'; readonly sequences: readonly number[] } | { readonly do: 'wait'; readonly until: Instant }

/** What an outbox does now. Answers to several messages are handed to `afterAnswer` in the order of their sequences. */
export function nextStep(outbox: Outbox, now: Instant): Step {
  const { standing, notBefore, quietUntil, next, last } = outbox
  const until = notBefore > quietUntil ? notBefore : quietUntil
  if (standing === 'stopped') return { do: 'stopped' }
  if (now < until) return { do: 'wait', until }
  if (standing === 'to-ask') return { do: 'ask' }
  return next > last ? { do: 'rest' } : { do: 'send', sequences: Array.from({ length: Math.min(window, last - next + 1) }, (_, more) => next + more) }
}

/** A message that was sent: what its receipt must name. */
export type Sent = { readonly id: string; readonly stream: string; readonly sequence: number; readonly digest: string }

/** What a checked answer to a message changes. */
export function afterAnswer(outbox: Outbox, sent: Sent, answer: Taken | Refused, now: Instant, chance: Random): Outbox {
  const { sequence } = sent
  if (answer.outcome !== 'refused') {
    if (!isReceiptOf(answer, sent)) return afterFailure(outbox, now, chance)
    // One for a place beyond the next says nothing: when the peer lost its end, it may be of the time before.
    return sequence === outbox.next ? { ...outbox, next: sequence + 1, failures: 0, notBefore: now } : outbox
  }
  if (answer.code === 'equivocation') return { ...outbox, standing: 'stopped' }
  if (answer.code === 'chain-broken') return afterFailure({ ...outbox, standing: 'to-ask' }, now, chance)
  if (answer.code !== 'gap' || answer.expected === null) return afterFailure(outbox, now, chance)
  if (answer.expected >= outbox.next && answer.expected < sequence) return outbox
  // The peer lost its end, or we lost ours: asking tells which. What it forgot is sent again.
  return afterFailure({ ...outbox, standing: 'to-ask' }, now, chance)
}

/** Does this receipt name this very message, to the digest? */
export function isReceiptOf({ id, stream, sequence, digest }: Taken, sent: Sent): boolean {
  return id === sent.id && stream === sent.stream && sequence === sent.sequence && digest === sent.digest
}

/** Nothing came, or nothing that the peer had signed: the same as far as we can know. */
export function afterFailure(outbox: Outbox, now: Instant, chance: Random): Outbox {
  const failures = outbox.failures + 1
  return { ...outbox, failures, notBefore: later(now, backoffMilliseconds(failures, chance)) }
}

/** A receipt that names an attempt which we do not know: we sent the message, and forgot. The peer is asked what it took. */
export function afterUnknownAttempt(outbox: Outbox, now: Instant, chance: Random): Outbox {
  return afterFailure({ ...outbox, standing: 'to-ask' }, now, chance)
}

/** From one second, doubled with each failure, up to a quarter of an hour; between half of it and the whole, so that nodes do not come in step. */
export function backoffMilliseconds(failures: number, chance: Random): number {
  const whole = Math.min(900_000, 1000 * 2 ** Math.min(failures - 1, 20))
  return Math.round(whole * (1 + chance()) / 2)
}

/** The program has started: what we sent last time we do not know for certain. */
export function afterStart(outbox: Outbox, now: Instant): Outbox {
  return outbox.standing === 'stopped' ? outbox : { ...outbox, standing: 'to-ask', failures: 0, notBefore: now }
}

/** The database was brought back from a copy: nothing is sent until everything of the lost time has run out. */
export function afterRestore(outbox: Outbox, now: Instant): Outbox {
  return { ...afterStart(outbox, now), quietUntil: later(now, quietSeconds * 1000) }
}

function later(now: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(now) + milliseconds).toISOString()
}
