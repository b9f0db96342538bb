import type { FactCode } from '../facts.ts'
import type { PeriodCode, RuleCode } from '../rule.ts'

/** One clause of 8 USC 1231(b)(1) or (b)(2), by the code of its provision: the country that it names, and how its turn ends. */
export type DestinationClause = {
  readonly code: string
  /** `arrival`: (b)(1), proceedings begun on arrival. `other`: (b)(2). */
  readonly ladder: 'arrival' | 'other'
  /** Clauses of one rung are a free choice; a rung opens when the turn of every clause before it is over. */
  readonly rung: number
  /** Recorded when the clause names no country for this person; an empty clause of which nobody says so still has its turn. */
  readonly emptyWhen?: FactCode
  /** The clause with which this one shares a turn: one names the country in place of the other. */
  readonly sharesTurnOf?: string
  /** A government that is not willing ends the turn. */
  readonly endsWhenUnwilling?: true
  /** No final answer by the last day of this period, counted from the first inquiry, ends the turn. It is no refusal. */
  readonly answerPeriod?: PeriodCode
  /** The agency may decide another reasonable period instead. */
  readonly otherPeriodAllowed?: true
  /** Only to a country whose government accepts. */
  readonly mustAccept?: true
  /** Under which clauses a country of this one may be set aside, with a stated reason. */
  readonly setAsideUnder: readonly string[]
}

const designated = ['us-8usc-1231-b-2-B', 'us-8usc-1231-b-2-C-i', 'us-8usc-1231-b-2-C-iv']
const impracticableOnArrival = ['us-8usc-1231-b-1-C-iv']
const impracticable = ['us-8usc-1231-b-2-E-vii']

/**
 * The order in which countries are looked at. Where a clause asks for a reason why each earlier country is impracticable,
 * inadvisable or impossible, that reason is recorded as setting the country aside under the later clause.
 * (b)(2)(F), a war of the United States, is not here: it opens nothing.
 */
export const destinationClauses: readonly DestinationClause[] = [
  { code: 'us-8usc-1231-b-1-A', ladder: 'arrival', rung: 1, emptyWhen: 'no-country-of-boarding', endsWhenUnwilling: true, setAsideUnder: [] },
  { code: 'us-8usc-1231-b-1-B', ladder: 'arrival', rung: 1, sharesTurnOf: 'us-8usc-1231-b-1-A', endsWhenUnwilling: true, setAsideUnder: [] },
  { code: 'us-8usc-1231-b-1-C-i', ladder: 'arrival', rung: 2, emptyWhen: 'no-nationality', setAsideUnder: impracticableOnArrival },
  { code: 'us-8usc-1231-b-1-C-ii', ladder: 'arrival', rung: 2, emptyWhen: 'no-known-birthplace', setAsideUnder: impracticableOnArrival },
  { code: 'us-8usc-1231-b-1-C-iii', ladder: 'arrival', rung: 2, emptyWhen: 'no-country-of-residence', setAsideUnder: impracticableOnArrival },
  { code: 'us-8usc-1231-b-1-C-iv', ladder: 'arrival', rung: 3, mustAccept: true, setAsideUnder: [] },
  { code: 'us-8usc-1231-b-2-A', ladder: 'other', rung: 1, emptyWhen: 'no-country-designated', endsWhenUnwilling: true, answerPeriod: 'us-designated-country-answer-30-days', setAsideUnder: designated },
  { code: 'us-8usc-1231-b-2-D', ladder: 'other', rung: 2, emptyWhen: 'no-nationality', endsWhenUnwilling: true, answerPeriod: 'us-nationality-answer-30-days', otherPeriodAllowed: true, setAsideUnder: [] },
  { code: 'us-8usc-1231-b-2-E-i', ladder: 'other', rung: 3, emptyWhen: 'no-country-of-admission', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-ii', ladder: 'other', rung: 3, emptyWhen: 'no-foreign-port-left', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-iii', ladder: 'other', rung: 3, emptyWhen: 'no-country-of-residence', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-iv', ladder: 'other', rung: 3, emptyWhen: 'no-known-birthplace', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-v', ladder: 'other', rung: 3, emptyWhen: 'no-known-birthplace', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-vi', ladder: 'other', rung: 3, emptyWhen: 'no-known-birthplace', setAsideUnder: impracticable },
  { code: 'us-8usc-1231-b-2-E-vii', ladder: 'other', rung: 4, mustAccept: true, setAsideUnder: [] },
]

/** Rules that bar a country: the order is subject to 1231(b)(3), and the Convention against Torture stands beside it. */
export const destinationBars: readonly RuleCode[] = ['us-withholding', 'us-cat-withholding', 'us-cat-deferral']
