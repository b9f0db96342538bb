import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { Jurisdiction } from '../law/rule.ts'
import type { Agreement } from './agreement.ts'
import type { CaseState } from './case-state.ts'
import type { Decision } from './decision.ts'
import type { CaseEvent } from './event.ts'
import type { FactValue, Instant } from './fact-record.ts'
import type { Identity } from './identity.ts'
import type { ArrivalOutcome, CloseReason, ConfirmationMeans, DocumentType, NationalityBasis, OrderKind, RequestOutcome, RiskFinding, WithdrawalReason } from './lists.ts'

/** What somebody asks of a case: a closed list. A command says what is wanted; only `decide` says what happens. */
export type Command = FileCommand | FactCommand | DestinationCommand | PersonCommand | RequestCommand | MovementCommand | MergeCommand

/** The case as a file: who, under which order, in whose hands, open or closed. */
export type FileCommand =
  | { readonly kind: 'open-case'; readonly jurisdiction: Jurisdiction; readonly identity: Identity; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-identity'; readonly identity: Identity; readonly source: string }
  | { readonly kind: 'record-nationality'; readonly country: string; readonly basis: NationalityBasis; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'withdraw-nationality'; readonly country: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-order'; readonly orderId: string; readonly orderKind: OrderKind; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'end-order'; readonly orderId: string; readonly reason: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'assign-officer'; readonly officer: string; readonly note: string }
  | { readonly kind: 'travel-with'; readonly group: string }
  | { readonly kind: 'travel-alone' }
  | { readonly kind: 'close-case'; readonly reason: CloseReason; readonly on: PlainDate }
  | { readonly kind: 'reopen-case'; readonly reason: string; readonly on: PlainDate }

export type FactCommand =
  | { readonly kind: 'record-fact'; readonly factId: string; readonly fact: string; readonly value: FactValue; readonly on: PlainDate; readonly destination?: string; readonly place?: string; readonly source: string }
  /** Puts one record right. The fact it is about stays; its value, day, destination and place may change. */
  | { readonly kind: 'correct-fact'; readonly factId: string; readonly corrects: string; readonly value: FactValue; readonly on: PlainDate; readonly destination?: string; readonly place?: string; readonly source: string }
  | { readonly kind: 'tell-recipient'; readonly correctionId: string; readonly recipient: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'send-correction'; readonly correctionId: string; readonly requestId: string; readonly on: PlainDate }
  | { readonly kind: 'record-risk'; readonly riskId: string; readonly destination: string; readonly finding: RiskFinding; readonly reasons: string; readonly on: PlainDate }
  | { readonly kind: 'record-detention'; readonly detained: boolean; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-custody-review'; readonly on: PlainDate; readonly source: string }

export type DestinationCommand =
  | { readonly kind: 'propose-destination'; readonly destination: string; readonly place?: string; readonly clause: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'ask-destination'; readonly destination: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-destination-answer'; readonly destination: string; readonly answer: 'willing' | 'unwilling' | 'not-final'; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'set-answer-period'; readonly destination: string; readonly answerBy: PlainDate; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'set-destination-aside'; readonly destination: string; readonly clause: string; readonly reason: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'make-contact'; readonly destination: string; readonly on: PlainDate }

export type PersonCommand =
  | { readonly kind: 'record-counsel'; readonly counselId: string; readonly name: string; readonly address: string; readonly on: PlainDate }
  | { readonly kind: 'end-counsel'; readonly counselId: string; readonly on: PlainDate }
  | { readonly kind: 'give-notice'; readonly noticeId: string; readonly to: 'person' | 'counsel'; readonly about: string; readonly factIds: readonly string[]; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'give-person-copy'; readonly requestId: string; readonly on: PlainDate; readonly receipt: string }
  | { readonly kind: 'record-availability'; readonly available: boolean; readonly on: PlainDate; readonly source: string }

export type RequestCommand =
  | { readonly kind: 'draft-request'; readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string; readonly on: PlainDate }
  | { readonly kind: 'record-earlier-request'; readonly requestId: string; readonly destination: string; readonly consulate: string; readonly documentType: DocumentType; readonly agreement?: string; readonly draftedOn?: PlainDate; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'check-request'; readonly requestId: string; readonly on: PlainDate }
  | { readonly kind: 'approve-request'; readonly requestId: string; readonly on: PlainDate }
  | { readonly kind: 'send-request'; readonly requestId: string; readonly on: PlainDate }
  | { readonly kind: 'acknowledge-request'; readonly requestId: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'arrange-interview'; readonly requestId: string; readonly heldOn: PlainDate }
  | { readonly kind: 'hold-interview'; readonly requestId: string; readonly on: PlainDate }
  | { readonly kind: 'record-outcome'; readonly requestId: string; readonly outcome: RequestOutcome; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'withdraw-request'; readonly requestId: string; readonly reason: WithdrawalReason; readonly on: PlainDate }

export type MovementCommand =
  | { readonly kind: 'take-document'; readonly documentId: string; readonly requestId?: string; readonly destination: string; readonly documentType: DocumentType; readonly validFrom: PlainDate; readonly validUntil: PlainDate; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'lose-document'; readonly documentId: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'make-booking'; readonly bookingId: string; readonly destination: string; readonly place?: string; readonly departsOn: PlainDate; readonly documentId: string; readonly on: PlainDate }
  | { readonly kind: 'cancel-booking'; readonly bookingId: string; readonly on: PlainDate }
  | { readonly kind: 'hand-over'; readonly bookingId: string; readonly on: PlainDate }
  | { readonly kind: 'depart'; readonly bookingId: string; readonly on: PlainDate }
  | { readonly kind: 'record-left'; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'confirm-departure'; readonly on: PlainDate; readonly how: ConfirmationMeans; readonly source: string }
  | { readonly kind: 'record-arrival'; readonly outcome: ArrivalOutcome; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-unlawful-removal'; readonly bookingId: string; readonly on: PlainDate; readonly source: string }
  | { readonly kind: 'record-return-considered'; readonly bookingId: string; readonly on: PlainDate; readonly source: string }

/** Two records of one person. The case that stays absorbs first, then the duplicate is merged; undone the other way round. */
export type MergeCommand =
  | { readonly kind: 'absorb-case'; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'merge-into'; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'undo-merge'; readonly on: PlainDate; readonly reason: string }
  | { readonly kind: 'undo-absorption'; readonly on: PlainDate; readonly reason: string }

/** What `decide` is handed besides the case: who, when, the law as known now. Nothing is read from the machine. */
export type Context = {
  readonly caseId: string
  /** The version that the officer saw. Another one by now: the command is stale. */
  readonly version: number
  readonly officer: string
  readonly at: Instant
  readonly today: PlainDate
  readonly book: LawBook
  readonly agreements: readonly Agreement[]
  /** The other record of the same person, read in the same transaction; only for the commands of a merge. */
  readonly other?: { readonly caseId: string; readonly state: CaseState }
}

/** Events to append, in order. A gated event comes first, and its decision is about the version before it. */
export type Decided = { readonly events: readonly CaseEvent[]; readonly decision?: Decision }
