// A gate reads exactly the facts that it lists; the questions that it names share none.
import type { Gate } from '../../src/casework/gate.ts'
import type { LawBook } from '../../src/law/book.ts'
import type { FactCode } from '../../src/law/facts.ts'
import type { Condition } from '../../src/law/rule.ts'
import { rulesOf } from './unit.ts'
import { conditionsOf, factsOf, partsOf, questionOf } from './walk-condition.ts'

/** What is wrong with the list of facts of a gate, with its rules, or with its questions; nothing when all is well. */
export function checkLists(gate: Gate, book: LawBook): readonly string[] {
  const conditions = rulesOf(gate, book).flatMap(conditionsOf)
  const read = new Set(conditions.flatMap((condition) => factsOf(condition, book)))
  const missing = [...gate.rules, ...(gate.weighs ?? [])].filter((code) => !book.rules.some((rule) => rule.code === code))
  return [
    ...missing.map((code) => `${gate.code} names the rule ${code}, which the law book does not hold`),
    ...[...read].filter((fact) => !gate.facts.includes(fact)).map((fact) => `${gate.code} reads ${fact}, which it does not list`),
    ...gate.facts.filter((fact) => !read.has(fact)).map((fact) => `${gate.code} lists ${fact}, which it does not read`),
    ...gate.facts.filter((fact, place) => gate.facts.indexOf(fact) !== place).map((fact) => `${gate.code} lists ${fact} twice`),
    ...sharedFacts(conditions, book).map((fact) => `${gate.code}: ${fact} is read by two questions, or by one and by the rest of the gate`),
  ]
}

function sharedFacts(conditions: readonly Condition[], book: LawBook): readonly FactCode[] {
  const codes = new Set(conditions.flatMap((condition) => partsOf(condition, book)).flatMap((part) => ('question' in part ? [part.question] : [])))
  const outside = { ...book, questions: book.questions.map((question) => ({ ...question, condition: { always: true } as const })) }
  const sets = [
    [...new Set(conditions.flatMap((condition) => factsOf(condition, outside)))],
    ...[...codes].map((code) => factsOf(questionOf(code, book).condition, book)),
  ]
  const all = sets.flat()
  return [...new Set(all.filter((fact, place) => all.indexOf(fact) !== place))]
}
