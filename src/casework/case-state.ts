import type { PlainDate } from '../kernel/day.ts'
import type { Jurisdiction } from '../law/rule.ts'
import type { FactRecord } from './fact-record.ts'
import type { Identity } from './identity.ts'
import type { ArrivalOutcome, CloseReason, ConfirmationMeans, DocumentType, NationalityBasis, OrderKind, RequestOutcome, RiskFinding, WithdrawalReason } from './lists.ts'

/** What is, computed from what happened. Nothing here is typed in; everything follows from the events by `evolve`. */
export type CaseState = {
  /** How many events the case has. */
  readonly version: number
  readonly jurisdiction: Jurisdiction
  readonly openedOn: PlainDate
  /** The latest day that an event of this case speaks of: what "nothing has happened since" is counted from. */
  readonly lastStepOn: PlainDate
  readonly identity: Identity
  readonly nationalities: readonly Nationality[]
  readonly orders: readonly Order[]
  /** Records of this case and of those that it absorbed, corrected ones included. */
  readonly facts: readonly KeptFact[]
  readonly corrections: readonly Correction[]
  readonly told: readonly Telling[]
  readonly destinations: readonly Destination[]
  readonly counsel: readonly Counsel[]
  readonly notices: readonly Notice[]
  readonly officers: readonly { readonly officer: string; readonly note: string }[]
  readonly travelGroup?: string
  readonly contacts: readonly { readonly destination: string; readonly on: PlainDate }[]
  readonly requests: readonly Request[]
  readonly documents: readonly TravelDocument[]
  readonly bookings: readonly Booking[]
  readonly departures: readonly Departure[]
  readonly risks: readonly Risk[]
  readonly available?: { readonly available: boolean; readonly on: PlainDate }
  /** In the order of their days; the last one says whether the person is detained. */
  readonly detentions: readonly { readonly detained: boolean; readonly on: PlainDate }[]
  readonly custodyReviews: readonly PlainDate[]
  readonly absorbed: readonly Absorbed[]
  readonly mergedInto?: string
  readonly closed?: { readonly reason: CloseReason; readonly on: PlainDate }
}

/** A record, and the case that it came from when another one was absorbed. */
export type KeptFact = FactRecord & { readonly absorbedFrom?: string }

export type Nationality = { readonly country: string; readonly basis: NationalityBasis; readonly on: PlainDate; readonly source: string; readonly absorbedFrom?: string; readonly withdrawnOn?: PlainDate }

export type Order = { readonly orderId: string; readonly orderKind: OrderKind; readonly madeOn: PlainDate; readonly source: string; readonly ended?: { readonly on: PlainDate; readonly reason: string } }

/** Something recorded turned out wrong. `of`: what kind of thing; `subject`: the fact's record, or the country. */
export type Correction = { readonly correctionId: string; readonly of: 'identity' | 'nationality' | 'fact'; readonly subject: string; readonly atVersion: number }

export type Telling = { readonly correctionId: string; readonly recipient: string; readonly on: PlainDate }

export type Destination = {
  readonly destination: string
  readonly place?: string
  readonly clause: string
  readonly proposedOn: PlainDate
  /** The first inquiry; what later ones say does not start its clock again. */
  readonly askedOn?: PlainDate
  readonly answers: readonly { readonly answer: 'willing' | 'unwilling' | 'not-final'; readonly on: PlainDate }[]
  /** Other periods that the authority decided on for the answer, in the order in which they were recorded; the last one stands. */
  readonly answerPeriods: readonly { readonly answerBy: PlainDate; readonly on: PlainDate }[]
  readonly setAside?: { readonly clause: string; readonly reason: string; readonly on: PlainDate }
}

export type Counsel = { readonly counselId: string; readonly name: string; readonly address: string; readonly from: PlainDate; readonly endedOn?: PlainDate }

export type Notice = { readonly noticeId: string; readonly to: 'person' | 'counsel'; readonly about: string; readonly factIds: readonly string[]; readonly on: PlainDate }

/** A step that two people must not share, or that a clock counts from. */
export type Signed = { readonly by: string; readonly on: PlainDate }

export type Request = {
  readonly requestId: string
  readonly destination: string
  readonly consulate: string
  readonly documentType: DocumentType
  readonly agreement?: string
  /** Absent when the request went out before the case was kept here and its record does not say. */
  readonly drafted?: Signed
  readonly checked?: Signed
  readonly approved?: Signed
  readonly sentOn?: PlainDate
  /** The case's version when it was sent: what the state was told is what the case said then. */
  readonly sentAtVersion?: number
  /** Went out before the case was kept in Comity. */
  readonly earlier: boolean
  readonly acknowledgedOn?: PlainDate
  readonly personCopies: readonly { readonly on: PlainDate; readonly receipt: string; readonly atVersion: number }[]
  readonly interviewArrangedFor?: PlainDate
  readonly interviews: readonly PlainDate[]
  /** In the order in which they were recorded; the last one stands. Silence is among them and ends nothing. */
  readonly outcomes: readonly { readonly outcome: RequestOutcome; readonly on: PlainDate; readonly source: string }[]
  /** The reason stays inside: see `outward-face.ts`. */
  readonly withdrawn?: { readonly reason: WithdrawalReason; readonly on: PlainDate }
}

export type TravelDocument = {
  readonly documentId: string
  readonly requestId?: string
  /** The state that issued it, or that the removing authority issued it for. */
  readonly destination: string
  readonly documentType: DocumentType
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate
  readonly takenOn: PlainDate
  readonly lostOn?: PlainDate
}

export type Booking = {
  readonly bookingId: string
  readonly destination: string
  readonly place?: string
  readonly departsOn: PlainDate
  readonly documentId: string
  readonly bookedOn: PlainDate
  readonly cancelledOn?: PlainDate
  readonly handedOverOn?: PlainDate
}

/** `removal`: under a booking. `own-accord`: the person left without being removed. */
export type Departure = {
  readonly kind: 'removal' | 'own-accord'
  readonly bookingId?: string
  readonly destination?: string
  readonly on: PlainDate
  readonly confirmed?: { readonly on: PlainDate; readonly how: ConfirmationMeans }
  readonly arrival?: { readonly outcome: ArrivalOutcome; readonly on: PlainDate }
  /** Found unlawful afterwards; without `consideredOn`, whether to bring the person back is still to be considered. */
  readonly foundUnlawful?: { readonly on: PlainDate; readonly consideredOn?: PlainDate }
}

export type Risk = { readonly riskId: string; readonly destination: string; readonly finding: RiskFinding; readonly reasons: string; readonly by: string; readonly on: PlainDate; readonly absorbedFrom?: string }

export type Absorbed = { readonly caseId: string; readonly version: number; readonly undoneOn?: PlainDate }

/** Has the person left, and not come back refused? */
export function hasLeft({ departures }: Pick<CaseState, 'departures'>): boolean {
  const last = departures.at(-1)
  return last !== undefined && (last.arrival === undefined || last.arrival.outcome === 'admitted')
}

/** A removal that was found unlawful, of which nobody has recorded yet that bringing the person back was considered. */
export function returnToConsider({ departures }: Pick<CaseState, 'departures'>): { readonly bookingId: string; readonly foundOn: PlainDate } | undefined {
  const open = departures.find(({ foundUnlawful }) => foundUnlawful !== undefined && foundUnlawful.consideredOn === undefined)
  return open?.bookingId === undefined || open.foundUnlawful === undefined ? undefined : { bookingId: open.bookingId, foundOn: open.foundUnlawful.on }
}

/** Nationalities that somebody recorded and nobody withdrew. */
export function nationalitiesOf({ nationalities }: Pick<CaseState, 'nationalities'>): readonly Nationality[] {
  return nationalities.filter((one) => one.withdrawnOn === undefined)
}
