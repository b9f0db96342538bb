import { askGate, type Gate, type GateAnswer } from '../../src/casework/gate.ts'
import { readCondition, type ReadFact } from '../../src/casework/read-condition.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { dayFromNumber, dayNumber } from '../../src/kernel/day.ts'
import { isInForce, type LawBook } from '../../src/law/book.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import type { Condition, Question, Rule } from '../../src/law/rule.ts'
import { componentsOf, type Component } from './component.ts'
import { comparisonKey } from './day-cells.ts'
import { comparisonsOf, conditionsOf, factsOf, partsOf, questionOf, type Comparison } from './walk-condition.ts'

/** Something whose every combination of facts is tried: a gate on one day, or one question. */
export type Unit = {
  readonly name: string
  readonly day: PlainDate
  readonly facts: readonly FactCode[]
  readonly comparisons: readonly Comparison[]
  readonly components: readonly Component[]
  readonly combinations: number
  /** The law that is asked: the gate's own rules, periods and questions, so that nothing is looked up in a long list. */
  readonly book: LawBook
  /** False: only the regions `<`, `=`, `>` of each comparison, because with all neighbours it would be too many. */
  readonly fine: boolean
} & ({ readonly kind: 'gate'; readonly gate: Gate; readonly standIns: ReadonlyMap<string, FactCode>; readonly wellRuled: boolean } | { readonly kind: 'question'; readonly question: Question })

export type GateUnit = Extract<Unit, { kind: 'gate' }>
export type QuestionUnit = Extract<Unit, { kind: 'question' }>

/** A unit larger than this must be split by naming questions in the law book. */
export const mostCombinations = 10_000_000

/** The answer of a gate in one byte. `weighed` and `ignored` tell apart answers that hold alike. */
export const bits = { held: 1, everywhere: 2, alarm: 4, weighed: 8, ignored: 16 } as const

/** The answer of a question in one byte. */
export const truths = { no: 0, yes: 1, unknown: 2 } as const

/** The gate on each day on which other versions of its rules are in force; and, apart, each question that it names. */
export function unitsOf(gate: Gate, book: LawBook, today: PlainDate): readonly Unit[] {
  const rules = rulesOf(gate, book)
  const questions = questionsNamed(rules, book)
  return [
    ...daysOf(rules, today).map((day) => gateUnit(gate, book, day, day === today ? gate.code : `${gate.code} on ${day}`)),
    ...questions.map((question) => questionUnit(question, book, today)),
  ]
}

/** The real gate, asked for one combination. */
export function askUnit(unit: Unit, read: ReadFact, book: LawBook = unit.book): number {
  if (unit.kind === 'question') return truths[readCondition(unit.question.condition, { read, day: unit.day, book })]
  return byteOf(askGate(unit.gate, { read, day: unit.day, book }))
}

function byteOf({ holds, weighed }: GateAnswer): number {
  if (holds.length === 0) return weighed.length > 0 ? bits.weighed : 0
  let byte = bits.held + (weighed.length > 0 ? bits.weighed : 0)
  for (const { reach, reason, ignored } of holds) {
    if (reach === 'everywhere') byte |= bits.everywhere
    if (reason === 'conflict' || reason === 'no-rule' || reason === 'two-rules') byte |= bits.alarm
    if (ignored.length > 0) byte = (byte & 15) | (((byte >> 4) + ignored.length) << 4)
  }
  return byte & 255
}

/** All versions of the rules that a gate applies or weighs. */
export function rulesOf(gate: Gate, book: LawBook): readonly Rule[] {
  const codes = [...gate.rules, ...(gate.weighs ?? [])]
  return book.rules.filter((rule) => codes.includes(rule.code))
}

function gateUnit(gate: Gate, book: LawBook, day: PlainDate, name: string): GateUnit {
  const all = rulesOf(gate, book)
  const rules = all.filter((rule) => isInForce(rule.inForce, day))
  const standIns = standInsFor(questionsNamed(rules, book))
  const questions = book.questions.map((question) => standInQuestion(question, standIns.get(question.code)))
  const own = trim({ ...book, questions }, all)
  const inQuestions = new Set(questionsNamed(rules, book).flatMap((question) => factsOf(question.condition, book)))
  const facts = gate.facts.filter((fact) => !inQuestions.has(fact) || [...standIns.values()].includes(fact))
  const comparisons = unique(rules.flatMap(conditionsOf).flatMap((condition) => comparisonsOf(condition, own)))
  const wellRuled = gate.rules.every((code) => rules.filter((rule) => rule.code === code).length === 1)
  return { kind: 'gate', name, day, facts, comparisons, gate: { ...gate, facts }, standIns, wellRuled, book: own, ...lettersFor(facts, comparisons, day) }
}

function questionUnit(question: Question, book: LawBook, day: PlainDate): QuestionUnit {
  const facts = factsOf(question.condition, book)
  const comparisons = unique(comparisonsOf(question.condition, book))
  return { kind: 'question', name: `question ${question.code}`, day, facts, comparisons, question, book: { ...book, rules: [] }, ...lettersFor(facts, comparisons, day) }
}

function lettersFor(facts: readonly FactCode[], comparisons: readonly Comparison[], day: PlainDate): Pick<Unit, 'components' | 'combinations' | 'fine'> {
  for (const fine of [true, false]) {
    const components = componentsOf(facts, comparisons, day, fine)
    const combinations = components.reduce((product, { letters }) => product * letters.length, 1)
    if (combinations <= mostCombinations || !fine) return { components, combinations, fine }
  }
  throw new Error('not reached')
}

/** One day for each set of versions that was, is or will be in force; today stands for its own set. */
function daysOf(rules: readonly Rule[], today: PlainDate): readonly PlainDate[] {
  const starts = rules.flatMap(({ inForce: { from, to } }) => [...(from ? [dayBefore(from), from] : []), ...(to ? [to, dayAfter(to)] : [])])
  const setOn = (day: PlainDate) => rules.map((rule) => (isInForce(rule.inForce, day) ? 1 : 0)).join('')
  const days = new Map<string, PlainDate>()
  for (const day of [...starts].sort()) days.set(setOn(day), day)
  days.set(setOn(today), today)
  return [...days.values()]
}

function dayBefore(day: PlainDate): PlainDate {
  return dayFromNumber(dayNumber(day) - 1)
}

function dayAfter(day: PlainDate): PlainDate {
  return dayFromNumber(dayNumber(day) + 1)
}

function questionsNamed(rules: readonly Rule[], book: LawBook): readonly Question[] {
  const codes = rules.flatMap(conditionsOf).flatMap((condition) => partsOf(condition, book)).flatMap((part: Condition) => ('question' in part ? [part.question] : []))
  return [...new Set(codes)].map((code) => questionOf(code, book))
}

/**
 * In the enumeration of the gate, one fact of each question stands for the question's whole answer: yes, no, unknown, or a
 * conflict among its facts. The question itself is enumerated apart. No two questions, and nothing else in the gate, share a fact.
 */
function standInsFor(questions: readonly Question[]): ReadonlyMap<string, FactCode> {
  return new Map(questions.map((question) => {
    const facts = partsOf(question.condition, { periods: [], questions: [] }).flatMap((part) => ('fact' in part ? [part.fact] : []))
    const [fact] = [...facts.filter((one) => factDefinition(one).about === 'person'), ...facts]
    if (fact === undefined) throw new Error(`question ${question.code} reads no fact by itself that could stand for it`)
    return [question.code, fact] as const
  }))
}

function standInQuestion(question: Question, fact: FactCode | undefined): Question {
  return fact === undefined ? question : { ...question, condition: { fact } }
}

function trim(book: LawBook, rules: readonly Rule[]): LawBook {
  const parts = rules.flatMap(conditionsOf).flatMap((condition) => partsOf(condition, book))
  const periods = book.periods.filter(({ code }) => parts.some((part) => ('passed' in part && part.passed === code) || ('reached' in part && part.reached === code) || ('within' in part && part.within === code)))
  return { ...book, rules, periods, provisions: [], instruments: [], lists: [] }
}

function unique(comparisons: readonly Comparison[]): readonly Comparison[] {
  return [...new Map(comparisons.map((one) => [comparisonKey(one), one])).values()]
}
