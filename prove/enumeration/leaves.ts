// Every part of a rule that asks something matters by itself: put a yes, or a no, in its place, and some answer changes.
import type { Condition, Question, Rule } from '../../src/law/rule.ts'
import type { Checked } from './caution.ts'
import { spread } from './numbers.ts'
import { askAt, odometerOf, type Table } from './table.ts'
import { bits, type Unit } from './unit.ts'

const yes: Condition = { always: true }
const no: Condition = { no: yes }

/** Parts that could be replaced by a yes, or by a no, without any answer changing; at most `most` combinations are tried for each. */
export function checkPartsMatter(unit: Unit, table: Table, most: number): Checked {
  const idle = variantsOf(unit).filter(({ variant }) => !changesSomething(unit, variant, table, most))
  const tried = Math.min(most, unit.combinations)
  return { faults: [], notes: idle.map(({ words }) => `${words} changes no answer (${tried} of ${unit.combinations} combinations tried)`) }
}

type Variant = { readonly words: string; readonly variant: Unit }

function variantsOf(unit: Unit): readonly Variant[] {
  if (unit.kind === 'question') {
    return replacements(unit.question.condition).map(({ words, condition }) => ({ words, variant: { ...unit, question: { ...unit.question, condition } satisfies Question } }))
  }
  return unit.book.rules.filter((rule) => unit.gate.rules.includes(rule.code)).flatMap((rule) => ruleVariants(rule).map(({ words, changed }) => ({
    words: `${rule.code}: ${words}`,
    variant: { ...unit, book: { ...unit.book, rules: unit.book.rules.map((one) => (one === rule ? changed : one)) } },
  })))
}

function ruleVariants(rule: Rule): readonly { readonly words: string; readonly changed: Rule }[] {
  const live = (openings: Rule['except']) => (rule.text === 'draft' ? [] : openings.filter((opening) => opening.text === 'verified'))
  return [
    ...replacements(rule.when).map(({ words, condition }) => ({ words: `when: ${words}`, changed: { ...rule, when: condition } })),
    ...(['except', 'until'] as const).flatMap((part) => live(rule[part]).flatMap((opening) => replacements(opening.condition).map(({ words, condition }) => ({
      words: `${opening.code}: ${words}`,
      changed: { ...rule, [part]: rule[part].map((one) => (one === opening ? { ...one, condition } : one)) },
    })))),
  ]
}

type Replacement = { readonly words: string; readonly condition: Condition }

function replacements(condition: Condition): readonly Replacement[] {
  if ('always' in condition) return []
  if ('no' in condition) return replacements(condition.no).map(({ words, condition: part }) => ({ words, condition: { no: part } }))
  if ('all' in condition) return eachPart(condition.all).map(({ words, parts }) => ({ words, condition: { all: parts } }))
  if ('any' in condition) return eachPart(condition.any).map(({ words, parts }) => ({ words, condition: { any: parts } }))
  const undated: readonly Replacement[] = 'fact' in condition && condition.notBefore !== undefined ? [{ words: `${condition.fact} without its day`, condition: { fact: condition.fact } }] : []
  return [{ words: `a yes for ${JSON.stringify(condition)}`, condition: yes }, { words: `a no for ${JSON.stringify(condition)}`, condition: no }, ...undated]
}

function eachPart(parts: readonly Condition[]): readonly { readonly words: string; readonly parts: readonly Condition[] }[] {
  return parts.flatMap((part, place) => replacements(part).map(({ words, condition }) => ({ words, parts: parts.with(place, condition) })))
}

function changesSomething(unit: Unit, variant: Unit, table: Table, most: number): boolean {
  const odometer = odometerOf(unit)
  const mask = unit.kind === 'gate' ? bits.held : 255
  let tried = 0
  for (const number of spread(unit.combinations)) {
    if (((askAt(variant, odometer, number) ^ (table.answers[number] ?? 0)) & mask) !== 0) return true
    tried += 1
    if (tried >= most) return false
  }
  return false
}
