import { accept, refuse, type Result } from '../kernel/result.ts'
import { readAnswer, type Refused, type Taken } from './answer.ts'
import { checkAnswer, readRequestParameters, type Checking, type SignatureFault } from './http-signature.ts'
import type { Fields, RequestHead } from './signature-base.ts'

/** What came over the network as the answer to an attempt: not believed yet. */
export type Reply = { readonly status: number; readonly fields: Fields; readonly body: Uint8Array }

export type ReplyFault = 'not-an-answer' | 'attempt-unknown' | SignatureFault

/**
 * Reads an answer and checks that the peer signed it. A refusal answers the attempt that was just made; a receipt may be that of an
 * earlier attempt, which it names by its nonce, so that all attempts at a message are kept until there is one.
 */
export function readReply<KeyFault>(reply: Reply, current: RequestHead, earlier: readonly RequestHead[], checking: Checking<KeyFault>): Result<{ readonly answer: Taken | Refused; readonly attempt: RequestHead }, ReplyFault | KeyFault> {
  const read = readAnswer(reply.body)
  if (!read.ok) return read
  const answer = read.value
  const attempt = answer.outcome === 'refused' ? current : [current, ...earlier].find((one) => nonceOf(one) === answer.attempt)
  if (attempt === undefined) return refuse('attempt-unknown')
  const checked = checkAnswer({ kind: 'response', status: reply.status, fields: reply.fields, request: attempt }, reply.body, checking)
  return checked.ok ? accept({ answer, attempt }) : checked
}

function nonceOf(head: RequestHead): string | undefined {
  const read = readRequestParameters(head)
  return read.ok ? read.value.nonce : undefined
}
