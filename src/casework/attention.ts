import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { CaseState } from './case-state.ts'
import { collisionsOn, type Collision } from './collisions.ts'
import type { Due } from './due.ts'
import type { DepartureAnswer } from './inventory.ts'
import type { RequestOutcome } from './lists.ts'
import { standingOf } from './request-standing.ts'

/** What a list shows of a case besides what is due first, as it was on a day: nothing that is protected, and nothing that ranks a person. */
export type Attention = {
  readonly on: PlainDate
  /** What falls due after that. */
  readonly next?: Due
  readonly collisions: readonly Collision['kind'][]
  readonly answers: readonly AnswerIn[]
}

/** An answer of a state that decides something. */
export type AnswerIn = { readonly country: string; readonly outcome: RequestOutcome; readonly on: PlainDate }

/** A document that runs out within so many days without a journey is a collision to come. */
export const warnDays = 30

export function attentionOf(state: CaseState, { next, answers, today }: { readonly next: Due | undefined; readonly answers: readonly DepartureAnswer[]; readonly today: PlainDate }): Attention {
  const collisions = collisionsOn(state, answers, today, dayFromNumber(dayNumber(today) + warnDays)).map(({ kind }) => kind)
  return { on: today, ...(next === undefined ? {} : { next }), collisions: [...new Set(collisions)], answers: state.closed ? [] : answersIn(state) }
}

/** Answers for which no document was taken yet. */
function answersIn({ requests, documents }: CaseState): readonly AnswerIn[] {
  return requests.filter((request) => standingOf(request) === 'answered' && !documents.some(({ requestId }) => requestId === request.requestId))
    .flatMap(({ destination, outcomes }) => outcomes.slice(-1).map(({ outcome, on }) => ({ country: destination, outcome, on })))
}
