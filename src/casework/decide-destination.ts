import { accept, refuse, type Result } from '../kernel/result.ts'
import { destinationClauses } from '../law/united-states/destination-clauses.ts'
import { hasLeft, type CaseState } from './case-state.ts'
import { checkDestination } from './check-country.ts'
import { checkComingDay, checkNotBefore, checkPastDay } from './check-day.ts'
import { checkFilled, checkListed, checkSource, firstOf } from './check-value.ts'
import type { Context, Decided, DestinationCommand } from './command.ts'
import type { CaseRefusal } from './refusal.ts'
import { takeStep } from './take-step.ts'

type Answer = Result<Decided, CaseRefusal>
type Of<Kind extends DestinationCommand['kind']> = Extract<DestinationCommand, { kind: Kind }>

/** Commands about where the person might go, and about asking there. */
export function decideDestination(command: DestinationCommand, state: CaseState, context: Context): Answer {
  switch (command.kind) {
    case 'propose-destination': return propose(command, state, context)
    case 'ask-destination': return ask(command, state, context)
    case 'record-destination-answer': return recordAnswer(command, state, context)
    case 'set-answer-period': return setAnswerPeriod(command, state, context)
    case 'set-destination-aside': return setAside(command, state, context)
    case 'make-contact': return makeContact(command, state, context)
  }
}

function propose({ destination, place, clause, on, source }: Of<'propose-destination'>, state: CaseState, { today }: Context): Answer {
  const again = state.destinations.some((one) => one.destination === destination && one.setAside === undefined)
  const refusal = firstOf(checkDestination(destination, state.jurisdiction), again ? { code: 'destination-already-proposed', destination } : undefined, checkClause(clause, state), checkPastDay('on', on, today), checkSource(source))
  if (refusal) return refuse(refusal)
  return accept({ events: [{ kind: 'destination-proposed', destination, ...(place === undefined ? {} : { place }), clause, on, source }] })
}

function ask({ destination, on, source }: Of<'ask-destination'>, state: CaseState, context: Context): Answer {
  const refusal = firstOf(findProposed(destination, state), checkSource(source), checkStillHere(state))
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'destination-asked', destination, on, source, decisionDigest }))
}

function recordAnswer({ destination, answer, on, source }: Of<'record-destination-answer'>, state: CaseState, { today }: Context): Answer {
  const proposed = state.destinations.find((one) => one.destination === destination && one.setAside === undefined)
  const refusal = firstOf(
    findProposed(destination, state),
    proposed?.askedOn === undefined ? { code: 'destination-not-asked', destination } : undefined,
    checkListed('answer', answer, ['willing', 'unwilling', 'not-final']), checkPastDay('on', on, today), checkNotBefore(on, 'destination-asked', proposed?.askedOn), checkSource(source),
  )
  return refusal ? refuse(refusal) : accept({ events: [{ kind: 'destination-answered', destination, answer, on, source }] })
}

// Only for the country of nationality does the statute let the authority decide on another period; and one that is over when it is decided on is none.
function setAnswerPeriod({ destination, answerBy, on, source }: Of<'set-answer-period'>, state: CaseState, { today }: Context): Answer {
  const proposed = state.destinations.find((one) => one.destination === destination && one.setAside === undefined)
  const allowed = destinationClauses.some(({ code, otherPeriodAllowed }) => code === proposed?.clause && otherPeriodAllowed)
  const refusal = firstOf(
    findProposed(destination, state),
    allowed ? undefined : { code: 'no-other-answer-period', destination, clause: proposed?.clause ?? '' },
    proposed?.askedOn === undefined ? { code: 'destination-not-asked', destination } : undefined,
    checkPastDay('on', on, today), checkNotBefore(on, 'destination-asked', proposed?.askedOn), checkComingDay('answerBy', answerBy, on), checkSource(source),
  )
  return refusal ? refuse(refusal) : accept({ events: [{ kind: 'answer-period-set', destination, answerBy, on, source }] })
}

function setAside({ destination, clause, reason, on, source }: Of<'set-destination-aside'>, state: CaseState, { today }: Context): Answer {
  const proposed = state.destinations.find((one) => one.destination === destination && one.setAside === undefined)
  const refusal = firstOf(findProposed(destination, state), checkAsideClause(clause, state), checkFilled('reason', reason), checkPastDay('on', on, today), checkNotBefore(on, 'destination-proposed', proposed?.proposedOn), checkSource(source))
  return refusal ? refuse(refusal) : accept({ events: [{ kind: 'destination-set-aside', destination, clause, reason, on, source }] })
}

function makeContact({ destination, on }: Of<'make-contact'>, state: CaseState, context: Context): Answer {
  const refusal = checkStillHere(state)
  if (refusal) return refuse(refusal)
  return takeStep(state, context, { step: 'contact', destination, on }, (decisionDigest) => ({ kind: 'contact-made', destination, on, decisionDigest }))
}

// The ordered search reads the clause of 8 USC 1231(b); under another one a country would never have its turn, and nobody was told.
function checkClause(clause: string, { jurisdiction }: CaseState): CaseRefusal | undefined {
  return jurisdiction === 'US' ? checkListed('clause', clause, destinationClauses.map(({ code }) => code)) : checkFilled('clause', clause)
}

// What is set aside under words of somebody's own is gone from the list, and in the search its turn goes on.
function checkAsideClause(clause: string, { jurisdiction }: CaseState): CaseRefusal | undefined {
  return jurisdiction === 'US' ? checkListed('clause', clause, asideClauses) : checkFilled('clause', clause)
}

const asideClauses: readonly string[] = [...new Set(destinationClauses.flatMap(({ code, setAsideUnder }) => [code, ...setAsideUnder]))]

function findProposed(destination: string, { destinations }: CaseState): CaseRefusal | undefined {
  const proposed = destinations.filter((one) => one.destination === destination)
  if (proposed.length === 0) return { code: 'unknown-destination', destination }
  return proposed.every((one) => one.setAside) ? { code: 'destination-set-aside', destination } : undefined
}

/** Refuses steps about somebody who has left. */
export function checkStillHere(state: CaseState): CaseRefusal | undefined {
  const last = state.departures.at(-1)
  return last && hasLeft(state) ? { code: 'person-has-left', leftOn: last.on } : undefined
}
