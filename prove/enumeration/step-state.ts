// The answer of a step is the conjunction of its gates, whatever they answer and however many they are.
import type { Hold } from '../../src/casework/apply-rule.ts'
import { decideStep, stateOf, type StepAnswer } from '../../src/casework/decide-step.ts'
import type { Gate, GateAnswer } from '../../src/casework/gate.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { seededRandom } from '../../src/kernel/random.ts'
import type { LawBook } from '../../src/law/book.ts'
import { facts, type FactCode } from '../../src/law/facts.ts'
import type { Rule } from '../../src/law/rule.ts'

const kinds = ['open', 'held-here', 'held-everywhere'] as const
type Kind = (typeof kinds)[number]

/**
 * Every combination of the answers of up to 12 gates, and drawn ones of up to 80. What a step says must be: held for all without
 * any gate; open when every gate is; held for all when any gate is; held here otherwise.
 *
 * Why 12 is enough for any number: `stateOf` reads nothing but the holds of all answers joined together, whether there are any and
 * whether one of them holds everywhere; one more gate can add nothing else. The drawn ones look whether that is so.
 */
export function checkStepState(exhaustiveUpTo = 12, drawn = 100_000, seed = 20_261_122): { readonly words: string; readonly faults: readonly string[] } {
  const faults: string[] = []
  let tried = 0
  const look = (answers: readonly Kind[]) => {
    tried += 1
    const state = stateOf(answers.map(answerOf))
    if (state !== expected(answers) && faults.length < 10) faults.push(`${answers.join(', ')} gives ${state}`)
  }
  for (let gates = 0; gates <= exhaustiveUpTo; gates += 1) {
    for (let number = 0; number < 3 ** gates; number += 1) look(Array.from({ length: gates }, (_, place) => kindAt(Math.floor(number / 3 ** place) % 3)))
  }
  const exhaustive = tried
  const random = seededRandom(seed)
  for (let draw = 0; draw < drawn; draw += 1) {
    const openness = random()
    look(Array.from({ length: 1 + Math.floor(random() * 80) }, () => (random() < openness ** 0.02 ? 'open' : kindAt(1 + Math.floor(random() * 2)))))
  }
  return { words: `${exhaustive.toLocaleString('en')} combinations of up to ${exhaustiveUpTo} gates, all of them, and ${drawn.toLocaleString('en')} drawn ones of up to 80 (seed ${seed})`, faults }
}

/**
 * The same through `decideStep` itself, with gates made for it: every subset of up to 8 gates holds, each here or everywhere.
 * A gate of another step or of the other country is put between them and must not be asked.
 */
export function checkDecideStep(): { readonly words: string; readonly faults: readonly string[] } {
  const codes = (Object.keys(facts) as FactCode[]).slice(0, 8)
  const faults: string[] = []
  let tried = 0
  for (let pattern = 0; pattern < 3 ** codes.length; pattern += 1) {
    const wanted = codes.map((_, place) => kindAt(Math.floor(pattern / 3 ** place) % 3))
    const gates = codes.flatMap((fact, place) => madeGates(fact, wanted[place] ?? 'open'))
    const answer = decideStep({ jurisdiction: 'CA', step: 'request', day, book: madeBook, read: () => ({ value: 'yes', on: day }) }, gates)
    tried += 1
    const right = answer.state === expected(wanted) && answer.gates.length === codes.length && answer.readings.length === codes.length && answer.alarms.length === 0
    if (!right && faults.length < 10) faults.push(`${wanted.join(', ')} gives ${answer.state} with ${answer.gates.length} gates`)
  }
  return { words: `${tried.toLocaleString('en')} combinations of ${codes.length} gates through decideStep`, faults }
}

const day = '2026-11-22' as PlainDate
const madeRule: Rule = { code: 'open', jurisdiction: 'CA', authority: 'policy', provisions: [], text: 'verified', inForce: {}, reach: 'destination', when: { no: { always: true } }, except: [], until: [] }
const madeBook: LawBook = {
  digest: 'made', provisions: [], periods: [], questions: [], instruments: [], lists: [],
  rules: [madeRule, { ...madeRule, code: 'held-here', when: { always: true } }, { ...madeRule, code: 'held-everywhere', when: { always: true }, reach: 'everywhere' }],
}

function madeGates(fact: FactCode, kind: Kind): readonly Gate[] {
  const gate: Gate = { code: `made-${fact}`, jurisdictions: ['CA'], steps: ['request'], rules: [kind], facts: [fact] }
  return [{ ...gate, code: 'other-country', jurisdictions: ['US'], rules: ['held-everywhere'] }, gate, { ...gate, code: 'other-step', steps: ['departure'], rules: ['held-everywhere'] }]
}

// Written for itself, from the words of the rule.
function expected(answers: readonly Kind[]): StepAnswer['state'] {
  if (answers.length === 0) return 'held-everywhere'
  if (answers.every((answer) => answer === 'open')) return 'open'
  return answers.some((answer) => answer === 'held-everywhere') ? 'held-everywhere' : 'held-here'
}

function kindAt(place: number): Kind {
  return kinds[place] ?? 'open'
}

const hold: Omit<Hold, 'reach'> = { rule: 'some-rule', reason: 'so', provisions: [], authority: 'statute', text: 'verified', unsettled: [], opensWhen: [], ignored: [] }

const answersByKind: Readonly<Record<Kind, GateAnswer>> = {
  open: { gate: 'some-gate', holds: [], weighed: [{ ...hold, reach: 'everywhere' }] },
  'held-here': { gate: 'some-gate', holds: [{ ...hold, reach: 'destination' }], weighed: [] },
  'held-everywhere': { gate: 'some-gate', holds: [{ ...hold, reach: 'everywhere' }], weighed: [] },
}

function answerOf(kind: Kind): GateAnswer {
  return answersByKind[kind]
}
