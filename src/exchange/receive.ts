import type { PlainDate } from '../kernel/day.ts'
import type { DeclineCode, RefusalCode, Refused, Taken } from './answer.ts'
import { readContent, type Content, type ContentFault, type Envelope } from './envelope.ts'
import type { Instrument, TermsFault } from './instrument.ts'
import type { Family } from './lists.ts'
import { faultInTerms, faultUnder, isAgreedType, partiesOf, type AgreementFault } from './partner-message.ts'
import type { Instant, PeerKind } from './peer.ts'

/** What we have of one stream: whose it is, which sequence comes next, and the digest of the message before it. */
export type Inbox = { readonly us: string; readonly peer: string; readonly kind: PeerKind; readonly stream: string; readonly expected: number; readonly last: string | null }

/** A message that was taken, applied or declined. */
export type TakenMessage = { readonly id: string; readonly sequence: number; readonly digest: string }

/** What was taken earlier from this peer with the id of what comes now, and with its sequence. */
export type Earlier = { readonly sameId?: TakenMessage; readonly sameSequence?: TakenMessage }

export type Decision =
  /** Effect, receipt and inbox row, in one transaction. */
  | { readonly do: 'apply'; readonly content: Content; readonly inbox: Inbox }
  /** Receipt and inbox row in one transaction, and no effect: the place is used up, so that what cannot be taken does not stop what follows. */
  | { readonly do: 'decline'; readonly reason: DeclineCode; readonly fault: ContentFault | AgreementFault | TermsFault | undefined; readonly inbox: Inbox }
  /** The receipt of then, byte for byte. */
  | { readonly do: 'repeat'; readonly taken: TakenMessage }
  /** Two signed messages that cannot both be true: both are kept and shown. */
  | { readonly do: 'equivocation'; readonly taken: TakenMessage }
  | { readonly do: 'gap'; readonly expected: number }
  /** `chain-broken` is kept as evidence: the peer signed that another message stood before this one. */
  | { readonly do: 'refuse'; readonly code: RefusalCode }

/** What an inbox does with a message whose signature holds. `instrument`: the one whose terms have the digest that the message names, if we have it. */
export function decideOn(inbox: Inbox, { envelope, digest }: { readonly envelope: Envelope; readonly digest: string }, { sameId, sameSequence }: Earlier, instrument: Instrument | undefined, today: PlainDate): Decision {
  const { us, peer, kind, stream, expected, last } = inbox
  if (envelope.to !== us || envelope.from !== peer || envelope.stream !== stream || envelope.family !== familyOf(kind)) return { do: 'refuse', code: 'not-for-us' }
  if (sameId) return sameId.digest === digest ? { do: 'repeat', taken: sameId } : { do: 'equivocation', taken: sameId }
  if (sameSequence) return { do: 'equivocation', taken: sameSequence }
  if (envelope.sequence !== expected) return { do: 'gap', expected }
  if (envelope.previous !== last) return { do: 'refuse', code: 'chain-broken' }
  return decideOnContent({ ...inbox, expected: expected + 1, last: digest }, envelope, instrument, today)
}

/** Which family a peer of this kind speaks, for good. */
export function familyOf(kind: PeerKind): Family {
  return kind === 'partner' ? 'partner' : 'requested-state'
}

/** What the answer to a decision says; undefined for one that is repeated, whose bytes are kept. */
export function answerTo(decision: Decision, { envelope, digest }: { readonly envelope: Envelope; readonly digest: string }, attempt: string, takenAt: Instant): Taken | Refused | undefined {
  const { id, stream, sequence } = envelope
  switch (decision.do) {
    case 'apply': return { outcome: 'applied', reason: null, id, stream, sequence, digest, takenAt, attempt }
    case 'decline': return { outcome: 'declined', reason: decision.reason, id, stream, sequence, digest, takenAt, attempt }
    case 'repeat': return undefined
    case 'equivocation': return { outcome: 'refused', code: 'equivocation', expected: null }
    case 'gap': return { outcome: 'refused', code: 'gap', expected: decision.expected }
    case 'refuse': return { outcome: 'refused', code: decision.code, expected: null }
  }
}

function decideOnContent(inbox: Inbox, envelope: Envelope, instrument: Instrument | undefined, today: PlainDate): Decision {
  const read = readContent(envelope, inbox.kind)
  if (!read.ok) return { do: 'decline', reason: reasonOf(read.refusal.code), fault: read.refusal, inbox }
  const { type, body } = read.value
  if (!isAgreedType(type)) return decideOnBare(inbox, read.value)
  const ours = instrument?.digest === envelope.instrument && [inbox.us, inbox.peer].every((node) => instrument?.terms.parties.includes(node))
  if (instrument === undefined || !ours) return { do: 'decline', reason: 'instrument-unknown', fault: undefined, inbox }
  const fault = faultUnder(instrument, type, body, today)
  return fault ? { do: 'decline', reason: reasonOf(fault.code), fault, inbox } : { do: 'apply', content: read.value, inbox }
}

// A proposal is between the one who makes it and us, or it is none of our business.
function decideOnBare(inbox: Inbox, content: Content): Decision {
  const fault = content.family === 'partner' ? faultInTerms(content.type, content.body) : undefined
  if (fault) return { do: 'decline', reason: 'content-wrong', fault, inbox }
  const parties = content.family === 'partner' ? partiesOf(content.body) : null
  const ours = parties === null || [inbox.us, inbox.peer].every((node) => parties.includes(node))
  return ours ? { do: 'apply', content, inbox } : { do: 'decline', reason: 'not-permitted', fault: undefined, inbox }
}

// What exactly was wrong stays here, in the fault: outside it is one of a few codes.
function reasonOf(code: (ContentFault | AgreementFault)['code']): DeclineCode {
  switch (code) {
    case 'unknown-type': case 'not-from-this-peer': case 'must-understand': case 'instrument-missing': case 'instrument-not-needed':
    case 'not-in-force': case 'type-not-agreed': case 'field-not-agreed': case 'not-rounded':
      return code
    case 'wrong-kind': case 'not-listed': case 'not-a-day': case 'not-a-country': case 'out-of-bounds': case 'too-many': case 'too-few': case 'repeated': case 'member-missing': case 'unknown-member': case 'no-code':
    case 'value-missing': case 'value-although-withheld': case 'denominator-missing': case 'limits-missing': case 'value-outside-limits': case 'days-not-in-order':
      return 'content-wrong'
  }
}
