import type { PlainDate } from '../kernel/day.ts'
import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import type { Jurisdiction, Step } from '../law/rule.ts'
import type { Reading } from './fact-record.ts'
import { askGate, type Gate, type GateAnswer } from './gate.ts'
import { allGates } from './gates/all.ts'
import type { ReadFact } from './read-condition.ts'

/** For one person, one step and one destination. `held-everywhere`: no other destination would help. */
export type StepAnswer = {
  readonly state: 'open' | 'held-here' | 'held-everywhere'
  /** Every gate that was asked, in the order of the list. */
  readonly gates: readonly GateAnswer[]
  /** What each fact that some gate reads was, in the order of their codes. */
  readonly readings: readonly (readonly [FactCode, Reading])[]
  /** Gates that somebody must look at, because records conflict or the law book has no single rule. */
  readonly alarms: readonly string[]
}

export type StepQuestion = { readonly jurisdiction: Jurisdiction; readonly step: Step; readonly day: PlainDate; readonly book: LawBook; readonly read: ReadFact }

/** The gates of one step in one jurisdiction, in their order. */
export function gatesOf(jurisdiction: Jurisdiction, step: Step, gates: readonly Gate[] = allGates): readonly Gate[] {
  return gates.filter((gate) => gate.jurisdictions.includes(jurisdiction) && gate.steps.includes(step))
}

/**
 * May this step be taken on this day? The answer is open only when every gate of the step is. `answered`: what gates said before to this very
 * reader, of another step: a gate reads facts, and knows nothing of the step.
 */
export function decideStep({ jurisdiction, step, day, book, read }: StepQuestion, gates: readonly Gate[] = allGates, answered = new Map<Gate, GateAnswer>()): StepAnswer {
  const { asked, codes } = questionsOf(jurisdiction, step, gates)
  const reader = { read, day, book }
  const answers = asked.map((gate) => {
    const answer = answered.get(gate) ?? askGate(gate, reader)
    answered.set(gate, answer)
    return answer
  })
  return { state: stateOf(answers), gates: answers, readings: codes.map((fact) => [fact, read(fact)] as const), alarms: answers.filter(isAlarming).map((answer) => answer.gate) }
}

type Questions = { readonly asked: readonly Gate[]; readonly codes: readonly FactCode[] }

const questionsByGates = new WeakMap<readonly Gate[], Map<string, Questions>>()

/** A step's gates, and the codes of all facts that they read: the same for every case. */
function questionsOf(jurisdiction: Jurisdiction, step: Step, gates: readonly Gate[]): Questions {
  const known = questionsByGates.get(gates) ?? new Map<string, Questions>()
  questionsByGates.set(gates, known)
  const name = `${jurisdiction} ${step}`
  const questions = known.get(name) ?? questionsIn(gatesOf(jurisdiction, step, gates))
  known.set(name, questions)
  return questions
}

function questionsIn(asked: readonly Gate[]): Questions {
  return { asked, codes: [...new Set(asked.flatMap((gate) => gate.facts))].sort() }
}

/** The conjunction of gates. A step that no gate was asked about is held: somebody forgot to say what the law demands. */
export function stateOf(answers: readonly GateAnswer[]): StepAnswer['state'] {
  if (answers.length === 0) return 'held-everywhere'
  const holds = answers.flatMap((answer) => answer.holds)
  if (holds.length === 0) return 'open'
  return holds.some((hold) => hold.reach === 'everywhere') ? 'held-everywhere' : 'held-here'
}

function isAlarming({ holds }: GateAnswer): boolean {
  return holds.some(({ reason }) => reason === 'conflict' || reason === 'no-rule' || reason === 'two-rules')
}
