import { hasLeft, nationalitiesOf, type CaseState } from '../../casework/case-state.ts'
import type { Inventory } from '../../casework/lists.ts'
import { standingOf as standingOfRequest } from '../../casework/request-standing.ts'
import { askStep } from '../../casework/take-step.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import type { LawBook } from '../../law/book.ts'
import type { Standing } from '../../store/standing.ts'

/** What a worklist says about a made-up case on a day. */
export function standingOf(caseId: string, state: CaseState, today: PlainDate, book: LawBook): Standing {
  const country = nationalitiesOf(state)[0]?.country
  const officer = state.officers.at(-1)?.officer
  const due = dueOf(state, today)
  return {
    inventory: inventoryOf(caseId, state, today, book), openedOn: state.openedOn, lastStepOn: state.lastStepOn,
    ...(country === undefined ? {} : { country }), ...(officer === undefined ? {} : { officer }), ...(due ? { due } : {}),
  }
}

function inventoryOf(caseId: string, state: CaseState, today: PlainDate, book: LawBook): Inventory {
  if (state.closed) return 'closed'
  if (hasLeft(state)) return 'departed'
  if (usable(state, today).length > 0) return 'ready-to-return'
  if (state.requests.some((request) => standingOfRequest(request) === 'sent')) return 'working'
  return isStayed(caseId, state, today, book) ? 'stayed' : state.requests.length > 0 ? 'working' : 'monitoring'
}

// Law that is known to hold every departure; that something is not known yet keeps no case off the desk.
function isStayed(caseId: string, state: CaseState, today: PlainDate, book: LawBook): boolean {
  const { answer } = askStep(state, { caseId, today, book }, { step: 'departure', destination: nationalitiesOf(state)[0]?.country ?? '' })
  return answer.gates.some(({ holds }) => holds.some(({ rule, reason, authority, reach }) => reason === 'so' && authority !== 'policy' && reach === 'everywhere' && isTriggered(rule, book)))
}

/** Does the rule hold because of something that happened, and not everybody until something happens? */
function isTriggered(code: string, book: LawBook): boolean {
  return book.rules.some((rule) => rule.code === code && !('always' in rule.when))
}

function usable({ documents }: CaseState, today: PlainDate): CaseState['documents'] {
  return documents.filter(({ lostOn, validUntil }) => lostOn === undefined && validUntil >= today)
}

function dueOf(state: CaseState, today: PlainDate): Standing['due'] {
  if (hasLeft(state) || state.closed) return undefined
  const ahead = state.bookings.filter(({ cancelledOn, departsOn }) => cancelledOn === undefined && departsOn >= today).map(({ departsOn }) => ({ on: departsOn, for: 'departure' }))
  const lapsing = usable(state, today).map(({ validUntil }) => ({ on: validUntil, for: 'document-expiry' }))
  const replies = state.requests.filter((request) => standingOfRequest(request) === 'sent').map((request) => ({ on: daysAfter(request.outcomes.at(-1)?.on ?? request.sentOn ?? today, 30), for: 'reply' }))
  const reviews = state.custodyReviews.slice(-1).map((on) => ({ on: daysAfter(on, 90), for: 'custody-review' }))
  return [...ahead, ...lapsing, ...replies, ...reviews].toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]
}

function daysAfter(day: PlainDate, days: number): PlainDate {
  return dayFromNumber(dayNumber(day) + days)
}
