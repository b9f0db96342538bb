import type { Reading } from '../../src/casework/fact-record.ts'
import type { PlainDate } from '../../src/kernel/day.ts'
import { factDefinition, type FactCode } from '../../src/law/facts.ts'
import { dayCells, type DayCell } from './day-cells.ts'
import type { Comparison } from './walk-condition.ts'

/** What one fact can be. The last two only for facts that are computed from instruments. */
export type Value = 'no' | 'yes' | 'unknown' | 'conflict' | 'overdue' | 'unverified'

/** One choice for every fact of a component: values, and for those that are so a cell of their days. */
export type Letter = {
  readonly values: readonly Value[]
  readonly cell: DayCell
  readonly readings: readonly Reading[]
  readonly unknowns: number
  readonly conflicts: number
}

/**
 * Facts whose days some condition compares with each other, or one fact alone. Days of different components are never compared
 * with each other (with today each on its own), so that every choice of letters for all components is possible.
 */
export type Component = { readonly facts: readonly FactCode[]; readonly letters: readonly Letter[] }

/** Groups facts and writes down the letters of each group, fewer unknowns first. */
export function componentsOf(facts: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine: boolean): readonly Component[] {
  return groupsOf(facts, comparisons).map((group) => ({ facts: group, letters: lettersOf(group, comparisons, today, fine) }))
}

/** For each letter of a component: the letters that differ from it only in this fact, by the value that it has there. */
export function changesOf(component: Component, fact: FactCode): readonly Changes[] {
  const known = remembered.get(component)?.get(fact)
  if (known) return known
  const { letters } = component
  const place = component.facts.indexOf(fact)
  const alike = Map.groupBy(letters.keys(), (number) => keyWithout(letters[number], place, fact))
  const changes = new Map([...alike].map(([key, numbers]) => [key, Map.groupBy(numbers, (number) => letters[number]?.values[place] ?? 'no')]))
  const found = letters.map((letter) => changes.get(keyWithout(letter, place, fact)) ?? new Map<Value, number[]>())
  remembered.set(component, new Map([...(remembered.get(component) ?? []), [fact, found]]))
  return found
}

type Changes = ReadonlyMap<Value, readonly number[]>
const remembered = new WeakMap<Component, ReadonlyMap<FactCode, readonly Changes[]>>()

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

function lettersOf(group: readonly FactCode[], comparisons: readonly Comparison[], today: PlainDate, fine: boolean): readonly Letter[] {
  const cells = new Map<string, readonly DayCell[]>()
  const cellsFor = (happened: readonly FactCode[]) => {
    const key = happened.join(' ')
    const known = cells.get(key) ?? dayCells(happened, comparisons, today, fine)
    cells.set(key, known)
    return known
  }
  return patternsOf(group)
    .flatMap((values) => cellsFor(group.filter((_, place) => isYes(values[place]))).map((cell) => letterOf(group, values, cell)))
    .sort((one, other) => one.unknowns - other.unknowns)
}

function patternsOf(group: readonly FactCode[]): readonly (readonly Value[])[] {
  return group.reduce<readonly (readonly Value[])[]>((patterns, fact) => patterns.flatMap((pattern) => valuesOf(fact).map((value) => [...pattern, value])), [[]])
}

function valuesOf(fact: FactCode): readonly Value[] {
  const values: readonly Value[] = ['no', 'yes', 'unknown', 'conflict']
  return factDefinition(fact).computed === 'instruments' ? [...values, 'overdue', 'unverified'] : values
}

function letterOf(group: readonly FactCode[], values: readonly Value[], cell: DayCell): Letter {
  return {
    values,
    cell,
    readings: group.map((fact, place) => readingOf(values[place], fact, cell)),
    unknowns: values.filter(isUnknown).length,
    conflicts: values.filter((value) => value === 'conflict').length,
  }
}

function readingOf(value: Value | undefined, fact: FactCode, { days }: DayCell): Reading {
  if (value === 'yes' || value === 'unverified') {
    const on = days.get(fact)
    if (on === undefined) throw new Error(`no day for ${fact}`)
    return value === 'yes' ? { value: 'yes', on } : { value: 'yes', on, unverified: true }
  }
  if (value === 'overdue') return { value: 'unknown', overdue: true }
  if (value === undefined) throw new Error(`no value for ${fact}`)
  return { value }
}

export function isUnknown(value: Value | undefined): boolean {
  return value === 'unknown' || value === 'overdue'
}

export function isYes(value: Value | undefined): boolean {
  return value === 'yes' || value === 'unverified'
}

// The values of the other facts, and every comparison in which only other facts take part.
function keyWithout(letter: Letter | undefined, place: number, fact: FactCode): string {
  if (!letter) throw new Error('no such letter')
  const regions = [...letter.cell.regions].filter(([key]) => !concerns(key, fact))
  return `${letter.values.with(place, 'no').join(' ')} | ${regions.flat().join(' ')}`
}

function concerns(key: string, fact: FactCode): boolean {
  const [left, rest = ''] = key.split(' - ')
  return left === fact || rest.split(' after ')[0] === fact
}
