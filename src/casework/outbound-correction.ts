import { accept, refuse, type Result } from '../kernel/result.ts'
import { writeMessage, type OutboundCorrection } from './outbound-message.ts'
import type { OutboundRefusal } from './outbound-refusal.ts'
import { buildOutboundRequest } from './outbound-request.ts'
import type { OutboundSource } from './outbound-source.ts'

/** Has the state got this request from here, and was it taken back since? What was taken back is not spoken of again. */
export type RequestOutside = { readonly left: boolean; readonly withdrawn: boolean }

/**
 * Builds what a state is told that received a request which said something wrong, as bytes: the request's id and what is recorded
 * now, checked as a request is. Which of it is new is not said: the state has what it was told before.
 */
export function buildOutboundCorrection(source: OutboundSource, { left, withdrawn }: RequestOutside): Result<{ readonly message: OutboundCorrection; readonly content: string }, OutboundRefusal> {
  if (!left) return refuse({ code: 'request-not-left' })
  if (withdrawn) return refuse({ code: 'request-withdrawn' })
  const built = buildOutboundRequest(source)
  if (!built.ok) return built
  const message: OutboundCorrection = { ...built.value.message, format: 'comity-correction/1' }
  return accept({ message, content: writeMessage(message) })
}
