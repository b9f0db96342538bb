import type { FactCode } from '../../src/law/facts.ts'
import type { Condition, Opening, Period, Question, Rule } from '../../src/law/rule.ts'

/** What reads conditions needs to know of the law book. */
export type Named = { readonly periods: readonly Period[]; readonly questions: readonly Question[] }

/** Two days that some condition compares: the day of `left` with the day of `right`, or with the day asked about. */
export type Comparison =
  | { readonly left: FactCode; readonly right: FactCode; readonly after: Period | 'nothing' }
  | { readonly left: FactCode; readonly right: 'today'; readonly after: Period }

/** Every part of a condition, itself first, parts of its questions included. */
export function partsOf(condition: Condition, named: Named): readonly Condition[] {
  if ('no' in condition) return [condition, ...partsOf(condition.no, named)]
  if ('all' in condition) return [condition, ...condition.all.flatMap((part) => partsOf(part, named))]
  if ('any' in condition) return [condition, ...condition.any.flatMap((part) => partsOf(part, named))]
  if ('question' in condition) return [condition, ...partsOf(questionOf(condition.question, named).condition, named)]
  return [condition]
}

/** The facts that a condition can read, by its text alone. */
export function factsOf(condition: Condition, named: Named): readonly FactCode[] {
  return [...new Set(partsOf(condition, named).flatMap(factsOfPart))]
}

/** The comparisons of days that a condition can make, by its text alone. */
export function comparisonsOf(condition: Condition, named: Named): readonly Comparison[] {
  return partsOf(condition, named).flatMap((part) => comparisonsOfPart(part, named))
}

/** The conditions of a rule: when it holds, then its exceptions and endings. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  return [rule.when, ...openingsOf(rule).map((opening) => opening.condition)]
}

export function openingsOf(rule: Rule): readonly Opening[] {
  return [...rule.except, ...rule.until]
}

function factsOfPart(part: Condition): readonly FactCode[] {
  if ('fact' in part) return part.notBefore === undefined ? [part.fact] : [part.fact, part.notBefore]
  if ('within' in part) return [part.since, part.happened]
  if ('passed' in part || 'reached' in part) return [part.since]
  if ('always' in part || 'no' in part || 'all' in part || 'any' in part || 'question' in part) return []
  throw new Error(`a kind of condition that the enumeration does not know: ${JSON.stringify(part)}`)
}

function comparisonsOfPart(part: Condition, named: Named): readonly Comparison[] {
  if ('fact' in part) return part.notBefore === undefined ? [] : [{ left: part.fact, right: part.notBefore, after: 'nothing' }]
  if ('passed' in part) return [{ left: part.since, right: 'today', after: periodOf(part.passed, named) }]
  if ('reached' in part) return [{ left: part.since, right: 'today', after: periodOf(part.reached, named) }]
  if ('within' in part) {
    return [{ left: part.happened, right: part.since, after: 'nothing' }, { left: part.happened, right: part.since, after: periodOf(part.within, named) }]
  }
  return []
}

function periodOf(code: string, { periods }: Named): Period {
  const period = periods.find((one) => one.code === code)
  if (!period) throw new Error(`no period ${code} in the law book`)
  return period
}

export function questionOf(code: string, { questions }: Named): Question {
  const question = questions.find((one) => one.code === code)
  if (!question) throw new Error(`no question ${code} in the law book`)
  return question
}
