import type { CaseState } from '../../casework/case-state.ts'
import type { CleanFile } from '../../casework/packet-finding.ts'
import { authoritiesOf } from '../../casework/outbound-authorities.ts'
import { buildOutboundCorrection } from '../../casework/outbound-correction.ts'
import { buildOutboundRequest } from '../../casework/outbound-request.ts'
import type { SuppliedExtras } from '../../casework/outbound-source.ts'
import { checkPacketFile } from '../../intake/packet-file.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Appended } from '../../store/append.ts'
import type { Append } from '../../store/cases.ts'
import { readPermitted, sendOutbound, type OutboundEvent } from '../../store/outbound.ts'
import type { CommandRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'

/** A file that is to go along, as its officer has it. It is kept apart; what leaves names it by its digest. */
export type PacketFile = { readonly name: string; readonly bytes: Uint8Array }

export type Supplied = { readonly extras: SuppliedExtras; readonly files: readonly PacketFile[] }

/**
 * Writes a request, or a correction of one that left, and sends it, by the role that sees nothing but what these may hold. From the case itself come only the
 * codes of recorded authorities.
 */
export async function sendRequest({ roles, agreements, clock }: CaseServices, append: Append, event: OutboundEvent, state: CaseState, { extras, files }: Supplied): Promise<Result<Appended, CommandRefusal>> {
  const { caseId, expectedVersion } = append
  const clean = checkFiles(files)
  if (!clean.ok) return clean
  const permitted = await readPermitted(roles.outbound, caseId, event.requestId)
  if (!permitted) return refuse({ code: 'unknown-request', requestId: event.requestId })
  if (permitted.version !== expectedVersion) return refuse({ code: 'stale-version', expected: expectedVersion, actual: permitted.version })
  const { identity, nationalities, request, outside } = permitted
  const today = clock.today()
  const source = { identity, nationalities, request, agreements, extras, today, files: clean.value, authorities: authoritiesOf(state, request.destination, today) }
  const built = event.kind === 'request-sent' ? buildOutboundRequest(source) : buildOutboundCorrection(source, outside)
  if (!built.ok) return refuse({ code: 'outbound', why: built.refusal })
  const { events: _events, ...sending } = append
  return sendOutbound(roles.outbound, { ...sending, event, content: built.value.content })
}

/** Every file is read to the last byte; one that holds anything besides what it shows refuses the whole. */
export function checkFiles(files: readonly PacketFile[]): Result<readonly CleanFile[], CommandRefusal> {
  const clean: CleanFile[] = []
  for (const { name, bytes } of files) {
    const checked = checkPacketFile(name, bytes)
    if (!checked.ok) return refuse({ ...checked.refusal, file: name })
    clean.push(checked.value)
  }
  return accept(clean)
}
