import type { CaseState } from '../../casework/case-state.ts'
import type { CaseEvent } from '../../casework/event.ts'
import { authoritiesOf } from '../../casework/outbound-authorities.ts'
import { buildOutboundRequest } from '../../casework/outbound-request.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import type { Append } from '../../store/cases.ts'
import { readPermitted, sendOutbound } from '../../store/outbound.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'

/**
 * Writes a request and sends it, by the role that sees nothing but what a request may hold. From the case itself come only the
 * codes of recorded authorities.
 */
export async function sendRequest({ roles, agreements, clock }: CaseServices, append: Append, event: Extract<CaseEvent, { kind: 'request-sent' }>, state: CaseState, extras: SuppliedExtras): Promise<Result<Appended, CommandRefusal>> {
  const { caseId, expectedVersion } = append
  const permitted = await readPermitted(roles.outbound, caseId, event.requestId)
  if (!permitted) return refuse({ code: 'unknown-request', requestId: event.requestId })
  if (permitted.version !== expectedVersion) return refuse({ code: 'stale-version', expected: expectedVersion, actual: permitted.version })
  const { identity, nationalities, request } = permitted
  const today = clock.today()
  const built = buildOutboundRequest({ identity, nationalities, request, agreements, extras, today, authorities: authoritiesOf(state, request.destination, today) })
  if (!built.ok) return refuse({ code: 'outbound', why: built.refusal })
  const { events: _events, ...sending } = append
  return sendOutbound(roles.outbound, { ...sending, event, content: built.value.content })
}
