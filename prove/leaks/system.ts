import type { CaseState } from '../../src/casework/case-state.ts'
import type { Instant } from '../../src/casework/fact-record.ts'
import { authoritiesOf } from '../../src/casework/outbound-authorities.ts'
import { buildOutboundCorrection } from '../../src/casework/outbound-correction.ts'
import { buildOutboundRequest } from '../../src/casework/outbound-request.ts'
import type { OutboundSource } from '../../src/casework/outbound-source.ts'
import { buildWithdrawal, weeklySchedule, withdrawalsLeaving, type PendingWithdrawal } from '../../src/casework/outbound-withdrawal.ts'
import { outwardCode, outwardStanding, type AskedRequest } from '../../src/casework/outward-face.ts'
import { outwardFileName } from '../../src/casework/packet-finding.ts'
import { checkPacketFile } from '../../src/intake/packet-file.ts'
import { invariant } from '../../src/kernel/invariant.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { sampleJpeg } from '../../test/packet-samples.ts'
import { weeklyMoments } from './days.ts'
import type { Inner, Open } from './pair.ts'

/** What a careless change could reach for. The system as it is hands it to nobody: an injected leak does. */
export type Inside = { readonly state: CaseState; readonly inner: Inner; readonly open: Open; readonly refusal?: string }

/** Everything between a case and the outside, one function for each thing that somebody outside can observe. */
export type System = {
  readonly requestId: (drawn: string, inside: Inside) => string
  /** What the serializer reads: the columns that its database role may read, and no others. */
  readonly read: (inside: Inside, requestId: string, today: PlainDate) => OutboundSource
  /** The messages that leave for one request; none when it was refused. */
  readonly build: (source: OutboundSource, inside: Inside) => readonly string[]
  readonly requestLeavesAt: (sentAt: Instant, inside: Inside) => Instant
  /** In which order states are told that something was wrong. */
  readonly correctionOrder: (requestIds: readonly string[], inside: Inside) => readonly string[]
  /** The messages that leave to correct one request; none when it was refused. */
  readonly correct: (source: OutboundSource, inside: Inside) => readonly string[]
  readonly correctionLeavesAt: (sentAt: Instant, inside: Inside) => Instant
  readonly withdrawalsLeaving: (pending: readonly PendingWithdrawal[], moment: Instant, inside: Inside) => readonly PendingWithdrawal[]
  readonly moments: (inside: Inside) => readonly Instant[]
  readonly withdrawal: (pending: PendingWithdrawal, inside: Inside) => string
  readonly standing: (request: AskedRequest | undefined, at: Instant, inside: Inside) => string
  readonly refused: (inside: Inside) => string
  /** The photograph as it was handed in, and what the linter made of it. */
  readonly file: (inside: Inside) => { readonly name: string; readonly bytes: Uint8Array }
  readonly attach: (file: { readonly name: string; readonly bytes: Uint8Array }, inside: Inside) => readonly string[]
}

const photograph = { name: 'scan.jpg', bytes: sampleJpeg() }
const attached = attach(photograph)

/** The code as it ships. */
export const theSystem: System = {
  requestId: (drawn) => drawn,
  read: readPermitted,
  build: (source) => {
    const built = buildOutboundRequest(source)
    return built.ok ? [built.value.content] : []
  },
  requestLeavesAt: (sentAt) => sentAt,
  correctionOrder: (requestIds) => requestIds,
  correct: (source, { state }) => {
    const request = state.requests.find(({ requestId }) => requestId === source.request.requestId)
    const built = buildOutboundCorrection(source, { left: request?.sentOn !== undefined, withdrawn: request?.withdrawn !== undefined })
    return built.ok ? [built.value.content] : []
  },
  correctionLeavesAt: (sentAt) => sentAt,
  withdrawalsLeaving: (pending, moment) => withdrawalsLeaving(pending, weeklySchedule, moment),
  moments: () => weeklyMoments,
  withdrawal: (pending) => {
    const built = buildWithdrawal(pending)
    invariant(built.ok, 'a withdrawal of a request that left is refused')
    return built.value
  },
  standing: (request, at) => outwardStanding(request, at, weeklySchedule),
  refused: () => outwardCode(),
  file: () => photograph,
  attach: (file) => (file === photograph ? attached : attach(file)),
}

/** As the views permitted_identity, permitted_nationality and permitted_request pick it: field by field, nothing handed through. */
function readPermitted({ state, open }: Inside, requestId: string, today: PlainDate): OutboundSource {
  const { familyName, givenNames, bornOn, bornIn, bornInCountry, sex, photograph: picture, identityDocuments } = state.identity
  const request = state.requests.find((one) => one.requestId === requestId)
  invariant(request, 'the proof asks for a request that is not there')
  const { destination, consulate, documentType, agreement } = request
  return {
    identity: {
      familyName, givenNames, sex, ...(bornOn === undefined ? {} : { bornOn }), ...(bornIn === undefined ? {} : { bornIn }), ...(bornInCountry === undefined ? {} : { bornInCountry }),
      ...(picture === undefined ? {} : { photograph: picture }), identityDocuments: identityDocuments.map(({ documentType: type, number, country, copy }) => ({ documentType: type, number, country, copy })),
    },
    nationalities: state.nationalities.filter(({ withdrawnOn }) => withdrawnOn === undefined).map(({ country, basis, on }) => ({ country, basis, on })),
    request: { requestId, destination, consulate, documentType, ...(agreement === undefined ? {} : { agreement }) },
    agreements: open.agreements, extras: open.extras, authorities: authoritiesOf(state, destination, today), today,
  }
}

// A file with a finding does not leave at all.
function attach({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): readonly string[] {
  const checked = checkPacketFile(name, bytes)
  return checked.ok ? [outwardFileName(checked.value), Buffer.from(bytes).toString('hex')] : []
}
