import type { LawBook } from '../law/book.ts'
import type { FactCode } from '../law/facts.ts'
import { namesInCondition, namesInRule, type Names } from '../law/names-in-condition.ts'
import type { Gate } from './gate.ts'
import { allGates } from './gates/all.ts'

/**
 * Facts that a gate's rules read and its list does not name, in any version of them.
 * A conflict on such a fact would close nothing, and no decision would say what it was: a change of the law that brings one is refused.
 */
export function unlistedFacts(book: LawBook, gates: readonly Gate[] = allGates): readonly { readonly gate: string; readonly fact: FactCode }[] {
  return gates.flatMap((gate) => {
    const read = new Set(book.rules.filter(({ code }) => gate.rules.includes(code) || gate.weighs?.includes(code)).flatMap((rule) => factsIn(namesInRule(rule), book)))
    return [...read].filter((fact) => !gate.facts.includes(fact)).map((fact) => ({ gate: gate.code, fact }))
  })
}

function factsIn({ facts, questions }: Names, book: LawBook): readonly FactCode[] {
  const asked = book.questions.filter(({ code }) => questions.includes(code))
  return [...facts, ...asked.flatMap(({ condition }) => factsIn(namesInCondition(condition), book))]
}
