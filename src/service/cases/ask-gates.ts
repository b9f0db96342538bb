import { nationalitiesOf, type CaseState } from '../../casework/case-state.ts'
import { checkDestination } from '../../casework/check-country.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { Decision } from '../../casework/decision.ts'
import type { KeptEvent } from '../../casework/event.ts'
import { evolveAll } from '../../casework/evolve.ts'
import type { Instant } from '../../casework/fact-record.ts'
import type { CaseRefusal } from '../../casework/refusal.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { isAwaited } from '../../casework/request-standing.ts'
import { askStep } from '../../casework/take-step.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { LawBook } from '../../law/book.ts'
import type { Step } from '../../law/rule.ts'
import { loadCase } from '../../store/cases.ts'
import { decisionsOf, type KeptDecision } from '../../store/decisions.ts'
import { readOnly } from '../read-only.ts'
import type { AskRefusal } from './case-refusal.ts'
import type { CaseServices } from './case-services.ts'
import { isId } from './load-case-state.ts'
import { loadLaw } from './load-law.ts'

export type GatesAsked = {
  readonly caseId: string
  readonly step: Step
  /** One place, or every one that the case speaks of. */
  readonly destination?: string
  readonly place?: string
  /** The day that is asked about; today when none is named. */
  readonly on?: PlainDate
  /** With what was recorded, and the law that was approved, until this moment; now when none is named. */
  readonly knownAt?: Instant
}

export type GatesAnswered = {
  readonly caseId: string
  readonly caseVersion: number
  readonly step: Step
  readonly on: PlainDate
  readonly knownAt?: Instant
  readonly book: LawBook
  readonly answers: readonly DestinationAnswer[]
}

export type DestinationAnswer = {
  readonly destination: string
  readonly place?: string
  readonly answer: StepAnswer
  readonly decision: Decision
  /** Decisions that were kept about the same version, step, place and day, and whether they are the same bytes. */
  readonly kept: readonly { readonly decidedAt: Instant; readonly digest: string; readonly same: boolean }[]
}

/** What the gates of a step say for a case, with all their reasons; nothing happens and nothing is kept. */
export async function askGates(services: CaseServices, asked: GatesAsked): Promise<Result<GatesAnswered, AskRefusal | CaseRefusal>> {
  const { caseId, knownAt } = asked
  if (!isId(caseId)) return refuse({ code: 'bad-id', field: 'caseId', value: caseId })
  if (knownAt !== undefined && knownAt > services.clock.now()) return refuse({ code: 'moment-in-future', moment: knownAt })
  return readOnly(services, async (tx) => {
    const events = await loadCase(tx, caseId)
    if (!events) return refuse({ code: 'no-case' })
    const state = stateAsKnown(events, knownAt)
    if (!state) return refuse({ code: 'not-known-yet', moment: knownAt ?? '' })
    const { book } = await loadLaw(tx, services, knownAt)
    return answerAll(asked, { state, book, today: services.clock.today(), decisions: await decisionsOf(tx, caseId) })
  })
}

/** The case as it stood in the records at a moment. Sequences decide, not clocks: what follows an unknown event is unknown too. */
export function stateAsKnown(events: readonly KeptEvent[], knownAt: Instant | undefined): CaseState | undefined {
  const later = knownAt === undefined ? -1 : events.findIndex(({ recordedAt }) => recordedAt > knownAt)
  return evolveAll((later < 0 ? events : events.slice(0, later)).map(({ event }) => event))
}

type Known = { readonly state: CaseState; readonly book: LawBook; readonly today: PlainDate; readonly decisions: readonly KeptDecision[] }

function answerAll({ caseId, step, destination, place, on, knownAt }: GatesAsked, { state, book, today, decisions }: Known): Result<GatesAnswered, AskRefusal | CaseRefusal> {
  const wrong = destination === undefined ? undefined : checkDestination(destination, state.jurisdiction)
  if (wrong) return refuse(wrong)
  const day = on ?? today
  const places = destination === undefined ? destinationsOf(state) : [placed(destination, placeOfStep(state, { step, destination, place }))]
  if (places.length === 0) return refuse({ code: 'no-destination' })
  const answers = places.map((one): DestinationAnswer => {
    const { answer, decision } = askStep(state, { caseId, today: day, book }, { step, destination: one.destination, place: one.place })
    return { ...one, answer, decision, kept: decisions.filter((kept) => isAbout(kept, decision, day)).map(({ decidedAt, digest }) => ({ decidedAt, digest, same: digest === decision.digest })) }
  })
  return accept({ caseId, caseVersion: state.version, step, on: day, ...(knownAt === undefined ? {} : { knownAt }), book, answers })
}

function isAbout(kept: KeptDecision, { caseVersion, step, destination, place }: Decision, day: PlainDate): boolean {
  return kept.caseVersion === caseVersion && kept.step === step && kept.destination === destination && kept.place === place && dayOf(kept) === day
}

/** The day that a kept decision is about. */
export function dayOf({ bytes }: Pick<Decision, 'bytes'>): PlainDate {
  return (JSON.parse(bytes) as { readonly day: PlainDate }).day
}

/** Every place that a case speaks of: proposed, asked, booked, or a nationality of the person. The authority's own state is none. */
export function destinationsOf(state: CaseState): readonly { readonly destination: string; readonly place?: string }[] {
  const found = [
    ...state.bookings.filter((one) => one.cancelledOn === undefined).map(({ destination, place }) => placed(destination, place)),
    ...state.destinations.filter((one) => one.setAside === undefined).map(({ destination, place }) => placed(destination, place)),
    ...state.requests.filter(isAwaited).map(({ destination }) => placed(destination, undefined)),
    ...nationalitiesOf(state).map(({ country }) => placed(country, undefined)),
  ].filter(({ destination }) => checkDestination(destination, state.jurisdiction) === undefined)
  return [...new Map(found.toReversed().map((one) => [one.destination, one])).values()].sort((one, other) => (one.destination < other.destination ? -1 : 1))
}

function placed(destination: string, place: string | undefined) {
  return { destination, ...(place === undefined ? {} : { place }) }
}
