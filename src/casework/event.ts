import type { PlainDate } from '../kernel/day.ts'
import type { Jurisdiction, Step } from '../law/rule.ts'
import type { FactRecord, Instant } from './fact-record.ts'
import type { ArrivalOutcome, CloseReason, ConfirmationMeans, DocumentType, NationalityBasis, OrderKind, RequestOutcome, RiskFinding, WithdrawalReason } from './lists.ts'
import type { Identity } from './identity.ts'

/**
 * Everything that can happen to a case: a closed list. Order is that of the sequence, never of the clock.
 * Ids are handed in by the caller, so that a command that is tried again gives the same events.
 */
export type CaseEvent = FileEvent | PersonEvent | RequestEvent | MovementEvent

/** The case as a file: who, under which order, in whose hands, open, merged or closed. */
export type FileEvent =
  | { readonly kind: 'case-opened'; readonly jurisdiction: Jurisdiction; readonly identity: Identity; readonly openedOn: PlainDate; readonly source: string }
  | { readonly kind: 'identity-recorded'; readonly identity: Identity; readonly source: string }
  | { readonly kind: 'nationality-recorded'; readonly country: string; readonly basis: NationalityBasis; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'nationality-withdrawn'; readonly country: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'order-recorded'; readonly orderId: string; readonly orderKind: OrderKind; readonly madeOn: PlainDate; readonly source: string }
  | { readonly kind: 'order-ended'; readonly orderId: string; readonly reason: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'officer-assigned'; readonly officer: string; readonly note: string }
  | { readonly kind: 'travels-with'; readonly group: string }
  | { readonly kind: 'travels-alone' }
  /** What was recorded in a duplicate lives on in the case that stays, before the duplicate is merged into it. */
  | { readonly kind: 'case-absorbed'; readonly caseId: string; readonly version: number; readonly facts: readonly FactRecord[]; readonly nationalities: readonly AbsorbedNationality[]; readonly risks: readonly AbsorbedRisk[]; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'absorption-undone'; readonly caseId: string; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'merged-into'; readonly caseId: string; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'merge-undone'; readonly caseId: string; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'case-closed'; readonly reason: CloseReason; readonly on: PlainDate }
  | { readonly kind: 'case-reopened'; readonly reason: string; readonly on: PlainDate }

/** What is known of the person and who was told, where the person might go, and who speaks for the person. */
export type PersonEvent =
  | { readonly kind: 'fact-recorded'; readonly record: FactRecord }
  /** Somebody inside the state's own walls, or the person, was told that what they had received was wrong. */
  | { readonly kind: 'recipient-told'; readonly correctionId: string; readonly recipient: string; readonly on: PlainDate; readonly source: string }
  /** A home state was told so: that is contact about this person, and gated like it. */
  | { readonly kind: 'correction-sent'; readonly correctionId: string; readonly requestId: string; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'destination-proposed'; readonly destination: string; readonly place?: string; readonly clause: string; readonly on: PlainDate; readonly source: string }
  /** Whether a state would take this person cannot be asked without telling it of the person: gated as contact. */
  | { readonly kind: 'destination-asked'; readonly destination: string; readonly on: PlainDate; readonly source: string; readonly decisionDigest: string }
  | { readonly kind: 'destination-answered'; readonly destination: string; readonly answer: 'willing' | 'unwilling' | 'not-final'; readonly on: PlainDate; readonly source: string }
  /** The authority decided that another period than the statute's is reasonable for the answer: 8 USC 1231(b)(2)(D). */
  | { readonly kind: 'answer-period-set'; readonly destination: string; readonly answerBy: PlainDate; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'destination-set-aside'; readonly destination: string; readonly clause: string; readonly reason: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'counsel-recorded'; readonly counselId: string; readonly name: string; readonly address: string; readonly from: PlainDate }
  | { readonly kind: 'counsel-ended'; readonly counselId: string; readonly on: PlainDate }
  | { readonly kind: 'notice-given'; readonly noticeId: string; readonly to: 'person' | 'counsel'; readonly about: string; readonly factIds: readonly string[]; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'contact-made'; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'risk-recorded'; readonly riskId: string; readonly destination: string; readonly finding: RiskFinding; readonly reasons: string; readonly by: string; readonly on: PlainDate }
  /** Whether the person can be reached for a departure. Never where. */
  | { readonly kind: 'availability-recorded'; readonly available: boolean; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'detention-recorded'; readonly detained: boolean; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'custody-reviewed'; readonly on: PlainDate; readonly source: string }

/** The life of a request for a travel document. */
export type RequestEvent =
  | { readonly kind: 'request-drafted'; readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string; readonly by: string; readonly on: PlainDate }
  /** A request that went out before the case was kept in Comity: history, read from a record, and never an outbound message. */
  | { readonly kind: 'earlier-request-recorded'; readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string; readonly draftedOn?: PlainDate; readonly sentOn: PlainDate; readonly source: string }
  | { readonly kind: 'request-checked'; readonly requestId: string; readonly by: string; readonly on: PlainDate }
  | { readonly kind: 'request-approved'; readonly requestId: string; readonly by: string; readonly on: PlainDate }
  | { readonly kind: 'request-sent'; readonly requestId: string; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'request-acknowledged'; readonly requestId: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'person-copy-given'; readonly requestId: string; readonly on: PlainDate; readonly receipt: string }
  | { readonly kind: 'interview-arranged'; readonly requestId: string; readonly heldOn: PlainDate }
  | { readonly kind: 'interview-held'; readonly requestId: string; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'outcome-recorded'; readonly requestId: string; readonly outcome: RequestOutcome; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'request-withdrawn'; readonly requestId: string; readonly reason: WithdrawalReason; readonly on: PlainDate }

/** Travel documents, bookings, leaving and arriving. */
export type MovementEvent =
  | { readonly kind: 'document-taken'; readonly documentId: string; readonly requestId?: string; readonly destination: string; readonly documentType: DocumentType; readonly validFrom: PlainDate; readonly validUntil: PlainDate; readonly on: PlainDate; readonly source: string; readonly decisionDigest: string }
  | { readonly kind: 'document-lost'; readonly documentId: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'booking-made'; readonly bookingId: string; readonly destination: string; readonly place?: string; readonly departsOn: PlainDate; readonly documentId: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'booking-cancelled'; readonly bookingId: string; readonly on: PlainDate }
  | { readonly kind: 'handed-over'; readonly bookingId: string; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'departed'; readonly bookingId: string; readonly destination: string; readonly on: PlainDate; readonly decisionDigest: string }
  | { readonly kind: 'left-without-removal'; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'departure-confirmed'; readonly on: PlainDate; readonly how: ConfirmationMeans; readonly source: string }
  | { readonly kind: 'arrival-recorded'; readonly outcome: ArrivalOutcome; readonly on: PlainDate; readonly source: string }
  /** A court, or the authority itself, found that a removal ought not to have been. Whether to bring the person back is then to be considered. */
  | { readonly kind: 'removal-found-unlawful'; readonly bookingId: string; readonly on: PlainDate; readonly source: string }
  /** The authority has considered it. What it decided about the person stands in the source, and not here. */
  | { readonly kind: 'return-considered'; readonly bookingId: string; readonly on: PlainDate; readonly source: string }

export type AbsorbedNationality = { readonly country: string; readonly basis: NationalityBasis; readonly on: PlainDate; readonly source: string }

export type AbsorbedRisk = { readonly riskId: string; readonly destination: string; readonly finding: RiskFinding; readonly reasons: string; readonly by: string; readonly on: PlainDate }

/** An event as it is kept. `sequence` counts from 1 within its case; the version of a case is its last sequence. */
export type KeptEvent = {
  readonly caseId: string
  readonly sequence: number
  readonly event: CaseEvent
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** The command that made it; the same command twice is done once. */
  readonly commandId: string
}

/** Events that may only follow an open gate decision about the version before them, and the step that they take. */
export const gatedSteps = {
  'contact-made': 'contact',
  'destination-asked': 'contact',
  'correction-sent': 'contact',
  'request-sent': 'request',
  'interview-held': 'interview',
  'document-taken': 'document',
  'booking-made': 'booking',
  'handed-over': 'hand-over',
  departed: 'departure',
} as const satisfies Partial<Record<CaseEvent['kind'], Step>>

export type GatedKind = keyof typeof gatedSteps
