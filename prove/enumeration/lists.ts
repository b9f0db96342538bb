// A gate reads exactly the facts that it lists.
import type { Gate } from '../../src/casework/gate.ts'
import type { LawBook } from '../../src/law/book.ts'
import type { FactCode } from '../../src/law/facts.ts'
import { questionsNamed, rulesOf, type GateUnit } from './unit.ts'
import { conditionsOf, factsOf } from './walk-condition.ts'

/** What is wrong with the list of facts of a gate, or with its rules; nothing when all is well. */
export function checkLists(gate: Gate, book: LawBook): readonly string[] {
  const conditions = rulesOf(gate, book).flatMap(conditionsOf)
  const read = new Set(conditions.flatMap((condition) => factsOf(condition, book)))
  const missing = [...gate.rules, ...(gate.weighs ?? [])].filter((code) => !book.rules.some((rule) => rule.code === code))
  return [
    ...missing.map((code) => `${gate.code} names the rule ${code}, which the law book does not hold`),
    ...[...read].filter((fact) => !gate.facts.includes(fact)).map((fact) => `${gate.code} reads ${fact}, which it does not list`),
    ...gate.facts.filter((fact) => !read.has(fact)).map((fact) => `${gate.code} lists ${fact}, which it does not read`),
    ...gate.facts.filter((fact, place) => gate.facts.indexOf(fact) !== place).map((fact) => `${gate.code} lists ${fact} twice`),
  ]
}

/** Facts that two questions of a gate read, or one and the rest of it. Each question is then tried with all of them. */
export function sharedFacts({ gate, asked: book }: GateUnit['whole']): readonly FactCode[] {
  const rules = rulesOf(gate, book)
  const emptied = { ...book, questions: book.questions.map((question) => ({ ...question, condition: { always: true } as const })) }
  const outside = [...new Set(rules.flatMap(conditionsOf).flatMap((condition) => factsOf(condition, emptied)))]
  const all = [outside, ...questionsNamed(rules, book).map((question) => factsOf(question.condition, book))].flat()
  return [...new Set(all.filter((fact, place) => all.indexOf(fact) !== place))]
}
