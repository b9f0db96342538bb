import type { OutboundRequest } from '../../casework/outbound-message.ts'
import { authoritiesOf } from '../../casework/outbound-authorities.ts'
import { buildOutboundRequest } from '../../casework/outbound-request.ts'
import { sha256 } from '../../kernel/digest.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { messagesOf, readPermitted } from '../../store/outbound.ts'
import { readOnly } from '../read-only.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId, loadCaseState } from './load-case-state.ts'

/** What the state receives, or would receive now, for the person to read and to keep. */
export type PersonCopy = {
  readonly request: OutboundRequest
  readonly consulate: string
  /** When it left; absent while it is a draft. */
  readonly sentOn?: PlainDate
  /** SHA-256 of the message: stands on the receipt, so that both sides can show later which text was handed over. */
  readonly digest: string
}

/** The person's copy of a request. That it was handed over is recorded by the command `give-person-copy`, with the receipt. */
export async function personCopy(services: CaseServices, caseId: string, requestId: string): Promise<Result<PersonCopy, CommandRefusal>> {
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  const seen = await readOnly(services, async (tx) => ({ loaded: await loadCaseState(tx, caseId), messages: await messagesOf(tx, caseId) }))
  if (!seen.loaded) return refuse({ code: 'no-case' })
  const request = seen.loaded.state.requests.find((one) => one.requestId === requestId)
  if (!request) return refuse({ code: 'unknown-request', requestId })
  const sent = seen.messages.find((message) => message.kind === 'request' && message.requestId === requestId)
  if (sent) return accept({ request: JSON.parse(sent.content) as OutboundRequest, consulate: request.consulate, ...(request.sentOn === undefined ? {} : { sentOn: request.sentOn }), digest: sent.digest })
  const permitted = await readPermitted(services.roles.outbound, caseId, requestId)
  if (!permitted) return refuse({ code: 'unknown-request', requestId })
  const today = services.clock.today()
  const { identity, nationalities } = permitted
  const built = buildOutboundRequest({ identity, nationalities, request: permitted.request, agreements: services.agreements, extras: {}, today, authorities: authoritiesOf(seen.loaded.state, request.destination, today) })
  if (!built.ok) return refuse({ code: 'outbound', why: built.refusal })
  return accept({ request: built.value.message, consulate: request.consulate, digest: sha256(built.value.content) })
}
