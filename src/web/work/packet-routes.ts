import { PdfFailure } from '../../render/pdf/typeset.ts'
import { renderPdf } from '../../render/pdf/render-pdf.ts'
import { packetModel } from '../../service/documents/packet-model.ts'
import { readPacket, type Packet } from '../../service/documents/read-packet.ts'
import { notFoundPage } from '../error-pages.ts'
import { dayIn, packetPage, packetPath } from './packet-page.ts'
import type { WorkAnswer, WorkRequest, WorkRoute } from './work-route.ts'
import type { WorkServices } from './work-services.ts'

const path = '/work/cases/:caseId/requests/:requestId/packet'

/** What leaves for a state by one request: to be read before and after, and to be printed. */
export const packetRoutes: readonly WorkRoute[] = [
  { method: 'GET', path, action: 'case.read', answer: showPacket },
  { method: 'GET', path: `${path}.pdf`, action: 'case.read', answer: sendPacket },
]

async function showPacket(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const packet = await packetOf(services, request)
  return packet ? packetPage(request, packet, timeZoneOf(services)) : notFoundPage(request.visitor.address)
}

/** The latest message that left, else the draft; where there is neither, the page says why. */
async function sendPacket(services: WorkServices, request: WorkRequest): Promise<WorkAnswer> {
  const packet = await packetOf(services, request)
  if (!packet) return notFoundPage(request.visitor.address)
  const latest = packet.left.at(-1)
  const message = latest?.message ?? (packet.draft?.ok ? packet.draft.value : undefined)
  if (!message) return { to: packetPath(packet.caseId, packet.requestId) }
  try {
    const file = await renderPdf(packetModel(message, latest && dayIn(latest.sentAt, timeZoneOf(services)), request.visitor.address.language))
    return { file, type: 'application/pdf', name: `request-${packet.requestId.replaceAll(/[^\w.-]/g, '-')}.pdf` }
  } catch (cause) {
    if (cause instanceof PdfFailure) return packetPage(request, packet, timeZoneOf(services), true)
    throw cause
  }
}

function packetOf(services: WorkServices, { signedIn, parameters: { caseId = '', requestId = '' } }: WorkRequest): Promise<Packet | undefined> {
  return readPacket(services, signedIn, caseId, requestId)
}

function timeZoneOf({ clock }: WorkServices): string {
  return clock.timeZone ?? 'UTC'
}
