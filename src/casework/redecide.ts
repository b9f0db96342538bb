import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import type { LawBook } from '../law/book.ts'
import type { Decision } from './decision.ts'
import type { CaseEvent } from './event.ts'
import { evolveAll } from './evolve.ts'
import { askStep } from './take-step.ts'

/** What a decision was about, besides the case and the law. */
export type DecidedQuestion = Pick<Decision, 'caseId' | 'caseVersion' | 'step' | 'destination' | 'place'> & { readonly day: PlainDate }

/**
 * Decides again: the events up to the version of the decision, the law book as it was known, and the day. The same three give the
 * same bytes, so that a stored decision that comes out otherwise was altered, or rests on another book than it says.
 */
export function redecide(events: readonly CaseEvent[], { caseId, caseVersion, step, destination, place, day }: DecidedQuestion, book: LawBook): Decision {
  const state = evolveAll(events.slice(0, caseVersion))
  invariant(state?.version === caseVersion, 'a decision is about a version that the case never had', { caseId, caseVersion })
  return askStep(state, { caseId, today: day, book }, { step, destination, place }).decision
}
