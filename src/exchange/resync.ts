import { accept, refuse, type Result } from '../kernel/result.ts'
import { messageDigest, moveEnvelope, readEnvelope, type Envelope } from './envelope.ts'
import { checkKeptRequest, type Checking } from './http-signature.ts'
import type { Instant } from './peer.ts'
import { afterRestore, type Outbox } from './send.ts'
import type { RequestHead } from './signature-base.ts'

/** What a peer says of our stream: the sequence that it expects, and the digest of the message before that. */
export type Told = { readonly expected: number; readonly last: string | null }

export type AfterTold =
  | { readonly do: 'go-on'; readonly outbox: Outbox }
  /** The peer has messages of ours without a receipt here: ask for those after this one, with the attempts that it took, before anything is sent. */
  | { readonly do: 'take-back'; readonly after: number }
  /** Two histories that both bear our receipts or our signature: nobody but a human can say which one is true. */
  | { readonly do: 'stop'; readonly outbox: Outbox }

/** Compares what the peer expects with what we have. `digestAt`: the digest of our message at a place, null at nought. */
export function afterTold(outbox: Outbox, { expected, last }: Told, digestAt: (sequence: number) => string | null): AfterTold {
  // Whether these are messages that we still have or not: their receipts name attempts that a copy of our database may not hold.
  if (expected > outbox.next) return { do: 'take-back', after: outbox.next - 1 }
  // Further back than our receipts the peer lost its end, and is sent it again.
  if (digestAt(expected - 1) === last) return { do: 'go-on', outbox: { ...outbox, standing: 'sure', failures: 0, next: expected } }
  return { do: 'stop', outbox: { ...outbox, standing: 'stopped' } }
}

/** One message of ours as the peer keeps it: its bytes, and the signed head of the attempt that was taken. */
export type KeptMessage = { readonly bytes: Uint8Array; readonly head: RequestHead }
export type TakenBack = KeptMessage & { readonly envelope: Envelope; readonly digest: string }

export type TakeBackFault = { readonly code: 'not-a-message' | 'not-ours' | 'chain-broken' | 'signature'; readonly index: number }

export type Waiting = { readonly id: string; readonly bytes: Uint8Array }
export type Moved = Waiting & { readonly digest: string; readonly sequence: number }

/**
 * Takes back what the peer has of ours after the last place whose receipt we have. `waiting`: our own messages from there on. Those that
 * the peer has not follow behind, under their old ids. If it had any that we lack, our end was lost: then nothing is sent for a while,
 * and the peer is asked once more before.
 */
export function takeBack<KeyFault>(outbox: Outbox, known: string | null, kept: readonly KeptMessage[], waiting: readonly Waiting[], ours: Checking<KeyFault>, now: Instant):
Result<{ readonly outbox: Outbox; readonly back: readonly TakenBack[]; readonly moved: readonly Moved[] }, TakeBackFault> {
  const back = readKept(outbox, known, kept, ours)
  if (!back.ok) return back
  const there = new Set(back.value.map(({ envelope }) => envelope.id))
  const moved: Moved[] = []
  let end = { last: outbox.next - 1 + back.value.length, lastDigest: back.value.at(-1)?.digest ?? known }
  for (const { id, bytes } of waiting.filter((one) => !there.has(one.id))) {
    const place = { sequence: end.last + 1, previous: end.lastDigest }
    const again = moveEnvelope({ bytes, ...place })
    const digest = messageDigest(again, ours.sha256)
    moved.push({ id, bytes: again, digest, sequence: place.sequence })
    end = { last: place.sequence, lastDigest: digest }
  }
  const own = new Set(waiting.map(({ bytes }) => messageDigest(bytes, ours.sha256)))
  const whole = back.value.every(({ digest }) => own.has(digest))
  return accept({ outbox: whole ? { ...outbox, ...end, standing: 'sure', failures: 0 } : afterRestore({ ...outbox, ...end }, now), back: back.value, moved })
}

function readKept<KeyFault>(outbox: Outbox, known: string | null, kept: readonly KeptMessage[], ours: Checking<KeyFault>): Result<readonly TakenBack[], TakeBackFault> {
  const back: TakenBack[] = []
  for (const [index, one] of kept.entries()) {
    const envelope = readEnvelope(one.bytes)
    if (!envelope.ok) return refuse({ code: 'not-a-message', index })
    const { from, to, stream, sequence, previous } = envelope.value
    if (from !== outbox.us || to !== outbox.peer || stream !== outbox.stream) return refuse({ code: 'not-ours', index })
    if (sequence !== outbox.next + index || previous !== (back.at(-1)?.digest ?? known)) return refuse({ code: 'chain-broken', index })
    // Whatever the peer made up does not bear our signature.
    if (!checkKeptRequest(one.head, one.bytes, ours).ok) return refuse({ code: 'signature', index })
    back.push({ ...one, envelope: envelope.value, digest: messageDigest(one.bytes, ours.sha256) })
  }
  return accept(back)
}
