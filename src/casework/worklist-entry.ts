import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { Agreement } from './agreement.ts'
import { attentionOf, type Attention } from './attention.ts'
import { hasLeft, nationalitiesOf, returnToConsider, type CaseState } from './case-state.ts'
import { nextCustodyReview } from './custody-reviews.ts'
import { decideStep } from './decide-step.ts'
import { inventoryOf, possibleDestinations, type DepartureAnswer } from './inventory.ts'
import type { Inventory } from './lists.ts'
import type { Due } from './due.ts'
import { readerOf } from './read-case.ts'
import { rechecksOf, type RecheckChoice } from './recheck-days.ts'
import { replyDueOn } from './reply-due.ts'
import { isAwaited, standingOf } from './request-standing.ts'

/** What a worklist shows of a case: nothing that is protected, and nothing that ranks a person. */
export type WorklistEntry = {
  readonly inventory: Inventory
  readonly openedOn: PlainDate
  readonly lastStepOn: PlainDate
  /** The state that is or will be asked. */
  readonly country?: string
  readonly officer?: string
  readonly due?: Due
  readonly attention: Attention
}

export type WorklistContext = { readonly today: PlainDate; readonly book: LawBook; readonly agreements: readonly Agreement[]; readonly recheck?: RecheckChoice }

// Three days before the step, as the Netherlands' service does; an authority hands in its own choice.
const usualRecheck: RecheckChoice = { daysBeforeInterview: 3, daysBeforeDeparture: 3 }

/** How a case stands in the worklist on a day. It opens nothing. */
export function worklistEntry(state: CaseState, context: WorklistContext): WorklistEntry {
  const { today, book } = context
  const country = countryOf(state)
  const officer = state.officers.at(-1)?.officer
  const answers = needsAnswers(state) ? departureAnswers(state, context) : []
  const [due, next] = duesOf(state, context)
  return {
    inventory: inventoryOf(state, answers, today, book), openedOn: state.openedOn, lastStepOn: state.lastStepOn,
    ...(country === undefined ? {} : { country }), ...(officer === undefined ? {} : { officer }), ...(due === undefined ? {} : { due }),
    attention: attentionOf(state, { next, answers, today }),
  }
}

// Without an order the inventory follows from that alone, and collisions are of journeys and documents. Asking all gates is most of what
// opening a case costs.
function needsAnswers({ orders, bookings, documents }: CaseState): boolean {
  return orders.some((order) => order.ended === undefined) || bookings.length > 0 || documents.length > 0
}

/** What the gates of the departure say today for each state to which the person might be taken. */
export function departureAnswers(state: CaseState, { today, book }: Pick<WorklistContext, 'today' | 'book'>): readonly DepartureAnswer[] {
  if (state.closed || hasLeft(state)) return []
  const possible = possibleDestinations(state)
  // With no state in sight, what holds everywhere holds all the same.
  return (possible.length > 0 ? possible : ['']).map((destination) => {
    const read = readerOf(state, destination, placeOf(state, destination), today, book, 'departure')
    return { destination, answer: decideStep({ jurisdiction: state.jurisdiction, step: 'departure', day: today, book, read }) }
  })
}

/** The part of the destination that a booking or a proposal names; a moratorium may be about a part. */
function placeOf({ bookings, destinations }: CaseState, destination: string): string | undefined {
  return bookings.findLast((one) => one.destination === destination && one.cancelledOn === undefined)?.place ?? destinations.findLast((one) => one.destination === destination && one.setAside === undefined)?.place
}

/** Everything that falls due, the earliest first; what is overdue stays in the list until it is done. */
export function duesOf(state: CaseState, { today, book, agreements, recheck = usualRecheck }: WorklistContext): readonly Due[] {
  if (state.closed) return []
  const toConsider = returnToConsider(state)
  if (toConsider) return [{ on: toConsider.foundOn, for: 'return-to-consider' }]
  if (hasLeft(state)) return []
  const review = nextCustodyReview(state, book.periods)
  const bookings = state.bookings.filter((one) => one.cancelledOn === undefined && !state.departures.some((left) => left.bookingId === one.bookingId))
  return [
    ...(review ? [{ on: review.lastDay, for: 'custody-review' } as const] : []),
    ...rechecksOf(state, today, recheck).map(({ on, before }) => ({ on, for: before === 'interview' ? 'recheck-before-interview' : 'recheck-before-departure' } as const)),
    ...bookings.map(({ departsOn }) => ({ on: departsOn, for: 'departure' } as const)),
    ...state.requests.filter((request) => standingOf(request) === 'sent').flatMap((request) => dueOfRequest(request, agreements)),
    ...state.documents.filter(({ lostOn, validUntil }) => lostOn === undefined && validUntil >= today).map(({ validUntil }) => ({ on: validUntil, for: 'document-expiry' } as const)),
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

function dueOfRequest(request: CaseState['requests'][number], agreements: readonly Agreement[]): readonly Due[] {
  const reply = replyDueOn(request, agreements)
  const { interviewArrangedFor, interviews } = request
  return [
    ...(reply ? [{ on: reply.on, for: 'state-reply' } as const] : []),
    ...(interviewArrangedFor === undefined || interviews.some((held) => held >= interviewArrangedFor) ? [] : [{ on: interviewArrangedFor, for: 'interview' } as const]),
  ]
}

function countryOf(state: CaseState): string | undefined {
  return state.requests.findLast(isAwaited)?.destination ?? nationalitiesOf(state)[0]?.country
}
