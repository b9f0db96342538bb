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
  /** The peer has messages of ours that we do not: ask for those after this one, before anything new is sent. */
  | { readonly do: 'take-back'; readonly after: number }
  /** Two histories that both bear our receipts or our signature: nobody but a human can say which one is true. */
  | { readonly do: 'stop'; readonly outbox: Outbox }

/** Compares what the peer expects with what we have. `digestAt`: the digest of our message at a place, null at nought. */
export function afterTold(outbox: Outbox, { expected, last }: Told, digestAt: (sequence: number) => string | null): AfterTold {
  const same = expected - 1 <= outbox.last && digestAt(expected - 1) === last
  // Further back than our receipts the peer lost its end, and is sent it again; further on we lack receipts only, and repeat.
  if (same) return { do: 'go-on', outbox: { ...outbox, standing: 'sure', failures: 0, next: Math.min(outbox.next, expected) } }
  return expected >= outbox.next ? { do: 'take-back', after: outbox.next - 1 } : { do: 'stop', outbox: { ...outbox, standing: 'stopped' } }
}

/** One message of ours as the peer keeps it: its bytes, and the signed head of the attempt that was taken. */
export type KeptMessage = { readonly bytes: Uint8Array; readonly head: RequestHead }
export type TakenBack = KeptMessage & { readonly envelope: Envelope; readonly digest: string }

export type TakeBackFault = { readonly code: 'not-a-message' | 'not-ours' | 'chain-broken' | 'signature'; readonly index: number }

/**
 * Takes back what the peer has of ours after the place that both ends know. `waiting`: what we have beyond that place; what was not
 * among them moves behind, under its old id. Nothing is sent for a while, and the peer is asked once more before.
 */
export function takeBack<KeyFault>(outbox: Outbox, known: string | null, kept: readonly KeptMessage[], waiting: readonly { readonly id: string; readonly bytes: Uint8Array }[], ours: Checking<KeyFault>, now: Instant):
Result<{ readonly outbox: Outbox; readonly back: readonly TakenBack[]; readonly moved: readonly { readonly id: string; readonly bytes: Uint8Array; readonly digest: string; readonly sequence: number }[] }, TakeBackFault> {
  const back = readKept(outbox, known, kept, ours)
  if (!back.ok) return back
  const there = new Set(back.value.map(({ envelope }) => envelope.id))
  let end = { last: outbox.next - 1 + back.value.length, lastDigest: back.value.at(-1)?.digest ?? known }
  const moved = waiting.filter(({ id }) => !there.has(id)).map(({ id, bytes }) => {
    const sequence = end.last + 1
    const again = moveEnvelope({ bytes, sequence, previous: end.lastDigest })
    end = { last: sequence, lastDigest: messageDigest(again, ours.sha256) }
    return { id, bytes: again, digest: end.lastDigest ?? '', sequence }
  })
  return accept({ outbox: afterRestore({ ...outbox, ...end }, now), back: back.value, moved })
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
