import { nationalitiesOf } from '../../casework/case-state.ts'
import { placeOfStep } from '../../casework/place-of-step.ts'
import { askStep } from '../../casework/take-step.ts'
import { factDefinition, type FactCode } from '../../law/facts.ts'
import { everyStep, type Step } from '../../law/rule.ts'
import { destinationsOf } from '../cases/ask-gates.ts'
import { withoutProtected } from '../work/what-is-protected.ts'
import type { CaseToRecord } from './read-case-to-record.ts'
import { findWaiting, type WaitingFact } from './waiting-facts.ts'

/** A fact that a gate asks for, about the person or about one state. */
export type AskedFact = { readonly fact: FactCode; readonly destination?: string }

export type AskedNow = {
  /** The steps that are held and ask for facts, in their order. */
  readonly steps: readonly Step[]
  /** Of these steps, those that ask for something that nobody proposed yet. */
  readonly stillAsking: readonly Step[]
  /** Facts that somebody can record, and that nobody proposed yet. */
  readonly facts: readonly AskedFact[]
  /** Those that were proposed: they wait for a second person, and are not asked again. */
  readonly waiting: readonly WaitingFact[]
  /** What follows from the case itself, and is recorded by what the case follows. */
  readonly computed: readonly AskedFact[]
}

/**
 * What the gates that hold a step today would have to know, for each state that the case speaks of, as far as this reader may know it:
 * without a purpose nothing that rests on a protected fact; for one step, or for every one. Nothing is said of which answer would open.
 */
export function factsAskedNow({ caseId, state, today, book, purpose, waiting }: Omit<CaseToRecord, 'officers' | 'events'>, ofStep?: Step): AskedNow {
  const found = destinationsOf(state).flatMap(({ destination, place }) => everyStep.flatMap((step) => {
    const { answer } = askStep(state, { caseId, today, book }, { step, destination, place: placeOfStep(state, { step, destination, place }) })
    const read = purpose === undefined ? withoutProtected(answer, book, today) : answer
    return read.gates.flatMap(({ holds }) => holds.flatMap(({ unsettled }) => unsettled.map((fact) => ({ step, ...about(fact, destination) }))))
  }))
  const unlike = [...new Map(found.filter(({ step }) => ofStep === undefined || step === ofStep).map(({ step: _step, ...one }) => [`${one.fact} ${one.destination ?? ''}`, one])).values()]
  const recordable = unlike.filter(({ fact }) => factDefinition(fact).computed === undefined)
  const isOpen = (one: AskedFact) => factDefinition(one.fact).computed === undefined && findWaiting(waiting, one) === undefined
  return {
    steps: everyStep.filter((step) => found.some((one) => one.step === step)), stillAsking: everyStep.filter((step) => found.some((one) => one.step === step && isOpen(one))), facts: recordable.filter(isOpen),
    waiting: recordable.flatMap((one) => findWaiting(waiting, one) ?? []), computed: unlike.filter(({ fact }) => factDefinition(fact).computed !== undefined),
  }
}

/** Is no state in sight about which gates could be asked? */
export function nowhereToAsk({ state }: CaseToRecord): boolean {
  return destinationsOf(state).length === 0 && nationalitiesOf(state).length === 0
}

function about(fact: FactCode, destination: string): AskedFact {
  return factDefinition(fact).about === 'destination' ? { fact, destination } : { fact }
}
