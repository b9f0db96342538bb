// Unknown, conflict and effect: what must hold for every combination of a table.
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import { alikeBut, changed, isUnknown, type Component, type Value } from './component.ts'
import { counterOf } from './findings.ts'
import { forEachCombination, forEachPair } from './numbers.ts'
import { describe, type Table } from './table.ts'
import { bits, truths, type Unit } from './unit.ts'

/** `heldTooLong`: held because something is unknown, although every value of it opens. Each must be explained in `explained.ts`. */
export type Checked = { readonly faults: readonly string[]; readonly notes: readonly string[]; readonly heldTooLong?: readonly string[] }

/**
 * An unknown combination against its completions.
 *
 * The brute answer of a combination with an unknown is the union of the brute answers of the combinations in which the first
 * unknown is a no, or a yes on any day that differs for any comparison. Those stand earlier in the table, because letters with
 * fewer unknowns come first, so one pass in ascending order is enough.
 */
export function checkUnknowns(unit: Unit, table: Table): Checked {
  const completions = unit.components.map((component) => eachLetter(component, (letter) => {
    const fact = component.facts.find((_, place) => isUnknown(component.valueOf(letter, place)))
    return fact === undefined ? undefined : [...changed(component, fact, letter, 'no'), ...changed(component, fact, letter, 'yes')]
  }))
  const conflicts = unit.components.map((component) => eachLetter(component, component.conflicts))
  const brute = new Uint8Array(unit.combinations)
  const opensTooSoon = counterOf('opens although some value of an unknown closes')
  const holdsTooLong = counterOf('held only because something is unknown, although every value of it opens')
  forEachCombination(unit, (number, digits) => {
    const place = digits.findIndex((digit, at) => completions[at]?.[digit] !== undefined)
    const answer = table.answers[number] ?? 0
    if (place < 0) {
      brute[number] = maskOf(unit, answer)
      return
    }
    let mask = 0
    const digit = digits[place] ?? 0
    for (const other of completions[place]?.[digit] ?? []) mask |= brute[number + (other - digit) * (table.strides[place] ?? 1)] ?? 0
    brute[number] = mask
    if (digits.some((one, at) => conflicts[at]?.[one])) return
    if (isTooSoon(unit, answer, mask)) opensTooSoon.add(() => describe(unit, number))
    if (isTooLong(unit, answer, mask)) holdsTooLong.add(() => describe(unit, number))
  })
  return { faults: opensTooSoon.words(), notes: [], heldTooLong: holdsTooLong.words() }
}

// For a gate: 1 open, 2 held. For a question: 1 no, 2 yes, 4 not known although every fact is.
function maskOf(unit: Unit, answer: number): number {
  return unit.kind === 'gate' ? (answer & bits.held ? 2 : 1) : 1 << [truths.no, truths.yes, truths.unknown].indexOf(answer as 0)
}

function isTooSoon(unit: Unit, answer: number, mask: number): boolean {
  if (unit.kind === 'gate') return !(answer & bits.held) && (mask & 2) !== 0
  return (answer === truths.yes && mask !== 2) || (answer === truths.no && mask !== 1)
}

function isTooLong(unit: Unit, answer: number, mask: number): boolean {
  if (unit.kind === 'gate') return (answer & bits.held) !== 0 && mask === 1
  return answer === truths.unknown && (mask === 1 || mask === 2)
}

/** A gate with a conflict is held. For a question a conflict is as good as unknown; the gate that asks it is held anyway. */
export function checkConflicts(unit: Unit, table: Table): Checked {
  const conflicts = unit.components.map((component) => eachLetter(component, component.conflicts))
  const opens = counterOf('open in spite of a conflict')
  if (unit.kind === 'gate') {
    forEachCombination(unit, (number, digits) => {
      if (digits.some((digit, place) => conflicts[place]?.[digit]) && !((table.answers[number] ?? 0) & bits.held)) opens.add(() => describe(unit, number))
    })
    return { faults: opens.words(), notes: [] }
  }
  const differs = counterOf('answers a conflict otherwise than an unknown')
  eachChange(unit, 'conflict', 'unknown', (_, place, from, to) => forEachPair(unit, place, from, to, (one, other) => {
    if (table.answers[one] !== table.answers[other]) differs.add(() => describe(unit, one))
    return false
  }))
  return { faults: differs.words(), notes: [] }
}

/** Which facts can open by becoming so, and that none does whose definition says that it only closes. */
export function checkEffects(unit: Unit, table: Table): Checked & { readonly openers: readonly string[] } {
  if (unit.kind === 'question') return { faults: [], notes: [], openers: [] }
  const held = (number: number) => ((table.answers[number] ?? 0) & bits.held) !== 0
  const openers = new Map<FactCode, { count: number; example: number }>()
  const unverified = counterOf('an unverified yes opens')
  for (const value of ['yes', 'unverified'] as const) {
    eachChange(unit, 'no', value, (fact, place, from, to) => forEachPair(unit, place, from, to, (one, other) => {
      if (!held(one) || held(other)) return false
      const seen = openers.get(fact) ?? { count: 0, example: other }
      openers.set(fact, { ...seen, count: seen.count + 1 })
      if (value === 'unverified') unverified.add(() => describe(unit, other))
      return false
    }))
  }
  const standIns = [...unit.standIns.values()]
  const wrong = [...openers].filter(([fact]) => !standIns.includes(fact) && factDefinition(fact).effect === 'closes')
  return {
    faults: [...unverified.words(), ...wrong.map(([fact, { count, example }]) => `yes to ${fact} opens, although it may only close: ${count} times, first ${describe(unit, example)}`)],
    notes: [],
    openers: [...openers].map(([fact]) => openerWords(unit, fact)),
  }
}

function openerWords(unit: Extract<Unit, { kind: 'gate' }>, fact: FactCode): string {
  const question = [...unit.standIns].find(([, standIn]) => standIn === fact)?.[0]
  if (question !== undefined) return `question ${question}`
  const { effect, tells, about } = factDefinition(fact)
  return `${fact} (${effect}, ${tells}, ${about})`
}

/** Every pair of letters that differ only in one fact, which is `from` in the first and `to` in the second; ends for a fact when `visit` says true. */
export function eachChange(unit: Unit, from: Value, to: Value, visit: (fact: FactCode, place: number, from: number, to: number) => boolean): void {
  unit.components.forEach((component, place) => {
    for (const fact of component.facts) eachChangeOf(component, fact, from, to, (one, other) => visit(fact, place, one, other))
  })
}

/** The same for one fact; true when `visit` said true. */
export function eachChangeOf(component: Component, fact: FactCode, from: Value, to: Value, visit: (from: number, to: number) => boolean): boolean {
  const place = component.facts.indexOf(fact)
  for (const group of alikeBut(component, fact).groups) {
    const firsts = group.filter((letter) => component.valueOf(letter, place) === from)
    const others = group.filter((letter) => component.valueOf(letter, place) === to)
    for (const first of firsts) for (const other of others) if (visit(first, other)) return true
  }
  return false
}

export function eachLetter<Result>({ letters }: Component, make: (letter: number) => Result): readonly Result[] {
  return Array.from({ length: letters }, (_, letter) => make(letter))
}
