import type { Reading } from '../../src/casework/fact-record.ts'
import { dayFromNumber, dayNumber, type PlainDate } from '../../src/kernel/day.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import { dayCells, type DayCell } from './day-cells.ts'
import type { Comparison } from './walk-condition.ts'

/** What one fact can be. The last two only for facts that are computed from instruments. */
export const everyValue = ['no', 'yes', 'unknown', 'conflict', 'overdue', 'unverified'] as const
export type Value = (typeof everyValue)[number]

/**
 * Facts whose days some condition compares with each other, or one fact alone. Days of different components are never compared
 * with each other (with today each on its own), so that every choice of letters for all components is possible.
 *
 * A letter is one choice for every fact of a component: its value, and for those that are so a cell of their days. Letters with
 * fewer unknowns come first. They are kept in flat arrays, because some components have hundreds of thousands.
 */
export type Component = {
  readonly facts: readonly FactCode[]
  readonly comparisons: readonly Comparison[]
  readonly letters: number
  readonly valueOf: (letter: number, place: number) => Value
  readonly readingOf: (letter: number, place: number) => Reading
  readonly regionsOf: (letter: number) => Uint8Array
  readonly unknowns: (letter: number) => boolean
  readonly conflicts: (letter: number) => boolean
}

/** Groups facts and writes down the letters of each group; undefined when there would be more than `most` combinations. */
export function componentsOf(facts: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine: boolean, most: number): readonly Component[] | undefined {
  const components: Component[] = []
  for (const group of groupsOf(facts, comparisons)) {
    const others = facts.filter((fact) => !group.includes(fact)).reduce((product, fact) => product * valuesOf(fact).length, 1)
    const component = componentOf(group, comparisons.filter(({ left }) => group.includes(left)), today, fine, most / others)
    if (!component) return undefined
    components.push(component)
  }
  return components
}

function groupsOf(facts: readonly FactCode[], comparisons: readonly Comparison[]): readonly (readonly FactCode[])[] {
  const groups: FactCode[][] = []
  for (const fact of facts) {
    const linked = new Set(comparisons.filter((one) => one.left === fact || one.right === fact).flatMap((one) => [one.left, one.right]))
    const touching = groups.filter((group) => group.some((other) => linked.has(other)))
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push([...touching.flat(), fact])
  }
  return groups
}

function componentOf(group: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine: boolean, most: number): Component | undefined {
  const cells = new Map<string, readonly DayCell[]>()
  const cellsFor = (happened: readonly FactCode[]) => {
    const key = happened.join(' ')
    const known = cells.get(key) ?? dayCells(happened, comparisons, today, fine, most + 1)
    cells.set(key, known)
    return known
  }
  if (countLetters(group, (happened) => cellsFor(happened).length, most) > most) return undefined
  return flatten(group, comparisons, today, patternsOf(group).flatMap((values) => cellsFor(group.filter((_, place) => isYes(values[place]))).map((cell) => ({ values, cell }))))
}

/** How many letters a group has, without writing them down; stops counting beyond `most`. All facts that are so come first: most cells. */
function countLetters(group: readonly FactCode[], cellsOf: (happened: readonly FactCode[]) => number, most: number): number {
  let letters = 0
  for (let subset = 2 ** group.length - 1; subset >= 0 && letters <= most; subset -= 1) {
    const isIn = (place: number) => Math.floor(subset / 2 ** place) % 2 === 1
    const ways = group.reduce((product, fact, place) => product * valuesOf(fact).filter((value) => isYes(value) === isIn(place)).length, 1)
    letters += ways * cellsOf(group.filter((_, place) => isIn(place)))
  }
  return letters
}

function patternsOf(group: readonly FactCode[]): readonly (readonly Value[])[] {
  return group
    .reduce<readonly (readonly Value[])[]>((patterns, fact) => patterns.flatMap((pattern) => valuesOf(fact).map((value) => [...pattern, value])), [[]])
    .toSorted((one, other) => one.filter(isUnknown).length - other.filter(isUnknown).length)
}

export function valuesOf(fact: FactCode): readonly Value[] {
  return factDefinition(fact).computed === 'instruments' ? everyValue : everyValue.slice(0, 4)
}

function flatten(facts: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, letters: readonly { readonly values: readonly Value[]; readonly cell: DayCell }[]): Component {
  const values = new Uint8Array(letters.length * facts.length)
  const readings: Reading[] = []
  const numbers = new Map<string, number>()
  const numberOf = (value: Value, daysAgo: number) => {
    const key = `${value} ${daysAgo}`
    const number = numbers.get(key) ?? readings.push(makeReading(value, () => dayFromNumber(dayNumber(today) - daysAgo))) - 1
    numbers.set(key, number)
    return number
  }
  const readingNumbers = new Uint16Array(letters.length * facts.length)
  const regions = new Uint8Array(letters.length * comparisons.length)
  letters.forEach((letter, number) => {
    let day = 0
    letter.values.forEach((value, place) => {
      values[number * facts.length + place] = everyValue.indexOf(value)
      readingNumbers[number * facts.length + place] = numberOf(value, isYes(value) ? letter.cell.daysAgo[day++] ?? 0 : 0)
    })
    regions.set(letter.cell.regions, number * comparisons.length)
  })
  const valueOf = (letter: number, place: number) => everyValue[values[letter * facts.length + place] ?? 0] as Value
  const some = (letter: number, is: (value: Value) => boolean) => facts.some((_, place) => is(valueOf(letter, place)))
  return {
    facts,
    comparisons,
    letters: letters.length,
    valueOf,
    readingOf: (letter, place) => readings[readingNumbers[letter * facts.length + place] ?? 0] as Reading,
    regionsOf: (letter) => regions.subarray(letter * comparisons.length, (letter + 1) * comparisons.length),
    unknowns: (letter) => some(letter, isUnknown),
    conflicts: (letter) => some(letter, (value) => value === 'conflict'),
  }
}

function makeReading(value: Value, on: () => PlainDate): Reading {
  if (value === 'yes') return { value: 'yes', on: on() }
  if (value === 'unverified') return { value: 'yes', on: on(), unverified: true }
  return value === 'overdue' ? { value: 'unknown', overdue: true } : { value }
}

export function isUnknown(value: Value | undefined): boolean {
  return value === 'unknown' || value === 'overdue'
}

export function isYes(value: Value | undefined): boolean {
  return value === 'yes' || value === 'unverified'
}

/** Letters in groups that differ only in one fact (its value, and the days that it is compared with). */
export type Alike = { readonly groups: readonly (readonly number[])[]; readonly groupOf: Int32Array }

const remembered = new WeakMap<Component, Map<FactCode, Alike>>()

export function alikeBut(component: Component, fact: FactCode): Alike {
  const known = remembered.get(component)?.get(fact)
  if (known) return known
  const numbers = new Map<string, number>()
  const groups: number[][] = []
  const groupOf = new Int32Array(component.letters)
  const place = component.facts.indexOf(fact)
  const kept = component.comparisons.map(({ left, right }) => left !== fact && right !== fact)
  for (let letter = 0; letter < component.letters; letter += 1) {
    const key = keyWithout(component, letter, place, kept)
    const number = numbers.get(key) ?? groups.push([]) - 1
    numbers.set(key, number)
    groups[number]?.push(letter)
    groupOf[letter] = number
  }
  const found = { groups, groupOf }
  remembered.set(component, (remembered.get(component) ?? new Map<FactCode, Alike>()).set(fact, found))
  return found
}

// The values of the other facts, and every comparison in which only other facts take part.
function keyWithout(component: Component, letter: number, place: number, kept: readonly boolean[]): string {
  let key = ''
  for (let other = 0; other < component.facts.length; other += 1) key += other === place ? '.' : everyValue.indexOf(component.valueOf(letter, other))
  return key + regionsKey(component.regionsOf(letter), (comparison) => kept[comparison] === true)
}

/** Names values and regions shortly: letters are looked up by it, and there are many. */
export function letterKey(values: readonly Value[], regions: Uint8Array, keep: (comparison: number) => boolean = () => true): string {
  let key = ''
  for (const value of values) key += everyValue.indexOf(value)
  return key + regionsKey(regions, keep)
}

function regionsKey(regions: Uint8Array, keep: (comparison: number) => boolean): string {
  let key = ''
  for (let comparison = 0; comparison < regions.length; comparison += 1) key += keep(comparison) ? String.fromCharCode(97 + Math.min(25, regions[comparison] ?? 0)) : '.'
  return key
}

/** The letters that differ from this one only in the fact, and have this value there. */
export function changed(component: Component, fact: FactCode, letter: number, to: Value): readonly number[] {
  const { groups, groupOf } = alikeBut(component, fact)
  const place = component.facts.indexOf(fact)
  return (groups[groupOf[letter] ?? 0] ?? []).filter((other) => component.valueOf(other, place) === to)
}
