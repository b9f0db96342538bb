import type { Hold } from '../../casework/apply-rule.ts'
import type { CaseState } from '../../casework/case-state.ts'
import { stateOf, type StepAnswer } from '../../casework/decide-step.ts'
import { askGate, type GateAnswer } from '../../casework/gate.ts'
import { allGates } from '../../casework/gates/all.ts'
import { stepsThatDoubtAnOldNo } from '../../casework/old-no.ts'
import { readerOf } from '../../casework/read-case.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../kernel/day.ts'
import { sha256 } from '../../kernel/digest.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { LawBook } from '../../law/book.ts'
import { canonicalJson } from '../../law/canonical.ts'
import type { LawUpdate } from '../../law/law-update.ts'
import { everyStep, type Step } from '../../law/rule.ts'
import { proposedLawUpdates, type KeptLawUpdate } from '../../store/law-updates.ts'
import { readOnly } from '../read-only.ts'
import { destinationsOf } from './ask-gates.ts'
import type { CaseServices } from './case-services.ts'
import type { LawChangeRefusal } from './law-change-refusal.ts'
import { isId, loadCaseStates } from './load-case-state.ts'
import { loadLaw } from './load-law.ts'
import { checkChange } from './propose-law-update.ts'
import { readKeptUpdate } from './read-law-update.ts'
import { inPages, openCaseIds } from './refresh-standings.ts'

/** One answer that a change of the law changes: for one case, step, destination and day. */
export type LawEffect = {
  readonly caseId: string
  readonly caseVersion: number
  readonly step: Step
  readonly destination: string
  readonly place?: string
  readonly on: PlainDate
  readonly before: StepAnswer['state']
  readonly after: StepAnswer['state']
  /** Gates whose reasons change. */
  readonly gates: readonly string[]
}

export type LawEffects = {
  readonly update: KeptLawUpdate
  readonly content: LawUpdate
  readonly revision: number
  readonly casesAsked: number
  /** Today, and the days to come on which something in the change begins or ends. */
  readonly days: readonly PlainDate[]
  readonly effects: readonly LawEffect[]
  /** Names exactly this list: whoever approves says which one was read. */
  readonly digest: string
}

/**
 * What a proposed change of the law would do: every open case whose answer becomes another, for any step and place that the case
 * speaks of. Every gate is asked under both books; a caseload of a million takes its time.
 */
export async function lawUpdateEffects(services: CaseServices, updateId: string): Promise<Result<LawEffects, LawChangeRefusal>> {
  if (!isId(updateId)) return refuse({ code: 'bad-id', field: 'updateId', value: updateId })
  const seen = await readOnly(services, async (tx) => ({ waiting: await proposedLawUpdates(tx), law: await loadLaw(tx, services) }))
  const update = seen.waiting.find((one) => one.updateId === updateId)
  if (!update) return refuse({ code: 'no-update' })
  const content = readKeptUpdate(update)
  // Checked again: another change may have been approved since this one was proposed.
  const changed = checkChange(seen.law.book, content)
  if (!changed.ok) return changed
  const days = daysOf(content, services.clock.today())
  const caseIds = await openCaseIds(services)
  const effects: LawEffect[] = []
  for (const some of inPages(caseIds.toSorted())) {
    const loaded = await readOnly(services, (tx) => loadCaseStates(tx, some))
    effects.push(...loaded.flatMap(({ caseId, state }) => effectsOn(caseId, state, { before: seen.law.book, after: changed.value, days })))
  }
  const digest = sha256(canonicalJson({ update: update.digest, revision: seen.law.revision, days, effects }))
  return accept({ update, content, revision: seen.law.revision, casesAsked: caseIds.length, days, effects, digest })
}

type Books = { readonly before: LawBook; readonly after: LawBook; readonly days: readonly PlainDate[] }

/** What changes for one case. */
export function effectsOn(caseId: string, state: CaseState, { before, after, days }: Books): readonly LawEffect[] {
  return days.flatMap((on) => destinationsOf(state).flatMap((place) => stepsAlike.flatMap((steps) => {
    const [old, now] = [answersOf(state, place, on, before, steps[0]), answersOf(state, place, on, after, steps[0])]
    const changed = old.filter((answer, index) => textOf(answer) !== textOf(now[index])).map(({ gate }) => gate)
    if (changed.length === 0) return []
    return steps.flatMap((step): readonly LawEffect[] => {
      const asked = new Set(allGates.filter((gate) => gate.jurisdictions.includes(state.jurisdiction) && gate.steps.includes(step)).map(({ code }) => code))
      const gates = changed.filter((gate) => asked.has(gate))
      if (gates.length === 0) return []
      const stateIn = (answers: readonly GateAnswer[]) => stateOf(answers.filter(({ gate }) => asked.has(gate)))
      return [{ caseId, caseVersion: state.version, step, ...place, on, before: stateIn(old), after: stateIn(now), gates }]
    })
  })))
}

// Steps for which a gate answers alike: only from the booking on is an old "no" doubted.
const stepsAlike: readonly (readonly Step[])[] = [everyStep.filter((step) => !stepsThatDoubtAnOldNo.includes(step)), stepsThatDoubtAnOldNo]

/** Every gate once, as it answers at this step. */
function answersOf(state: CaseState, { destination, place }: { readonly destination: string; readonly place?: string }, day: PlainDate, book: LawBook, step: Step | undefined): readonly GateAnswer[] {
  const read = readerOf(state, destination, place, day, book, step)
  return allGates.filter((gate) => gate.jurisdictions.includes(state.jurisdiction)).map((gate) => askGate(gate, { read, day, book }))
}

// What would open a hold is part of the answer too: an ending that is new tells people what to wait for.
function textOf(answer: GateAnswer | undefined): string {
  const said = ({ rule, reason, reach, opensWhen, ignored }: Hold) => [rule, reason, reach, opensWhen, ignored]
  return JSON.stringify([answer?.holds.map(said), answer?.weighed.map(said)])
}

function daysOf({ add, replace }: LawUpdate, today: PlainDate): readonly PlainDate[] {
  const named = [add, replace].flatMap(({ provisions = [], rules = [], instruments = [] }) => [
    ...[...provisions, ...rules].flatMap(({ inForce }) => [inForce.from, dayAfter(inForce.to)]),
    ...instruments.flatMap(({ startsOn, endsOn }) => [startsOn, dayAfter(endsOn?.day)]),
  ])
  return [...new Set([today, ...named.flatMap((day) => (day !== undefined && day > today ? [day] : []))])].toSorted()
}

function dayAfter(day: PlainDate | undefined): PlainDate | undefined {
  return day === undefined ? undefined : dayFromNumber(dayNumber(day) + 1)
}
