import { authoritiesOf } from '../../casework/outbound-authorities.ts'
import type { OutboundCorrection, OutboundRequest } from '../../casework/outbound-message.ts'
import type { OutboundRefusal } from '../../casework/outbound-refusal.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { buildOutboundRequest } from '../../casework/outbound-request.ts'
import type { Instant } from '../../casework/fact-record.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { writeAccess } from '../../store/access-log.ts'
import { messagesOf, readPermitted } from '../../store/outbound.ts'
import type { CaseServices } from '../cases/case-services.ts'
import { loadCaseState } from '../cases/load-case-state.ts'
import type { Roles } from '../database.ts'
import type { SignedIn } from '../identity/read-session.ts'
import { reachCase } from '../work/reach-case.ts'

export type PacketServices = Omit<CaseServices, 'roles'> & { readonly roles: Pick<Roles, 'outbound'> }

/** What left, message by message; or what would leave today. */
export type Packet = {
  readonly caseId: string
  readonly requestId: string
  readonly left: readonly LeftMessage[]
  /** Only while nothing has left: the message as it would be, or why there is none. */
  readonly draft?: Result<OutboundRequest, OutboundRefusal | { readonly code: 'withdrawn' }>
}

export type LeftMessage = { readonly message: OutboundRequest | OutboundCorrection; readonly sentAt: Instant; readonly digest: string }

/**
 * What leaves for a state by one request, for somebody who may read the case; undefined when there is no such case or request for them,
 * which are the same. The look is written down first. `extras`: what was collected so far because an agreement requires it. A draft is built by the role that sees nothing but what may leave.
 */
export async function readPacket({ database, roles, agreements, clock }: PacketServices, signedIn: SignedIn, caseId: string, requestId: string, extras: SuppliedExtras = {}): Promise<Packet | undefined> {
  const { accountId, handle, sessionId } = signedIn
  return database.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    const row = await reachCase(tx, signedIn, 'case.read', caseId)
    const state = row && (await loadCaseState(tx, row.caseId))?.state
    const request = state?.requests.find((one) => one.requestId === requestId)
    if (!row || !state || !request) return undefined
    await writeAccess(tx, { accountId, handle, sessionId, action: 'case.read', caseId: row.caseId, about: { packet: requestId } })
    const left = (await messagesOf(tx, row.caseId)).filter((one) => one.requestId === requestId).map(({ content, sentAt, digest }) => ({ message: readMessage(content), sentAt, digest }))
    const packet = { caseId: row.caseId, requestId, left }
    if (left.length > 0) return packet
    if (request.withdrawn) return { ...packet, draft: refuse({ code: 'withdrawn' }) }
    const permitted = await readPermitted(roles.outbound, row.caseId, requestId)
    if (!permitted) return packet
    const today: PlainDate = clock.today()
    const built = buildOutboundRequest({ identity: permitted.identity, nationalities: permitted.nationalities, request: permitted.request, agreements, extras, today, authorities: authoritiesOf(state, request.destination, today) })
    return { ...packet, draft: built.ok ? accept(built.value.message) : built }
  })
}

/** What was sent, as it was sent: without the padding that makes every message as long as every other. */
function readMessage(content: string): OutboundRequest | OutboundCorrection {
  const { padding: _padding, ...message } = JSON.parse(content) as (OutboundRequest | OutboundCorrection) & { readonly padding: string }
  return message
}
