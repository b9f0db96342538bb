import type { PlainDate } from '../kernel/day.ts'
import type { FactCode } from '../law/facts.ts'
import type { Period } from '../law/rule.ts'
import type { DestinationClause } from '../law/united-states/destination-clauses.ts'
import { endOfPeriod } from './end-of-period.ts'

/** A country that somebody proposed under a clause, and what is recorded of it. */
export type Candidate = {
  readonly destination: string
  readonly clause: string
  /** The first inquiry; later ones do not start the clock again. */
  readonly askedOn?: PlainDate
  readonly answers: readonly { readonly answer: 'willing' | 'unwilling' | 'not-final'; readonly on: PlainDate }[]
  readonly setAside?: { readonly clause: string; readonly reason: string; readonly on: PlainDate }
  /** Removal there is withheld or deferred. */
  readonly barred: boolean
  /** Other reasonable periods that the authority decided on for this government's answer: the last day of each; the last one stands. */
  readonly answerPeriods?: readonly { readonly answerBy: PlainDate; readonly on: PlainDate }[]
}

export type DestinationQuestion = {
  /** Undefined while nobody knows whether proceedings began on arrival: then nothing is open. */
  readonly ladder: DestinationClause['ladder'] | undefined
  readonly candidates: readonly Candidate[]
  /** Is it recorded that the clause names no country? */
  readonly isSo: (fact: FactCode) => boolean
  readonly clauses: readonly DestinationClause[]
  readonly periods: readonly Period[]
  readonly day: PlainDate
}

/**
 * Why a country is open or not. `in-turn`: its clause is in use. `no-final-answer`: its turn is over by silence, which is no refusal;
 * it may still be chosen beside the next clause. `earlier-clause`: `waitsFor` are the clauses whose turn is not over.
 */
export type CandidateStanding = {
  readonly destination: string
  readonly clause: string
  readonly standing: 'in-turn' | 'no-final-answer' | 'barred' | 'set-aside' | 'unwilling' | 'not-accepted' | 'earlier-clause' | 'no-such-clause'
  readonly open: boolean
  /** Last day for a final answer, where the clause has such a clock and it runs or ran. */
  readonly answerBy?: PlainDate
  readonly waitsFor?: readonly string[]
}

export type DestinationSearch = {
  /** The clauses at which the search stands: the last rung that is reached. */
  readonly clausesInUse: readonly string[]
  readonly candidates: readonly CandidateStanding[]
}

/** Where may this person be taken, as 8 USC 1231(b) orders the countries? Each clause opens when the turn of those before is over. */
export function searchDestinations(question: DestinationQuestion): DestinationSearch {
  const ladder = question.clauses.filter((clause) => clause.ladder === question.ladder)
  const waitsFor = ladder.filter((clause) => clause.sharesTurnOf === undefined && !isTurnOver(clause, ladder, question))
  const reached = Math.min(...waitsFor.map((clause) => clause.rung), ...ladder.map((clause) => clause.rung).toSorted((one, other) => other - one).slice(0, 1))
  return {
    clausesInUse: ladder.filter((clause) => clause.rung === reached).map((clause) => clause.code),
    candidates: question.candidates.map((candidate) => {
      const clause = ladder.find((one) => one.code === candidate.clause)
      if (!clause) return { ...named(candidate), standing: 'no-such-clause', open: false }
      if (clause.rung > reached) return { ...named(candidate), standing: 'earlier-clause', open: false, waitsFor: waitsFor.filter(({ rung }) => rung === reached).map(({ code }) => code) }
      return standingOf(candidate, clause, question)
    }),
  }
}

/** A turn is over when the clause names no country, or when it is over for each country that it names. Nobody asked is not over. */
function isTurnOver(clause: DestinationClause, ladder: readonly DestinationClause[], question: DestinationQuestion): boolean {
  const sharing = ladder.filter((one) => one.code === clause.code || one.sharesTurnOf === clause.code)
  const standings = question.candidates.flatMap((candidate) => sharing.filter((one) => one.code === candidate.clause).map((one) => standingOf(candidate, one, question).standing))
  if (standings.length === 0) return clause.emptyWhen !== undefined && question.isSo(clause.emptyWhen)
  return standings.every((standing) => standing !== 'in-turn' && standing !== 'not-accepted')
}

function standingOf(candidate: Candidate, clause: DestinationClause, question: DestinationQuestion): CandidateStanding {
  const answerBy = lastDayForAnswer(candidate, clause, question)
  const standing = standingIn(candidate, clause, question, answerBy)
  return { ...named(candidate), standing, open: standing === 'in-turn' || standing === 'no-final-answer', ...(answerBy === undefined ? {} : { answerBy }) }
}

function standingIn(candidate: Candidate, clause: DestinationClause, { day }: DestinationQuestion, answerBy: PlainDate | undefined): CandidateStanding['standing'] {
  if (candidate.barred) return 'barred'
  if (isSetAside(candidate, clause, day)) return 'set-aside'
  const final = candidate.answers.filter(({ answer, on }) => answer !== 'not-final' && on <= day).toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
  const last = final.at(-1)?.answer
  if (clause.endsWhenUnwilling && last === 'unwilling') return 'unwilling'
  if (clause.mustAccept && last !== 'willing') return 'not-accepted'
  const isLate = answerBy !== undefined && day > answerBy && !final.some(({ on }) => on <= answerBy)
  return isLate ? 'no-final-answer' : 'in-turn'
}

// A reason is needed, and a clause that allows it: the country of nationality cannot be set aside as prejudicial.
function isSetAside({ setAside }: Candidate, clause: DestinationClause, day: PlainDate): boolean {
  return setAside !== undefined && setAside.on <= day && setAside.reason.trim() !== '' && clause.setAsideUnder.includes(setAside.clause)
}

function lastDayForAnswer({ askedOn, answerPeriods = [] }: Candidate, clause: DestinationClause, { periods, day }: DestinationQuestion): PlainDate | undefined {
  const period = periods.find(({ code }) => code === clause.answerPeriod)
  if (askedOn === undefined || askedOn > day || period?.text !== 'verified') return undefined
  const decided = clause.otherPeriodAllowed ? answerPeriods.findLast(({ on }) => on <= day) : undefined
  return decided?.answerBy ?? endOfPeriod(askedOn, period)
}

function named({ destination, clause }: Candidate): Pick<CandidateStanding, 'destination' | 'clause'> {
  return { destination, clause }
}
