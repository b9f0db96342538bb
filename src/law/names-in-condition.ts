import type { FactCode } from './facts.ts'
import type { Condition, Rule } from './rule.ts'

/** What a condition names: facts, periods and questions. */
export type Names = { readonly facts: readonly FactCode[]; readonly periods: readonly string[]; readonly questions: readonly string[] }

const nothing: Names = { facts: [], periods: [], questions: [] }

/** Every name in a condition, those within its questions left out. */
export function namesInCondition(condition: Condition): Names {
  if ('always' in condition) return nothing
  if ('fact' in condition) return { ...nothing, facts: condition.notBefore === undefined ? [condition.fact] : [condition.fact, condition.notBefore] }
  if ('no' in condition) return namesInCondition(condition.no)
  if ('all' in condition) return joined(condition.all.map(namesInCondition))
  if ('any' in condition) return joined(condition.any.map(namesInCondition))
  if ('question' in condition) return { ...nothing, questions: [condition.question] }
  if ('within' in condition) return { ...nothing, facts: [condition.since, condition.happened], periods: [condition.within] }
  return { ...nothing, facts: [condition.since], periods: ['passed' in condition ? condition.passed : condition.reached] }
}

/** Every name in a rule: in its beginning, its exceptions and its endings. */
export function namesInRule({ when, except, until }: Pick<Rule, 'when' | 'except' | 'until'>): Names {
  return joined([when, ...except.map(({ condition }) => condition), ...until.map(({ condition }) => condition)].map(namesInCondition))
}

function joined(parts: readonly Names[]): Names {
  return { facts: parts.flatMap(({ facts }) => facts), periods: parts.flatMap(({ periods }) => periods), questions: parts.flatMap(({ questions }) => questions) }
}
