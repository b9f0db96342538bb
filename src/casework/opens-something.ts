import { dayFromNumber, dayNumber, type PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import { everyStep, type RuleCode, type Step } from '../law/rule.ts'
import type { CaseState } from './case-state.ts'
import { stateOf } from './decide-step.ts'
import { askGate, type Gate, type GateAnswer } from './gate.ts'
import { allGates } from './gates/all.ts'
import { stepsThatDoubtAnOldNo } from './old-no.ts'
import { readerOf } from './read-case.ts'

export type AskedPlace = { readonly destination: string; readonly place?: string }

/** What a happening lets go of, for one place: the rules that hold no longer, and the steps that are then open. */
export type Opening = AskedPlace & {
  /** The first of the asked days on which something that held holds no longer: today, or one to come. */
  readonly on: PlainDate
  /** Rules that would hold no longer, each with the gate that asks them. */
  readonly lost: readonly { readonly gate: string; readonly rule: RuleCode }[]
  /** Steps that lose a hold. */
  readonly steps: readonly Step[]
  /** Those of them that are open then: nothing else holds them on that day. */
  readonly open: readonly Step[]
}

// Many a fact begins a period that ends a hold only later. A hold that would be let go between two of these days and come back before
// the second one is not seen.
const daysAhead = [0, 15, 30, 60, 90, 180, 365] as const

/** No state has it (ISO 3166-1 leaves it to users): asked about where no state is in sight, for what is so of every one. */
export const anyState = 'ZZ'

/**
 * Does what is to be recorded open something? Every gate is asked about the case before and after it, for each place, today and on days to
 * come: a rule that held before and holds no longer is an opening, whatever else still holds the step. An empty list: it opens nothing.
 */
export function opensSomething(before: CaseState, after: CaseState, { places, today, book }: { readonly places: readonly AskedPlace[]; readonly today: PlainDate; readonly book: LawBook }): readonly Opening[] {
  const gates = allGates.filter((gate) => gate.jurisdictions.includes(after.jurisdiction))
  const days = daysAhead.map((days) => dayFromNumber(dayNumber(today) + days))
  return (places.length === 0 ? [{ destination: anyState }] : places).flatMap((place) => {
    const openings = days.flatMap((on) => openingOn({ before, after, place, on, book, gates }))
    const [first] = openings
    return first ? [openings.slice(1).reduce(joined, first)] : []
  })
}

type Asked = { readonly before: CaseState; readonly after: CaseState; readonly place: AskedPlace; readonly on: PlainDate; readonly book: LawBook; readonly gates: readonly Gate[] }

function openingOn({ before, after, place, on, book, gates }: Asked): readonly Opening[] {
  const found = stepsAlike.map((steps) => {
    const answers = (state: CaseState) => {
      const read = readerOf(state, place.destination, place.place, on, book, steps[0])
      return gates.map((gate) => askGate(gate, { read, day: on, book }))
    }
    const now = answers(after)
    const lost = answers(before).flatMap((old, index) => lostHolds(old, now[index]))
    const losing = steps.filter((step) => lost.some(({ gate }) => asks(gates, gate, step)))
    return { lost, steps: losing, open: losing.filter((step) => stateOf(now.filter(({ gate }) => asks(gates, gate, step))) === 'open') }
  })
  const lost = found.flatMap((one) => one.lost)
  if (lost.length === 0) return []
  const inOrder = (steps: readonly Step[]) => everyStep.filter((step) => steps.includes(step))
  return [{ ...place, on, lost: unique(lost), steps: inOrder(found.flatMap((one) => one.steps)), open: inOrder(found.flatMap((one) => one.open)) }]
}

// Steps for which a gate answers alike: only from the booking on is an old "no" doubted.
const stepsAlike: readonly (readonly Step[])[] = [everyStep.filter((step) => !stepsThatDoubtAnOldNo.includes(step)), stepsThatDoubtAnOldNo]

function asks(gates: readonly Gate[], code: string, step: Step): boolean {
  return gates.some((gate) => gate.code === code && gate.steps.includes(step))
}

function lostHolds({ gate, holds }: GateAnswer, now: GateAnswer | undefined): Opening['lost'] {
  return holds.filter(({ rule }) => !now?.holds.some((one) => one.rule === rule)).map(({ rule }) => ({ gate, rule }))
}

function joined(one: Opening, other: Opening): Opening {
  return { ...one, lost: unique([...one.lost, ...other.lost]), steps: everyStep.filter((step) => one.steps.includes(step) || other.steps.includes(step)), open: everyStep.filter((step) => one.open.includes(step) || other.open.includes(step)) }
}

function unique(lost: Opening['lost']): Opening['lost'] {
  return [...new Map(lost.map((one) => [`${one.gate} ${one.rule}`, one])).values()]
}
