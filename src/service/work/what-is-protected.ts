import type { Hold } from '../../casework/apply-rule.ts'
import type { StepAnswer } from '../../casework/decide-step.ts'
import type { CaseEvent } from '../../casework/event.ts'
import type { PlainDate } from '../../kernel/day.ts'
import { rulesInForce, type LawBook } from '../../law/book.ts'
import { factDefinition, type FactCode } from '../../law/facts.ts'
import { namesInCondition } from '../../law/names-in-condition.ts'
import type { Condition } from '../../law/rule.ts'

/** Does this fact tell of protection, health or criminality? It is then read with a purpose. */
export function isProtectedFact(fact: FactCode): boolean {
  return factDefinition(fact).tells !== 'ordinary'
}

/** Is an event itself read with a purpose? Of others the page leaves out what was written freely, and reasons: see `withoutReasons`. */
export function isProtectedEvent(event: CaseEvent): boolean {
  return event.kind === 'risk-recorded' || (event.kind === 'fact-recorded' && isProtectedFact(event.record.fact))
}

/** Happenings whose sentence would tell why, or what about: without a purpose only that they happened is said. */
export const withoutReasons = ['order-ended', 'notice-given', 'case-closed', 'request-withdrawn'] as const satisfies readonly CaseEvent['kind'][]

export type WithoutReason = (typeof withoutReasons)[number]

/**
 * An answer without the reasons that rest on protected facts. That a step is held stays: an officer must know it, and whoever sees no
 * reason beside it may guess that a protected one is there, or only that something protected is not known.
 */
export function withoutProtected(answer: StepAnswer, book: LawBook, day: PlainDate): StepAnswer {
  const kept = (hold: Hold) => !restsOnProtected(hold, book, day)
  return { ...answer, readings: [], gates: answer.gates.map((gate) => ({ ...gate, holds: gate.holds.filter(kept), weighed: gate.weighed.filter(kept) })) }
}

/** Whether a hold rests on a protected fact: one that its rule asks, one that is not known, or one that was met and ignored. */
function restsOnProtected({ rule, unsettled, ignored }: Hold, book: LawBook, day: PlainDate): boolean {
  if (unsettled.some(isProtectedFact)) return true
  const conditions = rulesInForce(book, rule, day).flatMap(({ when, except, until }) => [when, ...[...except, ...until].filter(({ code }) => ignored.includes(code)).map(({ condition }) => condition)])
  return conditions.some((condition) => asksProtected(condition, book))
}

const asking = new WeakMap<LawBook, WeakMap<Condition, boolean>>()

// The law's conditions stand still; a page asks about some hundred holds of them.
function asksProtected(condition: Condition, book: LawBook): boolean {
  const known = asking.get(book) ?? new WeakMap<Condition, boolean>()
  asking.set(book, known)
  const asks = known.get(condition) ?? factsIn(condition, book).some(isProtectedFact)
  known.set(condition, asks)
  return asks
}

function factsIn(condition: Condition, book: LawBook): readonly FactCode[] {
  const { facts, questions } = namesInCondition(condition)
  return [...facts, ...questions.flatMap((code) => book.questions.filter((one) => one.code === code).flatMap((one) => factsIn(one.condition, book)))]
}
