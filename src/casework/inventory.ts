import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { rulesInForce, type LawBook } from '../law/book.ts'
import { factDefinition, type FactCode } from '../law/facts.ts'
import type { Condition } from '../law/rule.ts'
import type { Hold } from './apply-rule.ts'
import { hasLeft, nationalitiesOf, returnToConsider, type CaseState, type TravelDocument } from './case-state.ts'
import type { StepAnswer } from './decide-step.ts'
import type { Inventory, NationalityBasis, RequestOutcome } from './lists.ts'
import { isAwaited, lastOutcome, standingOf } from './request-standing.ts'

/** What the gates of the departure answered for one destination, on the day that the inventory is about. */
export type DepartureAnswer = { readonly destination: string; readonly answer: StepAnswer }

/**
 * In which inventory a case stands, from what happened and what the gates answer: never typed in. The definitions are strict and are
 * asked in this order, so that a case is in exactly one; `text` says them in words.
 */
export function inventoryOf(state: CaseState, answers: readonly DepartureAnswer[], day: PlainDate, book: LawBook): Inventory {
  if (state.closed) return 'closed'
  if (returnToConsider(state)) return 'working'
  if (hasLeft(state)) return 'departed'
  if (!state.orders.some((order) => order.ended === undefined)) return 'monitoring'
  if (isStayed(answers, day, book)) return 'stayed'
  if (isReady(state, answers, day)) return 'ready-to-return'
  return state.available?.available === false || isWaiting(state) ? 'monitoring' : 'working'
}

/** States to which the person might be taken: of nationality, proposed, of a document in hand. Sorted, each once. */
export function possibleDestinations(state: CaseState): readonly string[] {
  const proposed = state.destinations.filter((one) => one.setAside === undefined).map((one) => one.destination)
  const documented = state.documents.filter((one) => one.lostOn === undefined).map((one) => one.destination)
  return [...new Set([...nationalitiesOf(state).map((one) => one.country), ...proposed, ...documented])].sort()
}

/** Law holds the departure wherever it would go to, because of something that happened and not because a step is still to be taken. */
function isStayed(answers: readonly DepartureAnswer[], day: PlainDate, book: LawBook): boolean {
  return answers.length > 0 && answers.every(({ answer }) => answer.gates.some((gate) => gate.holds.some((hold) => isStay(hold, answer, day, book))))
}

// "Not without a warrant" is work to do, and so is to look up what nobody has read. "Not while her appeal is pending" is a stay.
function isStay(hold: Hold, { readings }: StepAnswer, day: PlainDate, book: LawBook): boolean {
  if (hold.reason !== 'so' || hold.text !== 'verified' || hold.authority === 'policy' || hold.authority === 'none') return false
  const [rule] = rulesInForce(book, hold.rule, day)
  // The rule that holds as "so" is the one in force: where there are none or two, the gate says that instead.
  invariant(rule, 'a hold names a rule that is not in force', { rule: hold.rule, day })
  const happened = new Set(readings.filter(([, reading]) => reading.value === 'yes').map(([fact]) => fact))
  return factsThatTrigger(rule.when, book).some((fact) => happened.has(fact) && factDefinition(fact).effect === 'closes')
}

/** Facts whose "yes" helps to make the condition so; what stands under a "no" works the other way. */
function factsThatTrigger(condition: Condition, book: LawBook): readonly FactCode[] {
  if ('fact' in condition) return [condition.fact]
  if ('all' in condition) return condition.all.flatMap((part) => factsThatTrigger(part, book))
  if ('any' in condition) return condition.any.flatMap((part) => factsThatTrigger(part, book))
  if ('question' in condition) return book.questions.filter(({ code }) => code === condition.question).flatMap((question) => factsThatTrigger(question.condition, book))
  return []
}

/** Identified, with a valid document, no gate holding the departure there, and known to be available: all four, or it is not ready. */
function isReady(state: CaseState, answers: readonly DepartureAnswer[], day: PlainDate): boolean {
  return state.available?.available === true && isIdentified(state)
    && answers.some(({ destination, answer }) => answer.state === 'open' && state.documents.some((one) => isValidFor(one, destination, day)))
}

const certain: ReadonlySet<NationalityBasis> = new Set<NationalityBasis>(['own-document', 'register-answer', 'consular-statement', 'earlier-decision'])
const recognised: ReadonlySet<RequestOutcome | undefined> = new Set<RequestOutcome>(['issued', 'issued-conditions', 'nationality-confirmed-no-document'])

/** Somebody other than the person says who the person is. A copy of a document and a statement are claims. */
function isIdentified(state: CaseState): boolean {
  return nationalitiesOf(state).some(({ basis }) => certain.has(basis)) || state.requests.some((request) => recognised.has(lastOutcome(request)))
}

/** Can this document be used for a journey to this destination on the day? */
export function isValidFor({ documentType, destination: made, validFrom, validUntil, lostOn }: TravelDocument, destination: string, day: PlainDate): boolean {
  return lostOn === undefined && validFrom <= day && day <= validUntil && (documentType === 'national-passport' || made === destination)
}

/** Some state has a request, and none waits here. */
function isWaiting({ requests }: CaseState): boolean {
  const awaited = requests.filter(isAwaited)
  return awaited.length > 0 && awaited.every((request) => standingOf(request) === 'sent')
}
