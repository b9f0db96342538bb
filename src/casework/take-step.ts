import { accept, refuse, type Result } from '../kernel/result.ts'
import { everyStep, type Step } from '../law/rule.ts'
import { nationalitiesOf, type CaseState } from './case-state.ts'
import { checkDestination, isOwnState } from './check-country.ts'
import { checkToday } from './check-day.ts'
import { firstOf } from './check-value.ts'
import type { Context, Decided } from './command.ts'
import { decideStep, type StepAnswer } from './decide-step.ts'
import { writeDecision, type Decision } from './decision.ts'
import type { CaseEvent, GatedKind } from './event.ts'
import type { Gate, GateAnswer } from './gate.ts'
import { allGates } from './gates/all.ts'
import { stepsThatDoubtAnOldNo } from './old-no.ts'
import { placeOfStep } from './place-of-step.ts'
import type { ReadFact } from './read-condition.ts'
import { readerOf } from './read-case.ts'
import type { CaseRefusal } from './refusal.ts'

export type StepToTake = { readonly step: Step; readonly destination: string; readonly place?: string | undefined; readonly on: Context['today'] }

/**
 * The only way in which a gated event comes about: the step's gates are asked today, about this very version, and all are open.
 * The event names the decision; what else the command brings comes after it.
 */
export function takeStep(state: CaseState, context: Context, toTake: StepToTake, event: (decisionDigest: string) => Extract<CaseEvent, { kind: GatedKind }>): Result<Decided, CaseRefusal> {
  const { step, destination, on } = toTake
  const refusal = firstOf(checkToday(on, context.today), checkDestination(destination, state.jurisdiction), checkForeigner(state))
  if (refusal) return refuse(refusal)
  const { decision, answer } = askStep(state, context, { step, destination, place: placeOfStep(state, toTake) })
  if (answer.state !== 'open') return refuse({ code: 'gate-held', step, destination, answer, decision })
  return accept({ events: [event(decision.digest)], decision })
}

/** Asks a step's gates as the case stands, for whoever wants to know; nothing happens. */
export function askStep(state: CaseState, { caseId, today, book }: Pick<Context, 'caseId' | 'today' | 'book'>, { step, destination, place }: Pick<StepToTake, 'step' | 'destination' | 'place'>): { readonly answer: StepAnswer; readonly decision: Decision } {
  const { jurisdiction, version } = state
  const answer = answerStep(state, { today, book }, { step, destination, place })
  const subject = { caseId, caseVersion: version, jurisdiction, step, destination, ...(place === undefined ? {} : { place }), day: today, lawDigest: book.digest }
  return { answer, decision: writeDecision(subject, answer) }
}

/** The same answer, for whoever keeps no decision. */
export function answerStep(state: CaseState, { today, book }: Pick<Context, 'today' | 'book'>, { step, destination, place }: Pick<StepToTake, 'step' | 'destination' | 'place'>): StepAnswer {
  return decideStep({ jurisdiction: state.jurisdiction, step, day: today, book, read: readerOf(state, destination, place, today, book, step) })
}

/** The same answers for every step of one destination. Steps that believe the same records ask each gate once. */
export function answerEveryStep(state: CaseState, { today, book }: Pick<Context, 'today' | 'book'>, { destination, place: named }: Pick<StepToTake, 'destination' | 'place'>): readonly { readonly step: Step; readonly answer: StepAnswer }[] {
  const { jurisdiction } = state
  const readers = new Map<string, { readonly read: ReadFact; readonly answered: Map<Gate, GateAnswer> }>()
  return everyStep.map((step) => {
    const place = placeOfStep(state, { step, destination, place: named })
    const believes = JSON.stringify([stepsThatDoubtAnOldNo.includes(step), place])
    const { read, answered } = readers.get(believes) ?? { read: readerOf(state, destination, place, today, book, step), answered: new Map<Gate, GateAnswer>() }
    readers.set(believes, { read, answered })
    return { step, answer: decideStep({ jurisdiction, step, day: today, book, read }, allGates, answered) }
  })
}

/** Nobody removes its own citizens. A claim to be one is enough to stop: it must be settled first. */
export function checkForeigner(state: CaseState): CaseRefusal | undefined {
  const own = nationalitiesOf(state).find(({ country }) => isOwnState(country, state.jurisdiction))
  return own && { code: 'own-citizen', country: own.country }
}
