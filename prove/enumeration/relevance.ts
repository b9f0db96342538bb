// Each fact, each comparison of days, each exception and each ending makes a difference by itself.
import type { LawBook } from '../../src/law/book.ts'
import type { Opening, Rule } from '../../src/law/rule.ts'
import { eachChangeOf, type Checked } from './caution.ts'
import { letterKey, type Component } from './component.ts'
import { comparisonKey } from './day-cells.ts'
import { forEachPair, spread } from './numbers.ts'
import { askAt, describe, odometerOf, type Table } from './table.ts'
import { bits, type GateUnit, type Unit } from './unit.ts'
import { openingsOf } from './walk-condition.ts'

/** For each fact, two combinations that differ only in it (no in one, yes in the other) and have different answers. */
export function checkFactsMatter(unit: Unit, table: Table): Checked {
  const idle = idleFacts(unit, (one, other) => table.answers[one] !== table.answers[other])
  if (unit.kind === 'question') return { faults: idle.map((fact) => `${fact} makes no difference by itself`), notes: [] }
  const onlySaid = idleFacts(unit, (one, other) => (((table.answers[one] ?? 0) ^ (table.answers[other] ?? 0)) & bits.held) !== 0)
  return {
    faults: idle.map((fact) => `${nameOf(unit, fact)} makes no difference by itself`),
    notes: onlySaid.filter((fact) => !idle.includes(fact)).map((fact) => `${nameOf(unit, fact)} opens and holds nothing: it is only weighed, or only read by text that is not verified`),
  }
}

function nameOf({ standIns }: GateUnit, fact: string): string {
  const question = [...standIns].find(([, standIn]) => standIn === fact)?.[0]
  return question === undefined ? fact : `question ${question}`
}

function idleFacts(unit: Unit, differ: (one: number, other: number) => boolean): readonly string[] {
  return unit.components.flatMap((component, place) => component.facts.filter((fact) =>
    !eachChangeOf(component, fact, 'no', 'yes', (from, to) => forEachPair(unit, place, from, to, differ))))
}

/** For each comparison of days: two combinations with the same values that differ in that comparison, and have different answers. */
export function checkDaysMatter(unit: Unit, table: Table): Checked {
  const differ = (one: number, other: number) => table.answers[one] !== table.answers[other]
  const idle = unit.comparisons.filter((comparison) => !unit.components.some((component, place) => component.comparisons.includes(comparison)
    && somePairDiffering(component, component.comparisons.indexOf(comparison), (one, other) => forEachPair(unit, place, one, other, differ))))
  return { faults: [], notes: idle.map((comparison) => `the comparison "${comparisonKey(comparison)}" makes no difference`) }
}

/** Is there a pair of letters with the same values that differ in one comparison only, and of which the finder says true? */
function somePairDiffering(component: Component, comparison: number, find: (one: number, other: number) => boolean): boolean {
  const first = new Map<string, number>()
  for (let letter = 0; letter < component.letters; letter += 1) {
    const key = letterKey(component.facts.map((_, place) => component.valueOf(letter, place)), component.regionsOf(letter), (one) => one !== comparison)
    const other = first.get(key)
    if (other === undefined) first.set(key, letter)
    else if (find(other, letter)) return true
  }
  return false
}

/**
 * Each exception and ending: without it, something that is open would be held. One whose text is not verified, or whose rule is a
 * draft: without it, nothing that is open would be held.
 */
export function checkOpenings(unit: GateUnit, table: Table): Checked {
  const rules = unit.book.rules.filter((rule) => unit.gate.rules.includes(rule.code) && isUsed(rule, unit))
  const found = rules.flatMap((rule) => openingsOf(rule).map((opening) => ({ opening, counts: opening.text === 'verified' && rule.text !== 'draft', example: opensAlone(unit, table, rule, opening) })))
  return {
    faults: found.flatMap(({ opening, counts, example }) => {
      if (counts && example === undefined) return [`${opening.code} never opens by itself`]
      return !counts && example !== undefined ? [`${opening.code} is not verified and opens: ${describe(unit, example)}`] : []
    }),
    notes: found.flatMap(({ opening, counts }) => (counts ? [] : [`${opening.code} is not verified (or its rule is a draft) and opens nothing`])),
  }
}

function opensAlone(unit: GateUnit, table: Table, rule: Rule, opening: Opening): number | undefined {
  return firstHeldWith(unit, table, withRule(unit.book, rule, {
    ...rule,
    except: rule.except.filter((one) => one !== opening),
    until: rule.until.filter((one) => one !== opening),
  }))
}

/** Without any version of one of its rules, or with one of them twice, the gate holds whatever the facts are. */
export function checkRuleIsNeeded(unit: GateUnit, table: Table): Checked {
  const faults = unit.gate.rules.flatMap((code) => {
    const versions = unit.book.rules.filter((rule) => rule.code === code)
    const without = { ...unit.book, rules: unit.book.rules.filter((rule) => rule.code !== code) }
    const twice = { ...unit.book, rules: [...unit.book.rules, ...versions] }
    return [without, twice].flatMap((book) => {
      const example = firstOpenWith(unit, table, book)
      return example === undefined ? [] : [`open without a single version of ${code}: ${describe(unit, example)}`]
    })
  })
  return { faults, notes: [] }
}

function firstHeldWith(unit: GateUnit, table: Table, book: LawBook): number | undefined {
  return firstAmongOpen(unit, table, (number, odometer) => (askAt(unit, odometer, number, book) & bits.held) !== 0)
}

function firstOpenWith(unit: GateUnit, table: Table, book: LawBook): number | undefined {
  return firstAmongOpen(unit, table, (number, odometer) => (askAt(unit, odometer, number, book) & bits.held) === 0)
}

function firstAmongOpen(unit: GateUnit, table: Table, found: (number: number, odometer: ReturnType<typeof odometerOf>) => boolean): number | undefined {
  const odometer = odometerOf(unit)
  for (const number of spread(unit.combinations)) {
    if (!((table.answers[number] ?? 0) & bits.held) && found(number, odometer)) return number
  }
  return undefined
}

function withRule(book: LawBook, old: Rule, rule: Rule): LawBook {
  return { ...book, rules: book.rules.map((one) => (one === old ? rule : one)) }
}

function isUsed(rule: Rule, unit: GateUnit): boolean {
  const { from, to } = rule.inForce
  return (from === undefined || from <= unit.day) && (to === undefined || unit.day <= to)
}
