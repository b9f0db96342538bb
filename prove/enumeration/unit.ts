import { askGate, type Gate, type GateAnswer } from '../../src/casework/gate.ts'
import { readCondition, type ReadFact } from '../../src/casework/read-condition.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { dayFromNumber, dayNumber } from '../../src/kernel/day.ts'
import { isInForce, type LawBook } from '../../src/law/book.ts'
import { factDefinition, facts, type FactCode } from '../../src/law/facts.ts'
import type { Condition, Question, Rule } from '../../src/law/rule.ts'
import { componentsOf, valuesOf, type Component } from './component.ts'
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
} & ({ readonly kind: 'gate'; readonly gate: Gate; readonly whole: { readonly gate: Gate; readonly book: LawBook; readonly asked: LawBook }; readonly standIns: ReadonlyMap<string, FactCode>; readonly wellRuled: boolean } | { readonly kind: 'question'; readonly question: Question })

export type GateUnit = Extract<Unit, { kind: 'gate' }>
export type QuestionUnit = Extract<Unit, { kind: 'question' }>

/** A unit larger than this must be split. */
export const mostCombinations = 10_000_000

/** The answer of a gate in one byte. `weighed` and `ignored` tell apart answers that hold alike. */
export const bits = { held: 1, everywhere: 2, alarm: 4, weighed: 8, ignored: 16 } as const

/** The answer of a question in one byte. */
export const truths = { no: 0, yes: 1, unknown: 2 } as const

/**
 * The gate on each day on which other versions of its rules are in force. When it is too large to be tried whole, each question that
 * it names is tried by itself, and the gate over every combination of their answers; and when it names none, or that is still too
 * large, each exception, ending and trigger is taken for such a question.
 */
export function unitsOf(gate: Gate, book: LawBook, today: PlainDate, most: number = mostCombinations): readonly Unit[] {
  const rules = rulesOf(gate, book)
  return daysOf(rules, today).flatMap((day) => {
    const name = day === today ? gate.code : `${gate.code} on ${day}`
    const named = questionsNamed(rules, book)
    const parts = bookOfParts(rules, book)
    const ways = [
      { asked: book, questions: [] },
      ...(named.length > 0 ? [{ asked: book, questions: named }] : []),
      { asked: parts, questions: questionsNamed(rulesOf(gate, parts), parts) },
    ]
    // Where none fits a smaller limit, the real one decides.
    return firstThatFits([most, mostCombinations].flatMap((limit) => ways.map(({ asked, questions }) => () =>
      [gateUnit(gate, asked, book, day, name, questions, limit), ...questions.map((question) => questionUnit(question, asked, today, limit))])))
  })
}

function firstThatFits([first, ...others]: readonly (() => readonly Unit[])[]): readonly Unit[] {
  if (!first) throw new Error('no way to try a gate')
  const units = first()
  return units.every(({ combinations, components }) => combinations <= mostCombinations && components.length > 0) || others.length === 0 ? units : firstThatFits(others)
}

/** The same law, in which every exception, ending and trigger that reads two facts or more is a question of its own. */
function bookOfParts(rules: readonly Rule[], book: LawBook): LawBook {
  const made: Question[] = []
  const ask = (code: string, condition: Condition): Condition => {
    if ('question' in condition || factsOf(condition, book).length < 2) return condition
    made.push({ code, condition, provision: 'made for the enumeration' })
    return { question: code }
  }
  const changed = book.rules.map((rule) => (rules.includes(rule) ? {
    ...rule,
    when: ask(`${rule.code} when`, rule.when),
    except: rule.except.map((opening) => ({ ...opening, condition: ask(`${rule.code} ${opening.code}`, opening.condition) })),
    until: rule.until.map((opening) => ({ ...opening, condition: ask(`${rule.code} ${opening.code}`, opening.condition) })),
  } : rule))
  return { ...book, rules: changed, questions: [...book.questions, ...made] }
}

/** The real gate, asked for one combination. */
export function askUnit(unit: Unit, read: ReadFact, book: LawBook = unit.book): number {
  if (unit.kind === 'question') return truths[readCondition(unit.question.condition, { read, day: unit.day, book })]
  return byteOf(askGate(unit.gate, { read, day: unit.day, book }))
}

/** The answer of a gate as one byte: see `bits`. */
export function byteOf({ holds, weighed }: GateAnswer): number {
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

function gateUnit(gate: Gate, book: LawBook, real: LawBook, day: PlainDate, name: string, split: readonly Question[], most: number): GateUnit {
  const all = rulesOf(gate, book)
  const rules = all.filter((rule) => isInForce(rule.inForce, day))
  const standIns = standInsFor(split, gate, book)
  const questions = book.questions.map((question) => standInQuestion(question, standIns.get(question.code)))
  const own = trim({ ...book, questions }, all)
  const read = new Set(all.flatMap(conditionsOf).flatMap((condition) => factsOf(condition, own)))
  const inQuestions = new Set(split.flatMap((question) => factsOf(question.condition, book)))
  const facts = [...gate.facts.filter((fact) => read.has(fact) || !inQuestions.has(fact)), ...standIns.values()]
  const comparisons = unique(rules.flatMap(conditionsOf).flatMap((condition) => comparisonsOf(condition, own)))
  const wellRuled = gate.rules.every((code) => rules.filter((rule) => rule.code === code).length === 1)
  return { kind: 'gate', name, day, facts, comparisons, gate: { ...gate, facts }, whole: { gate, book: trim(real, rulesOf(gate, real)), asked: trim(book, all) }, standIns, wellRuled, book: own, ...lettersFor(facts, comparisons, day, most) }
}

export function questionUnit(question: Question, book: LawBook, day: PlainDate, most: number = mostCombinations): QuestionUnit {
  const facts = factsOf(question.condition, book)
  const comparisons = unique(comparisonsOf(question.condition, book))
  return { kind: 'question', name: `question ${question.code}`, day, facts, comparisons, question, book: { ...book, rules: [] }, ...lettersFor(facts, comparisons, day, most) }
}

/** The components, or none when there would be too many combinations: first with the neighbours of each period's end, then without. */
function lettersFor(facts: readonly FactCode[], comparisons: readonly Comparison[], day: PlainDate, most: number): Pick<Unit, 'components' | 'combinations' | 'fine'> {
  const least = facts.reduce((product, fact) => product * valuesOf(fact).length, 1)
  for (const fine of least > most ? [] : [true, false]) {
    const components = componentsOf(facts, comparisons, day, fine, most)
    const combinations = components?.reduce((product, { letters }) => product * letters, 1) ?? Number.POSITIVE_INFINITY
    if (components && combinations <= most) return { components, combinations, fine }
  }
  return { components: [], combinations: Number.POSITIVE_INFINITY, fine: false }
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

export function questionsNamed(rules: readonly Rule[], book: LawBook): readonly Question[] {
  const codes = rules.flatMap(conditionsOf).flatMap((condition) => partsOf(condition, book)).flatMap((part: Condition) => ('question' in part ? [part.question] : []))
  return [...new Set(codes)].map((code) => questionOf(code, book))
}

/**
 * In the enumeration of a gate that is split, a fact that the gate does not read stands for each question's whole answer: yes, no,
 * unknown, or a conflict among its facts.
 */
function standInsFor(questions: readonly Question[], gate: Gate, book: LawBook): ReadonlyMap<string, FactCode> {
  const free = (Object.keys(facts) as FactCode[]).filter((fact) => !gate.facts.includes(fact) && factDefinition(fact).computed === undefined)
  const taken = new Set<FactCode>()
  return new Map(questions.map((question) => {
    const about = factsOf(question.condition, book).every((fact) => factDefinition(fact).about === 'destination') ? 'destination' : 'person'
    const fact = free.find((one) => !taken.has(one) && factDefinition(one).about === about)
    if (fact === undefined) throw new Error(`no fact is left to stand for ${question.code}`)
    taken.add(fact)
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
